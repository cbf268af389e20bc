import type { Piece } from './candidates.js';
import { type Aim, chooseCut } from './choose-cut.js';
import { isFaithful } from './faithful.js';
import { contentEnd, placeAt, startBehind } from './place.js';
import { renderPiece } from './render-piece.js';
import type { Source } from './source.js';

/** Above this part of the room that the least number of pieces has, there is none left to choose good places in. */
const comfortablyFull = 0.92;

/** A piece with its own beginning. */
export interface PlacedPiece extends Piece {
  readonly from: number;
}

/** Cuts a source that is longer than one piece and has no white space at its end. */
export function cutPieces(source: Source, maxLength: number): readonly PlacedPiece[] {
  const first = startBehind(source, 0);
  const last = contentEnd(source);
  const latestCuts = cutFromTheEnd(source, first, last, maxLength);
  const least = latestCuts.length + 1;
  const isTight = last - first > least * maxLength * comfortablyFull;
  const pieces: PlacedPiece[] = [];
  let left = isTight && least > 1 ? least + 1 : least;
  for (let from = first; from < last; left -= 1) {
    const piece = lastPiece(source, from, last, maxLength) ?? nextPiece(from);
    pieces.push({ ...piece, from });
    from = piece.start;
  }
  return pieces;

  function nextPiece(start: number): Piece {
    // Markup can need more pieces than were counted.
    const count = left >= 2 ? left : Math.max(2, Math.ceil((last - start) / maxLength));
    const aim: Aim = { start, evenLength: (last - start) / count, earliest: latestCuts[count - 2] ?? start, maxLength };
    return chooseCut(source, aim);
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
 * Fills pieces from the end of the text backwards, as far as words allow. The n-th offset is the first at which a cut may
 * be if n pieces are to hold all that comes behind it, and one more than their number is the least number of pieces.
 */
function cutFromTheEnd(source: Source, first: number, last: number, maxLength: number): readonly number[] {
  const cuts: number[] = [];
  for (let end = last; end - first > maxLength; ) {
    const earliest = end - maxLength;
    end = firstWordEnd(source, first, end, maxLength) ?? earliest;
    cuts.push(end);
  }
  return cuts;
}

/** The first word that ends so late that what comes behind it, up to `end`, fits in a piece. */
function firstWordEnd(source: Source, first: number, end: number, maxLength: number): number | undefined {
  // The white space before a word that just fits stands before the first unit that does.
  const from = Math.max(end - maxLength - 1, first);
  for (const { index } of source.text.slice(from, end - maxLength / 2).matchAll(/[ \t\n]/g)) {
    const place = placeAt(source, from + index, first);
    // Behind a link's label its whole address is passed over, which may reach as far as the end.
    if (place === undefined || place.start >= end) continue;
    if (renderPiece(source, place.start, end).length <= maxLength) return place.end;
  }
  return undefined;
}
