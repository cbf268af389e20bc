import { describe, expect, it } from 'vitest';
import { type Patience, retry } from '../../../src/release/posting/retry.js';

const unreachable = { kind: 'unreachable', cause: 'Discord is away.' } as const;
const sent = { kind: 'sent' } as const;

/** Asks somebody who gives these answers in turn; gives what came of it and what was told of each wait. */
async function askOf(answers: readonly (typeof unreachable | typeof sent)[], change: Partial<Patience> = {}) {
  const waits: { readonly cause: string; readonly pauseMs: number }[] = [];
  const left = [...answers];
  const outcome = await retry<typeof sent>(async () => left.shift() ?? sent, {
    pauses: { firstMs: 8, longestMs: 1_000 },
    signal: new AbortController().signal,
    graceMs: 0,
    onWaiting: (cause, pauseMs) => waits.push({ cause, pauseMs }),
    ...change,
  });
  return { outcome, waits, asked: answers.length - left.length };
}

describe('what Discord cannot be asked', () => {
  it('is asked again after a pause that begins with the first and doubles, until there is an answer', async () => {
    const { outcome, waits } = await askOf([unreachable, unreachable, unreachable, sent]);
    expect(outcome).toEqual(sent);
    expect(waits.map(({ cause }) => cause)).toEqual([unreachable, unreachable, unreachable].map(({ cause }) => cause));
    for (const [index, { pauseMs }] of waits.entries()) {
      expect(pauseMs).toBeGreaterThanOrEqual(4 * 2 ** index);
      expect(pauseMs).toBeLessThanOrEqual(8 * 2 ** index);
    }
  });

  it('is given up, at once, where the signal ends the wait', async () => {
    const stopping = new AbortController();
    const { asked, outcome } = await askOf([unreachable, sent], {
      pauses: { firstMs: 60_000, longestMs: 60_000 },
      signal: stopping.signal,
      onWaiting: () => stopping.abort(),
    });
    expect(outcome).toEqual(unreachable);
    expect(asked).toBe(1);
  });
});
