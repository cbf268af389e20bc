import { defaultPauses, type Pauses } from '../release/posting/backoff.js';

/** How patient the bot is with Discord. */
export interface Waits {
  /** How long one request may take before it counts as lost, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** How long to wait between two attempts at a step of a release while Discord cannot be reached. */
  readonly pauses: Pauses;
}

/** What the bot runs with: discord.js's own 15 s for a request. */
export const defaultWaits: Waits = { requestTimeoutMs: 15_000, pauses: defaultPauses };
