import type { Stop, StopKind } from './outline.js';

/**
 * What a cut at a stop costs, beside the squares of how far pieces are from the even length, as parts of it: two pieces that
 * are a tenth longer and shorter than even cost 0.02.
 */
const prices: Readonly<Record<StopKind, number>> = {
  scene: -0.08,
  paragraph: 0,
  line: 0.03,
  oversized: 0.25,
  inside: 1,
};

/** The stops of a text in arrays, the beginning of the text before them and its end behind. */
interface Grid {
  readonly stops: readonly Stop[];
  readonly ends: Float64Array;
  readonly starts: Float64Array;
  readonly prices: Float64Array;
  readonly maxLength: number;
}

/** What pieces are weighed by: their even length, and what each of them costs by being one more. */
interface Weights {
  readonly evenLength: number;
  readonly perPiece: number;
}

/** Where a piece should end. */
export interface Goal {
  /** The offset at or about which it should end. */
  readonly end: number;
  /** Whether a line ends there: else a place for the cut is still to be found. */
  readonly isStop: boolean;
}

/** A way to cut a whole text, which can be followed from any offset in it. */
export interface Plan {
  readonly pieces: number;
  /** How many cuts part a paragraph that would fit in a piece. */
  readonly inside: number;
  /** What it costs by prices and unevenness. */
  readonly cost: number;
  goalFrom(start: number): Goal;
}

/** A text as far as plans need to know it. Offsets are UTF-16 units. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly stops: readonly Stop[];
  readonly maxLength: number;
}

/** Lays out a text once, for as many plans as it takes: each takes time linear in its stops. */
export function planner({ first, last, stops, maxLength }: Stretch): (weights: Weights) => Plan {
  const count = stops.length + 2;
  const grid: Grid = {
    stops,
    ends: new Float64Array(count),
    starts: new Float64Array(count),
    prices: new Float64Array(count),
    maxLength,
  };
  grid.ends[0] = grid.starts[0] = first;
  stops.forEach((stop, index) => {
    grid.ends[index + 1] = stop.end;
    grid.starts[index + 1] = stop.start;
    grid.prices[index + 1] = prices[stop.kind];
  });
  grid.ends[count - 1] = grid.starts[count - 1] = last;
  return (weights) => plan(grid, weights);
}

function plan(grid: Grid, weights: Weights): Plan {
  const end = grid.ends.length - 1;
  const costs = new Float64Array(end + 1);
  const next = new Int32Array(end + 1);
  for (let index = end - 1; index >= 0; index -= 1) {
    const best = bestNext(grid, weights, costs, at(grid.starts, index), index + 1);
    next[index] = best.index;
    costs[index] = best.cost;
  }
  let pieces = 0;
  let inside = 0;
  for (let index = 0; index < end; index = at(next, index)) {
    pieces += 1;
    if (grid.stops[index - 1]?.kind === 'inside') inside += 1;
  }
  return {
    pieces,
    inside,
    cost: at(costs, 0) - pieces * weights.perPiece,
    goalFrom(start) {
      const { index } = bestNext(grid, weights, costs, start, firstEndBehind(grid.ends, start));
      return goalAt(grid, next, start, index);
    },
  };
}

/** The best end for a piece that begins at `start`, of the stops from an index on. */
function bestNext(
  { ends, prices: priceAt, maxLength }: Grid,
  { evenLength, perPiece }: Weights,
  costs: Float64Array,
  start: number,
  from: number,
): { readonly index: number; readonly cost: number } {
  let best = from;
  let cost = Number.POSITIVE_INFINITY;
  for (let index = from; index < ends.length; index += 1) {
    const length = at(ends, index) - start;
    // A stretch without a stop in reach is cut somewhere on the way to the next.
    if (length > maxLength && index > from) break;
    const off = (length - evenLength) / evenLength;
    const total = off * off + perPiece + at(priceAt, index) + at(costs, index);
    if (total < cost) {
      best = index;
      cost = total;
    }
  }
  return { index: best, cost };
}

/** Cuts inside a paragraph have no place yet: all up to the next stop that has one are made evenly. */
function goalAt({ stops, ends }: Grid, next: Int32Array, start: number, first: number): Goal {
  const isOpen = (index: number): boolean => {
    const kind = stops[index - 1]?.kind;
    return kind === 'inside' || kind === 'oversized';
  };
  if (!isOpen(first)) return { end: at(ends, first), isStop: first <= stops.length };
  let pieces = 1;
  let index = first;
  for (; isOpen(index); index = at(next, index)) pieces += 1;
  return { end: start + (at(ends, index) - start) / pieces, isStop: false };
}

function firstEndBehind(ends: Float64Array, offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(ends, middle) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
