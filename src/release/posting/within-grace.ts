import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Settles as `work` does, or gives `overdue` once `signal` has been aborted for `graceMs` milliseconds. */
export async function withinGrace<T>(
  work: Promise<T>,
  { graceMs, overdue, signal }: { readonly graceMs: number; readonly overdue: T; readonly signal: AbortSignal },
): Promise<T> {
  const over = new AbortController();
  const waitOut = async () => {
    if (!signal.aborted) await once(signal, 'abort', { signal: over.signal });
    return sleep(graceMs, overdue, { signal: over.signal });
  };
  try {
    return await Promise.race([work, waitOut()]);
  } finally {
    over.abort();
  }
}
