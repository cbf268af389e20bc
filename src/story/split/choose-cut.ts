import { bareCut } from './bare-cut.js';
import {
  type Candidate,
  graphemeCandidates,
  lineCandidates,
  type Piece,
  ranks,
  type Search,
  sentenceCandidates,
  wordCandidates,
} from './candidates.js';
import { isFaithful, isFaithfulStart } from './faithful.js';
import { openingLength, renderPiece } from './render-piece.js';
import type { Source } from './source.js';

/** What a cut has to keep to. */
export interface Aim {
  /** Where the piece begins. */
  readonly start: number;
  /** How long the piece would be if all that is left were cut evenly. */
  readonly evenLength: number;
  /** To end before this would take one more piece in all. */
  readonly earliest: number;
  readonly maxLength: number;
}

/** How far from the even length a piece may end for the sake of a better place, as a part of it. */
const evenness = 0.11;

/** Each try may read the piece once more; a bound keeps hostile text linear. */
const maxTries = 48;

/** The best place for the end of the piece that shows every character as the whole text does. */
export function chooseCut(source: Source, aim: Aim): Piece {
  let fitting: Piece | undefined;
  let tries = 0;
  for (const candidate of inOrder(source, aim)) {
    const text = renderPiece(source, aim.start, candidate.end).trim();
    if (text.length > aim.maxLength) continue;
    const piece = { ...candidate, text };
    const isGood = isFaithfulStart(source, candidate.start, aim.maxLength);
    if (isGood && isFaithful(source, aim.start, candidate.end, text)) return piece;
    fitting ??= piece;
    tries += 1;
    if (tries === maxTries) break;
  }
  return fitting ?? bareCut(source, aim.start, aim.maxLength);
}

/**
 * All candidates, the best first. Evenness sets the window; it is widened, and then the whole room taken, only when
 * nothing in it will do.
 */
function* inOrder(source: Source, aim: Aim): Generator<Candidate> {
  const target = aim.start + aim.evenLength;
  const byWorth = (one: Candidate, other: Candidate): number =>
    one.rank - other.rank || Math.abs(one.end - target) - Math.abs(other.end - target);
  const searches = windows(source, aim);
  const bad: Candidate[] = [];
  for (const search of searches) {
    for (const find of [lineCandidates, sentenceCandidates, wordCandidates]) {
      const found = find(search).toSorted(byWorth);
      yield* found.filter(({ rank }) => rank < ranks.insideThing);
      bad.push(...found.filter(({ rank }) => rank >= ranks.insideThing));
    }
    // Rather a cut in code than a tiny piece, but rather a tiny piece than a heading by itself.
    if (search === searches.at(-2)) yield* bad.filter(({ rank }) => rank === ranks.insideThing).sort(byWorth);
  }
  yield* bad.sort(byWorth);
  for (const search of searches) yield* graphemeCandidates(search).toSorted(byWorth);
}

function windows(source: Source, { start, evenLength, earliest, maxLength }: Aim): readonly Search[] {
  const target = start + evenLength;
  const latest = start + maxLength - openingLength(source, start);
  // As wide to both sides: short pieces that no long ones make up for would leave the last ones without a choice.
  const slack = Math.min(evenLength * evenness, Math.max(latest - target, 0));
  const window = (from: number, to: number): Search => ({
    source,
    start,
    from: Math.ceil(Math.max(from, start + 1)),
    to: Math.floor(Math.min(to, latest)),
    maxLength,
  });
  const all = [
    window(Math.max(earliest, target - slack), target + slack),
    window(Math.max(earliest, start + maxLength / 4), latest),
    window(start, latest),
  ];
  return all.filter(({ from, to }) => from <= to);
}
