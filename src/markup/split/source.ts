import { type Markup, parseMarkup } from './parse-markup.js';
import { isSign, type Span } from './span.js';

/** A normalised text with its markup, and what can be asked of a place in it. */
export interface Source extends Markup {
  readonly text: string;
}

/** Reads the markup of a normalised text. */
export function readSource(text: string): Source {
  return { text, ...parseMarkup(text) };
}

/** The innermost span that the offset is inside of, its markers included: `start < at < end`. */
export function spanAround(source: Source, at: number): Span | undefined {
  let span: Span | undefined = source.spans[firstSpanFrom(source, at) - 1];
  while (span !== undefined && span.end <= at) span = span.parent;
  return span;
}

/** Index of the first span that begins at or after the offset. */
export function firstSpanFrom(source: Source, at: number): number {
  return firstIndex(source.spans.length, (index) => (source.spans[index]?.start ?? at) >= at);
}

/** The spans that begin in [from, to). */
export function spansBetween(source: Source, from: number, to: number): readonly Span[] {
  return source.spans.slice(firstSpanFrom(source, from), firstSpanFrom(source, to));
}

/** Whether a delimiter without meaning stands in [from, to). */
export function hasStray(source: Source, from: number, to: number): boolean {
  const { strays } = source;
  const first = strays[firstIndex(strays.length, (index) => (strays[index] ?? from) >= from)];
  return first !== undefined && first < to;
}

/** The first index that passes a test which, once passed, all later ones pass. */
function firstIndex(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The span and those around it, the outermost first. */
export function pathOf(span: Span | undefined): readonly Span[] {
  const path: Span[] = [];
  for (let at = span; at !== undefined; at = at.parent) path.unshift(at);
  return path;
}

/** Whether the offset is within a sign or a marker, which are never cut. */
export function isInsideMarker(span: Span | undefined, at: number): boolean {
  return span !== undefined && (isSign(span) || at < span.inner || at > span.innerEnd);
}
