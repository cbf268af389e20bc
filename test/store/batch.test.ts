import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Batch } from '../../src/store/batch.js';

/** A batch whose calls are noted, and take a while; keys that begin with `bad` cannot be answered. */
function aBatch(most = 3) {
  const calls: string[] = [];
  const batch = new Batch(async (asked: readonly { readonly key: string }[]) => {
    calls.push(asked.map(({ key }) => key).join(' '));
    await tick();
    if (asked.some(({ key }) => key.startsWith('bad'))) throw new Error(`Not ${asked.map(({ key }) => key).join()}.`);
    return asked.map(({ key }) => key.toUpperCase());
  }, most);
  return { calls, ask: (key: string) => batch.ask({ key }) };
}

describe('what waits together', () => {
  it('shares a call, in order, as many as may: what came in one turn, and what came while a call was under way', async () => {
    const { ask, calls } = aBatch();
    const answers = ['a', 'b', 'c', 'd', 'e'].map(ask);
    // Nothing goes out before the turn is over, whoever else asks in it.
    await Promise.resolve();
    expect(calls).toEqual([]);
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(calls).toEqual(['a b c', 'd e']);
    await ask('f');
    expect(calls.at(-1)).toBe('f');
  });

  it('has no key twice in a call, and overtakes none', async () => {
    const { ask, calls } = aBatch();
    await Promise.all(['a', 'b', 'c', 'b', 'd'].map(ask));
    expect(calls).toEqual(['a b c', 'b d']);
  });

  it('takes nobody along where one cannot be answered, and goes on', async () => {
    const { ask, calls } = aBatch();
    const answers = await Promise.allSettled(['a', 'b', 'bad', 'c', 'd'].map(ask));
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual([
      'A',
      'B',
      'Error: Not bad.',
      'C',
      'D',
    ]);
    expect(calls).toEqual(['a b bad', 'a', 'b', 'bad', 'c d']);
  });
});
