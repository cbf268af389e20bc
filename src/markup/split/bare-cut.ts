import { type Piece, ranks } from './candidates.js';
import { graphemeEnds } from './graphemes.js';
import { isSpaceAt, skipSpace } from './place.js';
import { firstSpanFrom, type Source, spanAround } from './source.js';

/**
 * The last resort, for what is indivisible and does not fit with its styles: as much of it as fits, without them. Even a
 * grapheme is cut when it alone is longer than a piece, but never a surrogate pair.
 */
export function bareCut(source: Source, from: number, maxLength: number): Piece {
  const { text } = source;
  // The indentation of a mark is part of it, but by itself it is nothing to show.
  const start = skipSpace(text, from);
  const next = source.spans[firstSpanFrom(source, start)];
  const thing = next?.start === start ? next : spanAround(source, start);
  const to = Math.min(start + maxLength, thing?.end ?? text.length, text.length);
  const cut = graphemeEnds(text, start, to, maxLength).at(-1) ?? wholeCodePoints(text, to);
  let end = cut;
  while (isSpaceAt(text, end - 1)) end -= 1;
  return { text: text.slice(start, end), end, start: skipSpace(text, cut), boundary: 'grapheme', rank: ranks.grapheme };
}

function wholeCodePoints(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
