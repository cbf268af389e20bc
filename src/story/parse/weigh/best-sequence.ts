import type { Label, State } from './label.js';
import { states } from './label.js';
import { endWeight, stepWeight } from './transitions.js';

/** How much speaks for each label of a stretch; what is missing is 0. */
export type Scores = Readonly<Partial<Record<Label, number>>>;

/** What a stretch most likely is, and how the whole sequence would score with each other state here. */
export interface Choice {
  readonly state: State;
  /** The best whole sequence through each state, as far below the best of all as that costs; infinite where none goes. */
  readonly behind: ReadonlyMap<State, number>;
}

const impossible = Number.NEGATIVE_INFINITY;

/** For each state those that may come before it, with what the step adds. */
const steps = states.map((to) =>
  states.flatMap((from, index) => {
    const weight = stepWeight(from, to);
    return weight === undefined ? [] : [{ index, weight }];
  }),
);
const starts = states.map((to) => stepWeight(undefined, to) ?? impossible);
const ends = states.map(endWeight);

/**
 * The sequence of states with the highest sum of scores and steps (Viterbi, forward and backward), and for every stretch how
 * far each other state falls behind. Takes time in proportion to the number of stretches.
 */
export function bestSequence(scores: readonly Scores[]): readonly Choice[] {
  const own = scores.map((each) => states.map(({ label }) => each[label] ?? 0));
  const forward = walkForward(own);
  const backward = walkBackward(own);
  const path = followBest(own, backward);
  return path.map((state, at) => ({
    state: stateAt(state),
    get behind() {
      const total = (index: number) => (forward[at]?.[index] ?? impossible) + (backward[at]?.[index] ?? impossible);
      return new Map(states.map((each, index) => [each, total(state) - total(index)]));
    },
  }));
}

function stateAt(index: number): State {
  const state = states[index];
  if (state === undefined) throw new Error(`There is no state ${index}.`);
  return state;
}

/** One best path, by index of its states: of equal ones always the same, and never pieces of two. */
function followBest(own: readonly (readonly number[])[], backward: readonly (readonly number[])[]): readonly number[] {
  const path: number[] = [];
  own.forEach((here, at) => {
    const last = path.at(-1);
    const values = here.map((score, to) => {
      const step = last === undefined ? starts[to] : steps[to]?.find(({ index }) => index === last)?.weight;
      return score + (step ?? impossible) + (backward[at]?.[to] ?? impossible);
    });
    path.push(values.indexOf(Math.max(...values)));
  });
  return path;
}

/** The best sum up to each stretch and state, its own score included. */
function walkForward(own: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sums: number[][] = [];
  own.forEach((here, at) => {
    const before = sums[at - 1];
    sums.push(
      here.map((score, to) => {
        if (before === undefined) return score + (starts[to] ?? impossible);
        let best = impossible;
        for (const { index, weight } of steps[to] ?? []) best = Math.max(best, (before[index] ?? impossible) + weight);
        return score + best;
      }),
    );
  });
  return sums;
}

/** The best sum of all that follows each stretch and state. */
function walkBackward(own: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sums: number[][] = own.map(() => []);
  for (let at = own.length - 1; at >= 0; at -= 1) {
    const next = own[at + 1];
    const after = sums[at + 1];
    if (next === undefined || after === undefined) {
      sums[at] = [...ends];
      continue;
    }
    const here = states.map(() => impossible);
    states.forEach((_, to) => {
      const beyond = (next[to] ?? 0) + (after[to] ?? impossible);
      for (const { index, weight } of steps[to] ?? []) {
        here[index] = Math.max(here[index] ?? impossible, beyond + weight);
      }
    });
    sums[at] = here;
  }
  return sums;
}
