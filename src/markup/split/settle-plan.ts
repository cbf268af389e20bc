import { type Plan, planner, type Stretch } from './plan-cuts.js';

/** How many pieces more than the least a text may take, as a part of them, so that its paragraphs stay whole; one at least. */
const usualExtra = 0.15;

/**
 * The same where that many cannot keep them whole: paragraphs of 450 characters on average, 30 to 1,200 long, leave a fifth of
 * every message of 1,900 empty.
 */
const utmostExtra = 0.3;

/** Above this part of cuts inside paragraphs that would fit in a piece, the utmost is tried. */
const manyInside = 0.025;

/** How many numbers of pieces are tried between the usual and the utmost. */
const roomierTries = 4;

/** What a piece more than the least costs, and one more than usual, by the prices of a plan. */
const extraPrice = 0.03;
const utmostPrice = 0.3;

/** Pieces are made dearer step by step until a plan takes no more than it may. */
const piecePrices = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.6, 2, 3] as const;

/** Above this part of the room that the least number of pieces has, there is none left to choose good places in. */
const comfortablyFull = 0.92;

/** A plan, and how many pieces a text may take at most when it is followed. */
export interface Settled {
  readonly plan: Plan;
  readonly mostPieces: number;
}

/** The least number of pieces that a text takes, and whether it shall take no more. */
interface Pieces {
  readonly least: number;
  readonly isFrugal: boolean;
}

/** The plan that parts the fewest paragraphs for its pieces, and is the most even. */
export function settlePlan(stretch: Stretch, { least, isFrugal }: Pieces): Settled {
  const { first, last, maxLength } = stretch;
  const makePlan = planner(stretch);
  const length = last - first;
  const fewest = length > least * maxLength * comfortablyFull ? least + 1 : least;
  const usual = isFrugal ? fewest : least + Math.max(1, Math.floor(least * usualExtra));
  const utmost = isFrugal ? fewest : least + Math.max(2, Math.floor(least * utmostExtra));
  const priceOf = ({ cost, pieces }: Plan): number =>
    cost + extraPrice * (pieces - least) + utmostPrice * Math.max(0, pieces - usual);

  const counts = new Set([fewest, Math.floor((fewest + usual) / 2), usual]);
  const plans = Array.from(counts, (count) => planWithin(count, usual));
  const usualBest = plans.reduce(cheaper);
  const plan = isGood(usualBest) ? usualBest : roomier(usualBest);
  return { plan, mostPieces: plan.pieces > usual ? utmost : usual };

  function isGood({ inside, pieces }: Plan): boolean {
    return inside <= manyInside * (pieces - 1);
  }

  /** The plan with as few pieces more than usual as keep its paragraphs whole. */
  function roomier(best: Plan): Plan {
    const step = Math.max(1, Math.ceil((utmost - usual) / roomierTries));
    for (let count = usual + step; count < utmost; count += step) {
      const plan = planWithin(count, count);
      if (isGood(plan)) return cheaper(best, plan);
    }
    return cheaper(best, planWithin(utmost, utmost));
  }

  function cheaper(one: Plan, other: Plan): Plan {
    return priceOf(other) < priceOf(one) ? other : one;
  }

  /** A plan of about `count` pieces and at most `most`; the last try, where none keeps to it. */
  function planWithin(count: number, most: number): Plan {
    const evenLength = length / count;
    const tries = piecePrices.values();
    for (;;) {
      const { value: perPiece = 10 } = tries.next();
      const plan = makePlan({ evenLength, perPiece });
      if (plan.pieces <= most || perPiece === 10) return plan;
    }
  }
}
