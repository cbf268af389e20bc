import { DiscordAPIError, HTTPError } from 'discord.js';
import type { PublishOutcome } from '../release/publisher.js';

/** Answers that mean that there is nothing left to do it to: the channel, message or thread is gone. */
const goneCodes: ReadonlySet<number | string> = new Set([10_003, 10_008]);

/**
 * What an error of discord.js means for a release: Discord's "no" (4xx with a reason) is final until a person changes
 * something, everything else (5xx, closed sockets, timeouts) may succeed later. The one place that decides this.
 */
export function classify(error: unknown): Exclude<PublishOutcome, { kind: 'done' }> {
  if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 429) {
    const code = Number(error.code);
    const message = error.message.slice(0, 300);
    return { kind: 'refused', obstacle: { kind: 'refused', code: Number.isNaN(code) ? error.status : code, message } };
  }
  if (error instanceof HTTPError) return { kind: 'unreachable', cause: `Discord answered with status ${error.status}` };
  return { kind: 'unreachable', cause: error instanceof Error ? error.message : String(error) };
}

/** Whether Discord says that the thing asked about does not exist any more. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && goneCodes.has(error.code);
}

/** Whether Discord refused with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}
