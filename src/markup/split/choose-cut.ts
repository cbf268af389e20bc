import { bareCut } from './bare-cut.js';
import {
  type Candidate,
  graphemeCandidates,
  lineCandidates,
  type Piece,
  ranks,
  type Search,
  sentenceCandidates,
  unspacedCandidates,
  wordCandidates,
} from './candidates.js';
import { isFaithful, isFaithfulStart } from './faithful.js';
import type { Goal } from './plan-cuts.js';
import { openingLength, renderPiece } from './render-piece.js';
import type { Source } from './source.js';
import { type Verse, verseAround } from './verse.js';

/** What a cut has to keep to. */
export interface Aim {
  /** Where the piece begins. */
  readonly start: number;
  /** Where it should end by the plan. */
  readonly goal: Goal;
  /** To end before this would take one more piece in all. */
  readonly earliest: number;
  /** Stanzas that fit in a piece, which are kept whole. */
  readonly verses: readonly Verse[];
  readonly maxLength: number;
}

/** How far from the even length a piece may end for the sake of a better place, as a part of it. */
const evenness = 0.11;

type Window = 'near' | 'reach' | 'wide' | 'room';

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
 * All candidates, the best first: what the plan says, then what is near it, then what is in reach. Words are parted only
 * where no sentence ends in reach, and the whole room is taken only when nothing in reach will do.
 */
function* inOrder(source: Source, aim: Aim): Generator<Candidate> {
  yield* planned(source, aim);
  const target = aim.goal.end;
  const byWorth = (one: Candidate, other: Candidate): number =>
    one.rank - other.rank || Math.abs(one.end - target) - Math.abs(other.end - target);
  const bad: Candidate[] = [];
  const good = (found: readonly Candidate[]): readonly Candidate[] => {
    const ranked = found.map((candidate) => withVerse(candidate, aim.verses)).sort(byWorth);
    bad.push(...ranked.filter(({ rank }) => rank >= ranks.insideThing));
    return ranked.filter(({ rank }) => rank < ranks.insideThing);
  };
  const { near, reach, wide, room } = windows(source, aim);
  for (const searches of [[near], around(near, reach)]) {
    yield* good(searches.flatMap(lineCandidates));
    yield* good(searches.flatMap(sentenceCandidates));
  }
  for (const searches of [[near], around(near, wide)]) {
    yield* good(searches.flatMap(wordCandidates));
    yield* good(searches.flatMap(unspacedCandidates));
  }
  // Rather a cut in code than a tiny piece, but rather a tiny piece than a heading by itself.
  yield* bad.filter(({ rank }) => rank === ranks.insideThing).sort(byWorth);
  yield* good(around(reach, room).flatMap(lineCandidates));
  yield* good(around(reach, room).flatMap(sentenceCandidates));
  yield* good(around(wide, room).flatMap(wordCandidates));
  yield* bad.sort(byWorth);
  for (const searches of [[near], around(near, wide), around(wide, room)]) {
    yield* searches.flatMap(graphemeCandidates).sort(byWorth);
  }
}

/** The stop that the plan has chosen, if its markup shows nothing worse than a line's end. */
function planned(source: Source, { start, goal, earliest, maxLength }: Aim): readonly Candidate[] {
  if (!goal.isStop || goal.end < earliest) return [];
  const { end } = goal;
  return lineCandidates({ source, start, from: end, to: end, maxLength }).filter(({ rank }) => rank <= ranks.line);
}

/** Inside verse that fits in a piece a line's end is no place for a cut. */
function withVerse(candidate: Candidate, verses: readonly Verse[]): Candidate {
  const isInVerse = candidate.rank < ranks.insideVerse && verseAround(verses, candidate.end) !== undefined;
  return isInVerse ? { ...candidate, rank: ranks.insideVerse } : candidate;
}

/** What the outer search has on both sides of the inner one, so that no place is looked at twice. */
function around(inner: Search, outer: Search): readonly Search[] {
  if (inner.from > inner.to) return [outer];
  return [
    { ...outer, to: Math.min(outer.to, inner.from - 1) },
    { ...outer, from: Math.max(outer.from, inner.to + 1) },
  ].filter(({ from, to }) => from <= to);
}

/** Where to look, from the narrowest to the widest. */
function windows(source: Source, { start, goal, earliest, maxLength }: Aim): Readonly<Record<Window, Search>> {
  const latest = Math.floor(start + maxLength - openingLength(source, start));
  // As wide to both sides: short pieces that no long ones make up for would leave the last ones without a choice.
  const slack = Math.min((goal.end - start) * evenness, Math.max(latest - goal.end, 0));
  const window = (from: number, to: number): Search => ({
    source,
    start,
    from: Math.ceil(Math.max(from, start + 1)),
    to: Math.floor(Math.min(to, latest)),
    maxLength,
  });
  return {
    near: window(Math.max(earliest, goal.end - slack), goal.end + slack),
    reach: window(Math.max(earliest, start + maxLength / 2), latest),
    wide: window(Math.max(earliest, start + maxLength / 4), latest),
    room: window(start, latest),
  };
}
