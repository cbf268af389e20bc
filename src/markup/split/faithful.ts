import { placeAt } from './place.js';
import { renderPiece } from './render-piece.js';
import { showsTheSame } from './same-styles.js';
import { hasStray, pathOf, type Source, spanAround } from './source.js';
import { isBlock } from './span.js';

/**
 * Whether the piece shows [start, end) as the whole text shows it. Only where a style is carried over a cut, or where
 * delimiters stand that have no meaning, can that fail: else the piece need not be read again.
 */
export function isFaithful(source: Source, start: number, end: number, piece: string): boolean {
  const isPlain = !hasStray(source, start, end) && !isStyled(source, start) && !isStyled(source, end);
  return isPlain || showsTheSame(source, start, end, piece);
}

/** How much of the next piece is tried at least: its first words, in UTF-16 units. */
const firstWords = 40;

/**
 * Whether a piece that begins here can show its first words, what is still open, and the stray delimiters of its first
 * half as the whole text shows them.
 */
export function isFaithfulStart(source: Source, start: number, maxLength: number): boolean {
  const half = Math.floor(maxLength / 2);
  const open = pathOf(spanAround(source, start)).find((span) => !isBlock(span));
  const openLength = hasStray(source, start, start + half) ? half : Math.min((open?.end ?? start) - start, half);
  return [firstWords, Math.max(openLength, firstWords)].every((length) => {
    const end = probeEnd(source, start, length);
    return end === undefined || isFaithful(source, start, end, renderPiece(source, start, end));
  });
}

/** Where a word ends after the length, or soon after that; the end of the text if it is nearer. */
function probeEnd(source: Source, start: number, length: number): number | undefined {
  const from = start + length;
  if (from >= source.text.length) return source.text.length;
  for (const { index } of source.text.slice(from, from + 3 * firstWords).matchAll(/\s+/g)) {
    const place = placeAt(source, from + index, start);
    if (place !== undefined) return place.end;
  }
  return undefined;
}

function isStyled(source: Source, at: number): boolean {
  return pathOf(spanAround(source, at)).some((span) => !isBlock(span));
}
