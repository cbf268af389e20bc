import { setTimeout as sleep } from 'node:timers/promises';

/** How long pauses between two attempts are, in milliseconds: the first one, and what they grow to. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** A second at first, and never more than a quarter of an hour: a chapter should follow soon after Discord is back. */
export const defaultPauses: Pauses = { firstMs: 1_000, longestMs: 15 * 60_000 };

/**
 * How long to wait before attempt `attempt` + 1, in milliseconds: doubling from the first pause to the longest, each time
 * somewhere between half and all of it, so that many serials do not come back at the same moment. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number, { firstMs, longestMs }: Pauses): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(full * (0.5 + random / 2));
}

/** Waits for that many milliseconds; gives false, at once, where the signal ends the wait. */
export function pause(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  return sleep(pauseMs, true, { signal }).catch(() => false);
}
