import { looksLikeLineStart } from './line-starts.js';
import { firstSpanFrom, isInsideMarker, type Source, spanAround } from './source.js';
import { findAround, type Span } from './span.js';

/** Where one piece may end and the next begin; between the two is only what needs not be shown. */
export interface Place {
  /** Just behind the last character of the piece. */
  readonly end: number;
  /** The first character of the next piece. */
  readonly start: number;
}

/**
 * The place at an offset, white space and markers with nothing in them left out; `undefined` inside a marker or a sign,
 * and where one of the pieces would be empty. `from` is where the piece begins.
 */
export function placeAt(source: Source, at: number, from: number): Place | undefined {
  if (isInsideMarker(spanAround(source, at), at)) return undefined;
  const { end, opensAt } = endBefore(source, at, from);
  const start = startBehind(source, opensAt ?? at);
  if (end <= from || start >= source.text.length) return undefined;
  return wouldBeginBlock(source, start) || wouldLengthenTicks(source, end, start) ? undefined : { end, start };
}

/** Whether a backtick of the code itself would stand next to those that close or open it at the cut. */
function wouldLengthenTicks(source: Source, end: number, start: number): boolean {
  const isInCode = (at: number): boolean => findAround(spanAround(source, at), 'code') !== undefined;
  const { text } = source;
  return (text.charAt(end - 1) === '`' && isInCode(end)) || (text.charAt(start) === '`' && isInCode(start));
}

/** Where the text ends, without markers that have nothing in them. */
export function contentEnd(source: Source): number {
  let at = source.text.length;
  let around = spanAround(source, at - 1);
  while (around?.end === at && around.innerEnd < at) {
    at = around.innerEnd;
    around = spanAround(source, at - 1);
  }
  const { end, opensAt } = endBefore(source, at, 0);
  return opensAt === undefined ? source.text.length : end;
}

/** Whether what is text here would be a quote, heading or item at the beginning of a piece. */
function wouldBeginBlock(source: Source, start: number): boolean {
  if (!looksLikeLineStart(source.text, start)) return false;
  const isBlockThere = source.spans[firstSpanFrom(source, start)]?.start === start;
  return !isBlockThere && findAround(spanAround(source, start), 'fence') === undefined;
}

/** Goes back over white space, and over markers that would open with nothing behind them: those go to the next piece. */
function endBefore(source: Source, at: number, from: number): { end: number; opensAt: number | undefined } {
  let end = at;
  let opensAt: number | undefined;
  while (end > from) {
    if (isSpaceAt(source.text, end - 1)) {
      end -= 1;
      continue;
    }
    const around = spanAround(source, end);
    if (around !== undefined && end <= around.inner) {
      end = around.start;
      opensAt = end;
    } else if (around !== undefined && end === around.innerEnd) {
      return { end: behindClosers(source, end), opensAt };
    } else break;
  }
  return { end, opensAt };
}

/** The offset behind all the markers that close at the offset. */
export function behindClosers(source: Source, at: number): number {
  let end = at;
  let around = spanAround(source, end);
  while (around !== undefined && end === around.innerEnd) {
    end = around.end;
    around = spanAround(source, end);
  }
  return end;
}

/** The first offset from there on at which there is something to show. */
export function startBehind(source: Source, at: number): number {
  let start = at;
  for (;;) {
    const passed = markStart(source, behindClosers(source, passSpace(source, behindClosers(source, start))));
    const mark = emptyMark(source, passed);
    if (mark === undefined && passed === start) return start;
    start = mark?.end ?? passed;
  }
}

/** The offset, or that of the mark that it is in: the indentation of a quote or item is part of its mark. */
export function markStart(source: Source, at: number): number {
  const around = spanAround(source, at);
  return around !== undefined && at < around.inner ? around.start : at;
}

/** In a fenced block only empty lines count as white space between pieces: what is indented stays so. */
function passSpace(source: Source, from: number): number {
  const { text } = source;
  let at = from;
  let lineStart = from;
  while (at < text.length && isSpaceAt(text, at)) {
    at += 1;
    if (text.charAt(at - 1) === '\n') lineStart = at;
  }
  if (lineStart === from) return at;
  const fence = findAround(spanAround(source, from), 'fence');
  return fence !== undefined && at < fence.innerEnd ? lineStart : at;
}

/** The mark of a quoted line at the offset, when nothing of the quote follows it on its line. */
function emptyMark(source: Source, at: number): Span | undefined {
  const { spans, text } = source;
  const first = firstSpanFrom(source, at);
  // The quote that the mark opens begins at the same offset.
  const mark = spans[first]?.kind === 'quote' ? spans[first + 1] : spans[first];
  if (mark?.kind !== 'marker' || mark.start !== at) return undefined;
  const quoteEnd = mark.parent?.innerEnd ?? text.length;
  const lineEnd = text.indexOf('\n', at);
  return text.slice(mark.end, lineEnd < 0 ? quoteEnd : Math.min(lineEnd, quoteEnd)).trim() === '' ? mark : undefined;
}

/** Whether the character at the offset is white space. */
export function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code === 32 || code === 10 || code === 9 || (code > 10 && code < 14) || (code > 0x9f && /\s/.test(text.charAt(at)))
  );
}

/** The first offset from there on that is not white space, or the text's end. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpaceAt(text, at)) at += 1;
  return at;
}
