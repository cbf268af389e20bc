import { backoffMs, type Pauses, pause } from './backoff.js';
import type { Unreachable } from './publisher.js';
import { withinGrace } from './within-grace.js';

/** How long something is asked again. */
export interface Patience {
  readonly pauses: Pauses;
  /** Ends the asking: at once between two attempts, or after `graceMs` where an answer is awaited. */
  readonly signal: AbortSignal;
  readonly graceMs: number;
  /** Is told why the next attempt has to wait, once per wait. */
  readonly onWaiting: (cause: string, pauseMs: number) => void;
}

const overdue = { kind: 'unreachable', cause: 'It was stopped while Discord kept it waiting.' } as const;

/** Asks for as long as Discord cannot be reached, with growing pauses; 'unreachable' only where the signal ended that. */
export async function retry<T extends { readonly kind: string }>(
  ask: () => Promise<T | Unreachable>,
  patience: Patience,
): Promise<T | Unreachable> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome: T | Unreachable = await withinGrace<T | Unreachable>(ask(), { ...patience, overdue });
    if (!isUnreachable(outcome) || patience.signal.aborted) return outcome;
    const pauseMs = backoffMs(attempt, Math.random(), patience.pauses);
    patience.onWaiting(outcome.cause, pauseMs);
    if (!(await pause(pauseMs, patience.signal))) return outcome;
  }
}

function isUnreachable(outcome: { readonly kind: string }): outcome is Unreachable {
  return outcome.kind === 'unreachable';
}
