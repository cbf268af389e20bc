import { expect, it } from 'vitest';
import { nearBy, runsNearBy, widerRuns } from '../../../../src/release/posting/update/runs-around.js';

it('the neighbours of a piece are tried shortest first, and within what there is', () => {
  expect(runsNearBy(3, 1)).toEqual([
    [1, 1],
    [1, 2],
    [0, 1],
    [0, 2],
  ]);
  expect(runsNearBy(1, 0)).toEqual([[0, 0]]);
  const lengths = runsNearBy(100, 50).map(([from, to]) => to - from);
  expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
  expect(Math.max(...lengths)).toBe(nearBy);
});

it('wider stretches double up to all, and end where the pieces end', () => {
  expect(widerRuns(20, 10)).toEqual([
    [10, 19],
    [2, 18],
    [0, 10],
    [10, 19],
    [0, 19],
    [0, 10],
    [0, 19],
  ]);
  expect(widerRuns(8, 3)).toEqual([[0, 7]]);
});
