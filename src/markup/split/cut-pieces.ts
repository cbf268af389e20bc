import type { Piece } from './candidates.js';
import { chooseCut } from './choose-cut.js';
import { isFaithful } from './faithful.js';
import { outlineOf } from './outline.js';
import { contentEnd, placeAt, startBehind } from './place.js';
import { renderPiece } from './render-piece.js';
import { settlePlan } from './settle-plan.js';
import type { Source } from './source.js';
import { type Verse, verseAround } from './verse.js';

/** A piece with its own beginning. */
export interface PlacedPiece extends Piece {
  readonly from: number;
}

/** How long pieces may be, in UTF-16 units, and whether there shall be as few as can be. */
interface Cutting {
  readonly maxLength: number;
  readonly isFrugal: boolean;
}

/** Cuts a source that is longer than one piece and has no white space at its end. */
export function cutPieces(source: Source, { maxLength, isFrugal }: Cutting): readonly PlacedPiece[] {
  const first = startBehind(source, 0);
  const last = contentEnd(source);
  const { stops, verses } = outlineOf(source, first, last, maxLength);
  const latestCuts = cutFromTheEnd(source, first, last, verses, maxLength);
  const stretch = { first, last, stops, maxLength };
  const { plan, mostPieces } = settlePlan(stretch, { least: latestCuts.length + 1, isFrugal });
  const pieces: PlacedPiece[] = [];
  let left = mostPieces;
  for (let from = first; from < last; left -= 1) {
    const piece = lastPiece(source, from, last, maxLength) ?? nextPiece(from);
    pieces.push({ ...piece, from });
    from = piece.start;
  }
  return pieces;

  function nextPiece(start: number): Piece {
    // Markup can need more pieces than were counted.
    const count = left >= 2 ? left : Math.max(2, Math.ceil((last - start) / maxLength));
    const goal = plan.goalFrom(start);
    return chooseCut(source, { start, goal, earliest: latestCuts[count - 2] ?? start, verses, maxLength });
  }
}

/** All that is left, if it fits and shows what it should. */
function lastPiece(source: Source, from: number, last: number, maxLength: number): Piece | undefined {
  if (last - from > maxLength) return undefined;
  const text = renderPiece(source, from, last).trim();
  if (text.length > maxLength || !isFaithful(source, from, last, text)) return undefined;
  return { text, end: last, start: last, boundary: 'end', rank: 0 };
}

/**
 * Fills pieces from the end of the text backwards, as far as words and stanzas allow. The n-th offset is the first at which a cut may
 * be if n pieces are to hold all that comes behind it, and one more than their number is the least number of pieces.
 */
function cutFromTheEnd(
  source: Source,
  first: number,
  last: number,
  verses: readonly Verse[],
  maxLength: number,
): readonly number[] {
  const cuts: number[] = [];
  for (let end = last; end - first > maxLength; ) {
    const earliest = end - maxLength;
    const word = firstWordEnd(source, first, end, maxLength) ?? earliest;
    const verse = verseAround(verses, word);
    end = verse !== undefined && verse.end < end ? verse.end : word;
    cuts.push(end);
  }
  return cuts;
}

/** Where this many words in a row end at no place for a cut, the next ones will not either. */
const mostTries = 64;

/** The first word that ends so late that what comes behind it, up to `end`, fits in a piece. */
function firstWordEnd(source: Source, first: number, end: number, maxLength: number): number | undefined {
  // The white space before a word that just fits stands before the first unit that does.
  const from = Math.max(end - maxLength - 1, first);
  let tries = 0;
  for (const { index } of source.text.slice(from, end - maxLength / 2).matchAll(/[ \t\n]/g)) {
    tries += 1;
    if (tries > mostTries) break;
    const place = placeAt(source, from + index, first);
    // Behind a link's label its whole address is passed over, which may reach as far as the end.
    if (place === undefined || place.start >= end) continue;
    if (renderPiece(source, place.start, end).length <= maxLength) return place.end;
  }
  return undefined;
}
