import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSequence, type Scores } from '../../../../src/story/parse/weigh/best-sequence.js';
import { labels, type State, states } from '../../../../src/story/parse/weigh/label.js';
import { endWeight, stepWeight } from '../../../../src/story/parse/weigh/transitions.js';

const nameOf = ({ zone, label }: State) => `${zone} ${label}`;
/** What a whole path adds up to; `undefined` where one of its steps cannot be. */
function sumOf(path: readonly State[], scores: readonly Scores[]): number | undefined {
  let sum = 0;
  for (const [at, state] of path.entries()) {
    const step = stepWeight(path[at - 1], state);
    if (step === undefined) return undefined;
    sum += step + (scores[at]?.[state.label] ?? 0);
  }
  const last = path.at(-1);
  return last === undefined ? undefined : sum + endWeight(last);
}

/** Every path of so many states that can be. */
function pathsOf(length: number): readonly (readonly State[])[] {
  let paths: readonly (readonly State[])[] = [[]];
  for (let at = 0; at < length; at += 1) {
    paths = paths.flatMap((path) =>
      states.flatMap((state) => (stepWeight(path.at(-1), state) === undefined ? [] : [[...path, state]])),
    );
  }
  return paths;
}

const score = fc.double({ min: -20, max: 20, noNaN: true });
const scoresOfOne: fc.Arbitrary<Scores> = fc.record(Object.fromEntries(labels.map((label) => [label, score])));

describe('the best sequence of labels', () => {
  test('is at least as good as two hundred others that could be', () => {
    fc.assert(
      fc.property(
        fc.array(scoresOfOne, { minLength: 1, maxLength: 12 }),
        fc.array(fc.infiniteStream(fc.nat()), { minLength: 200, maxLength: 200 }),
        (scores, streams) => {
          const best = sumOf(
            bestSequence(scores).map(({ state }) => state),
            scores,
          );
          for (const stream of streams) {
            const path: State[] = [];
            for (let at = 0; at < scores.length; at += 1) {
              const next = states.filter((state) => stepWeight(path.at(-1), state) !== undefined);
              const state = next[(stream.next().value ?? 0) % next.length];
              if (state !== undefined) path.push(state);
            }
            const other = sumOf(path, scores);
            if (best !== undefined && other !== undefined) expect(best).toBeGreaterThanOrEqual(other - 1e-9);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('says truly how far every other state falls behind', () => {
    const all = [1, 2, 3].map(pathsOf);
    fc.assert(
      fc.property(fc.array(scoresOfOne, { minLength: 1, maxLength: 3 }), (scores) => {
        const sums = (all[scores.length - 1] ?? []).map((path) => ({ path, sum: sumOf(path, scores) ?? -1e9 }));
        const best = Math.max(...sums.map(({ sum }) => sum));
        bestSequence(scores).forEach(({ behind }, at) => {
          for (const [state, distance] of behind) {
            const through = Math.max(-1e9, ...sums.filter(({ path }) => path[at] === state).map(({ sum }) => sum));
            if (through > -1e8) expect(distance).toBeCloseTo(best - through, 4);
            else expect(distance).toBe(Number.POSITIVE_INFINITY);
          }
        });
      }),
      { numRuns: 15 },
    );
  });

  test('takes text where nothing speaks for anything', () => {
    const scores = Array.from({ length: 3 }, () =>
      Object.fromEntries(labels.map((label) => [label, label === 'text' ? 0 : -3])),
    );
    expect(bestSequence(scores).map(({ state }) => nameOf(state))).toEqual(['body text', 'body text', 'body text']);
  });

  test('leaves a heading alone in its file a heading, and makes text of a note with nothing below it', () => {
    const low = Object.fromEntries(labels.map((label) => [label, -5]));
    const [heading] = bestSequence([{ ...low, heading: 8, text: 0 }]);
    expect(heading && nameOf(heading.state)).toBe('head heading');
    const [note] = bestSequence([{ ...low, note: 8, text: 0 }]);
    expect(note && nameOf(note.state)).toBe('body text');
  });

  test('is found in time that grows as the file does', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ text: (at * 7) % 5, note: (at * 3) % 7, break: (at * 5) % 3 }));
    const time = (count: number) => {
      const scores = some(count);
      const start = performance.now();
      bestSequence(scores);
      return performance.now() - start;
    };
    time(2_000);
    const short = Math.min(time(4_000), time(4_000));
    expect(Math.min(time(16_000), time(16_000))).toBeLessThan(short * 8 + 50);
  });

  test('of nothing is nothing', () => {
    expect(bestSequence([])).toEqual([]);
  });
});
