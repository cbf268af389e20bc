import type { Label, State } from './label.js';
import { states } from './label.js';
import { breakInParagraph, endWeight, stepWeight } from './transitions.js';

/** How much speaks for each label of a stretch; what is missing is 0. */
export type Scores = Readonly<Partial<Record<Label, number>>>;

/** What a stretch most likely is, and how the whole sequence would score with each other state here. */
export interface Choice {
  readonly state: State;
  /** The best whole sequence through each state, as far below the best of all as that costs; infinite where none goes. */
  readonly behind: ReadonlyMap<State, number>;
}

/** A number for each stretch and state. */
type Sums = readonly (readonly number[])[];

const impossible = Number.NEGATIVE_INFINITY;

/** For each state those that may come before it, with what the step adds. */
const steps = stepsWith(() => 0);
/** The same from line to line of one paragraph. */
const stepsInside = stepsWith(breakInParagraph);
type Steps = readonly (readonly { readonly index: number; readonly weight: number }[])[];

function stepsWith(more: (from: State, to: State) => number): Steps {
  return states.map((to) =>
    states.flatMap((from, index) => {
      const weight = stepWeight(from, to);
      return weight === undefined ? [] : [{ index, weight: weight + more(from, to) }];
    }),
  );
}

const starts = states.map((to) => stepWeight(undefined, to) ?? impossible);
const ends = states.map(endWeight);

/**
 * The sequence of states with the highest sum of scores and steps (Viterbi, forward and backward), and for every stretch how
 * far each other state falls behind. `isJoined` says which are of the same paragraph as the one before. Takes time in
 * proportion to the number of stretches.
 */
export function bestSequence(scores: readonly Scores[], isJoined: readonly boolean[] = []): readonly Choice[] {
  const own = scores.map((each) => states.map(({ label }) => each[label] ?? 0));
  const stepsTo = (at: number) => (isJoined[at] === true ? stepsInside : steps);
  const forward = walkForward(own, stepsTo);
  const backward = walkBackward(own, stepsTo);
  const path = followBest(own, backward, stepsTo);
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
function followBest(own: Sums, backward: Sums, stepsTo: (at: number) => Steps): readonly number[] {
  const path: number[] = [];
  own.forEach((here, at) => {
    const last = path.at(-1);
    const values = here.map((score, to) => {
      const step = last === undefined ? starts[to] : stepsTo(at)[to]?.find(({ index }) => index === last)?.weight;
      return score + (step ?? impossible) + (backward[at]?.[to] ?? impossible);
    });
    path.push(values.indexOf(Math.max(...values)));
  });
  return path;
}

/** The best sum up to each stretch and state, its own score included. */
function walkForward(own: Sums, stepsTo: (at: number) => Steps): Sums {
  const sums: number[][] = [];
  own.forEach((here, at) => {
    const before = sums[at - 1];
    sums.push(
      here.map((score, to) => {
        if (before === undefined) return score + (starts[to] ?? impossible);
        let best = impossible;
        for (const { index, weight } of stepsTo(at)[to] ?? [])
          best = Math.max(best, (before[index] ?? impossible) + weight);
        return score + best;
      }),
    );
  });
  return sums;
}

/** The best sum of all that follows each stretch and state. */
function walkBackward(own: Sums, stepsTo: (at: number) => Steps): Sums {
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
      for (const { index, weight } of stepsTo(at + 1)[to] ?? []) {
        here[index] = Math.max(here[index] ?? impossible, beyond + weight);
      }
    });
    sums[at] = here;
  }
  return sums;
}
