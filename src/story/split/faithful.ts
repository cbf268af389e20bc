import { placeAt } from './place.js';
import { renderPiece } from './render-piece.js';
import { showsTheSame } from './same-styles.js';
import { hasStray, type Source, spanAround } from './source.js';
import { isBlock, type Span } from './span.js';

/**
 * Whether the piece shows [start, end) as the whole text shows it. Only where a style is carried over a cut, or where
 * delimiters stand that have no meaning, can that fail: else the piece need not be read again.
 */
export function isFaithful(source: Source, start: number, end: number, piece: string): boolean {
  const isPlain = !hasStray(source, start, end) && !isStyled(source, start) && !isStyled(source, end);
  return isPlain || showsTheSame(source, start, end, piece);
}

/** How much of the next piece is tried, in UTF-16 units. */
const probeLength = 40;

/** Whether a piece that begins here can show its first words as the whole text shows them. */
export function isFaithfulStart(source: Source, start: number): boolean {
  const end = probeEnd(source, start);
  return end === undefined || isFaithful(source, start, end, renderPiece(source, start, end));
}

function probeEnd(source: Source, start: number): number | undefined {
  const ahead = source.text.slice(start, start + 4 * probeLength);
  for (const { index } of ahead.slice(probeLength).matchAll(/\s+/g)) {
    const place = placeAt(source, start + probeLength + index, start);
    if (place !== undefined) return place.end;
  }
  return start + ahead.length === source.text.length ? source.text.length : undefined;
}

function isStyled(source: Source, at: number): boolean {
  let span: Span | undefined = spanAround(source, at);
  while (span !== undefined && isBlock(span)) span = span.parent;
  return span !== undefined;
}
