import { describe, expect, it } from 'vitest';
import { Batches } from '../../src/feedback/batches.js';

/** Batches whose work ends when the test says so. */
function heldBatches(maxBatch: number) {
  const begun: { key: string; items: readonly number[]; end: (error?: Error) => void }[] = [];
  const batches = new Batches<number>(
    maxBatch,
    (key, items) =>
      new Promise((resolve, reject) => {
        begun.push({ key, items, end: (error) => (error === undefined ? resolve() : reject(error)) });
      }),
  );
  return { batches, begun };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('work in batches', () => {
  it('begins at once, and takes together what comes meanwhile, in its order and up to the bound', async () => {
    const { batches, begun } = heldBatches(3);
    const done = [1, 2, 3, 4, 5].map((item) => batches.add('a', item));
    expect(begun.map(({ items }) => items)).toEqual([[1]]);
    begun[0]?.end();
    await settled();
    begun[1]?.end();
    await settled();
    begun[2]?.end();
    await Promise.all(done);
    expect(begun.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('does not wait for another key', () => {
    const { batches, begun } = heldBatches(3);
    void batches.add('a', 1);
    void batches.add('b', 2);
    expect(begun.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('fails for those whose batch failed, and goes on with the next', async () => {
    const { batches, begun } = heldBatches(3);
    const first = batches.add('a', 1);
    const second = batches.add('a', 2);
    begun[0]?.end(new Error('no room'));
    await expect(first).rejects.toThrow('no room');
    await settled();
    begun[1]?.end();
    await second;
    const third = batches.add('a', 3);
    begun[2]?.end();
    await third;
    expect(begun.map(({ items }) => items)).toEqual([[1], [2], [3]]);
  });
});
