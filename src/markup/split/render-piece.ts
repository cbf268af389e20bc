import { behindClosers, markStart, skipSpace } from './place.js';
import { firstSpanFrom, pathOf, type Source, spanAround } from './source.js';
import { findAround, type ItemNumber, isBlock, type Span } from './span.js';

/**
 * The piece that shows [start, end) of the source: what is open at its start is opened again, what is open at its end is
 * closed. Neither offset is inside a marker.
 */
export function renderPiece(source: Source, start: number, end: number): string {
  const copy = copier(source, start, end);
  const around = pathOf(spanAround(source, start));
  let piece = around.map((span) => (isBlock(span) && !hasMarkAt(source, span, start) ? span.open : '')).join('');
  let open = around.filter((span) => isOpen(span, start));
  let at = start;
  // A style that was open before a quote, heading or item goes behind its mark, which must come first in the line. It
  // is closed with that block and opened again behind it, until a line begins with nothing of the kind.
  while (open.length > 0 && at < end) {
    const lineStart = marksEnd(source, at, end);
    piece += copy(at, lineStart) + open.map((span) => onQuotedLines(span, span.open)).join('');
    const block = innermostBlock(source, lineStart, start, open);
    at = Math.min(block?.end ?? end, end);
    at = Math.min(behindClosers(source, at), end);
    piece += copy(lineStart, at);
    if (at === end) break;
    open = open.filter((span) => span.innerEnd > at);
    const next = markStart(source, skipSpace(source.text, at));
    const gap = copy(at, next);
    // A quote or heading that ends with the style around it ends within its line, as no line of a piece can.
    const isBroken = block?.kind !== 'item' && !gap.includes('\n');
    piece += closing(open) + (isBroken ? '\n' : gap);
    // What ends behind white space has been closed before it.
    at = Math.min(behindClosers(source, next), end);
    open = open.filter((span) => span.innerEnd > at);
  }
  return piece + copy(at, end) + closing(pathOf(spanAround(source, end)).filter((span) => isOpen(span, end)));
}

/** How much of a piece that begins at the offset is taken by what must be opened again. */
export function openingLength(source: Source, start: number): number {
  return pathOf(spanAround(source, start)).reduce((sum, span) => sum + span.open.length, 0);
}

/** Whether the offset is in what the style is about: a bare cut may be in a marker, which is then only text. */
function isOpen(span: Span, at: number): boolean {
  return !isBlock(span) && span.inner <= at && at <= span.innerEnd;
}

/** What closes the styles that are open, the innermost first. */
function closing(path: readonly Span[]): string {
  return path
    .map((span) => onQuotedLines(span, span.close))
    .toReversed()
    .join('');
}

/** A marker that has a line break in it, which only a fence's has, needs the quote's mark on its own line. */
function onQuotedLines(span: Span, marker: string): string {
  return findAround(span, 'quote')?.open === '> ' ? marker.replaceAll('\n', '\n> ') : marker;
}

/** Whether the text at the offset brings the mark of the line with it. */
function hasMarkAt(source: Source, block: Span, at: number): boolean {
  if (block.open !== '> ') return false;
  const span = source.spans[firstSpanFrom(source, at)];
  return span?.kind === 'marker' && span.start === at;
}

/** Where the marks that begin the line at the offset end; the offset itself where there are none. */
function marksEnd(source: Source, at: number, limit: number): number {
  let end = at;
  for (let index = firstSpanFrom(source, at); end < limit; index += 1) {
    const span = source.spans[index];
    if (span?.start !== end || !(isBlock(span) || span.kind === 'marker')) break;
    end = span.inner;
  }
  // A style cannot open before a space, and there may be some behind the mark.
  while (end > at && end < limit && /[^\S\n]/.test(source.text.charAt(end))) end += 1;
  return end;
}

/** The innermost block around the offset, begun inside an open style, that the piece shows the mark of. */
function innermostBlock(source: Source, at: number, start: number, open: readonly Span[]): Span | undefined {
  const path = pathOf(spanAround(source, at));
  const inside = path.slice(path.findIndex((span) => open.includes(span)));
  // An item that goes on from the piece before is not marked again.
  return inside.findLast((span) => isBlock(span) && (span.kind !== 'item' || span.start >= start));
}

/** Copies stretches of the source; the first item that goes on with a list gets the number that is shown for it. */
function copier(source: Source, start: number, end: number): (from: number, to: number) => string {
  const number = continuedNumber(source, start, end);
  if (number === undefined) return (from, to) => source.text.slice(from, to);
  const behind = number.at + number.typed.length;
  return (from, to) => {
    if (to < behind || from > number.at) return source.text.slice(from, to);
    return source.text.slice(from, number.at) + number.shown + source.text.slice(behind, to);
  };
}

function continuedNumber(source: Source, start: number, end: number): ItemNumber | undefined {
  for (let index = firstSpanFrom(source, start); index < source.spans.length; index += 1) {
    const span = source.spans[index];
    if (span === undefined || span.start >= end) return undefined;
    const { number } = span;
    if (number === undefined) continue;
    return number.listStart < start && String(number.shown) !== number.typed ? number : undefined;
  }
  return undefined;
}
