import { setTimeout as sleep } from 'node:timers/promises';

/** The first pause between two attempts, and the longest. */
const firstPauseMs = 1_000;
const longestPauseMs = 15 * 60_000;

/**
 * How long to wait before attempt `attempt` + 1, in milliseconds: doubling from one second up to 15 minutes, each time
 * somewhere between half and all of it, so that many serials do not come back at the same moment. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(full * (0.5 + random / 2));
}

/** Waits so many milliseconds; gives false, at once, where the signal ends the wait. */
export function pause(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  return sleep(pauseMs, true, { signal }).catch(() => false);
}
