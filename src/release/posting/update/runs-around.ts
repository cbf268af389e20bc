/** So many neighbours share a text before anything else is tried: what touches more is no small change any more. */
export const nearBy = 8;

/** Neighbours in a row, by the first and the last of them. */
export type Run = readonly [from: number, to: number];

/** Every run around number `at` of `count` (from 0) with at most {@link nearBy} neighbours, the shortest first. */
export function runsNearBy(count: number, at: number): readonly Run[] {
  const lengths = Array.from({ length: Math.min(nearBy + 1, count) }, (_, extra) => extra);
  return lengths.flatMap((extra) =>
    Array.from({ length: extra + 1 }, (_, left): Run => [at - left, at - left + extra]).filter(
      ([from, to]) => from >= 0 && to < count,
    ),
  );
}

/** Longer runs around it, each twice as long as those before, up to all: few, since trying one means cutting its text. */
export function widerRuns(count: number, at: number): readonly Run[] {
  const runs: Run[] = [];
  for (let extra = nearBy * 2; extra < count * 2; extra *= 2) {
    for (const left of [0, extra / 2, extra])
      runs.push([Math.max(0, at - left), Math.min(count - 1, at - left + extra)]);
  }
  return [...runs, [0, count - 1]];
}
