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
  return end > from && start < source.text.length ? { end, start } : undefined;
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

function behindClosers(source: Source, at: number): number {
  let end = at;
  let around = spanAround(source, end);
  while (around !== undefined && end === around.innerEnd) {
    end = around.end;
    around = spanAround(source, end);
  }
  return end;
}

/** Goes on over white space, markers that close what the piece before has closed, and empty quoted lines. */
function startBehind(source: Source, at: number): number {
  let start = at;
  for (;;) {
    const passed = behindClosers(source, passSpace(source, start));
    const mark = emptyMark(source, passed);
    if (mark === undefined && passed === start) break;
    start = mark?.end ?? passed;
  }
  // The indentation of a quote or item is part of its mark.
  const around = spanAround(source, start);
  return around !== undefined && start < around.inner ? around.start : start;
}

/** In a fenced block only empty lines count as white space between pieces: what is indented stays so. */
function passSpace({ text, ...source }: Source, from: number): number {
  const fence = findAround(spanAround({ text, ...source }, from), 'fence');
  let at = from;
  let lineStart = from;
  while (at < text.length && isSpaceAt(text, at)) {
    at += 1;
    if (text.charAt(at - 1) === '\n') lineStart = at;
  }
  return fence !== undefined && at < fence.innerEnd && lineStart > from ? lineStart : at;
}

/** The mark of a quoted line at the offset, when nothing follows it on its line. */
function emptyMark(source: Source, at: number): Span | undefined {
  const span = source.spans[firstSpanFrom(source, at)];
  if (span?.kind !== 'marker' || span.start !== at) return undefined;
  return /^[^\S\n]*$/.test(lineRest(source.text, span.end)) ? span : undefined;
}

function lineRest(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
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
