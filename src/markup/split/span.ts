/**
 * What a stretch of a text is to Discord. `quote`, `heading`, `subtext` and `item` are set by how a line begins; `bold`
 * to `link` by a marker on both sides; `atom` (a mention, custom emoji, timestamp or backslash escape) and `url` are one
 * sign each, and `marker` is the `> ` of a quoted line: none of these three is ever cut.
 */
export type SpanKind =
  | 'quote'
  | 'heading'
  | 'subtext'
  | 'item'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | 'code'
  | 'fence'
  | 'link'
  | 'url'
  | 'atom'
  | 'marker';

/**
 * A stretch of text with its meaning. All places are offsets in UTF-16 units, `start <= inner <= innerEnd <= end`:
 * [start, inner) and [innerEnd, end) are the markers, which Discord does not show. Spans nest and never cross.
 */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly inner: number;
  readonly innerEnd: number;
  readonly end: number;
  /** What to write so that the span goes on in another piece: `**`, `> `, a fence with its language. */
  readonly open: string;
  /** What to write so that the span ends before its time. */
  readonly close: string;
  readonly parent: Span | undefined;
  /** Of a numbered list's item only. */
  readonly number: ItemNumber | undefined;
}

/** The number of an item in a numbered list. Discord counts from the list's first number, whatever the others say. */
export interface ItemNumber {
  /** Offset of the digits. */
  readonly at: number;
  readonly typed: string;
  readonly shown: number;
  /** Offset at which the list begins. */
  readonly listStart: number;
}

/** A span as it is recognised, before it has its place in the tree. */
export type FoundSpan = Omit<Span, 'parent' | 'number'>;

const blocks: ReadonlySet<SpanKind> = new Set(['quote', 'heading', 'subtext', 'item']);
const signs: ReadonlySet<SpanKind> = new Set(['url', 'atom', 'marker']);

/** Whether the span is set by how a line begins. */
export function isBlock(span: Span): boolean {
  return blocks.has(span.kind);
}

/** Whether the span is one sign that is never cut. */
export function isSign(span: Span): boolean {
  return signs.has(span.kind);
}

/** The innermost span of the kind among the span and those around it. */
export function findAround(span: Span | undefined, kind: SpanKind): Span | undefined {
  let around = span;
  while (around !== undefined && around.kind !== kind) around = around.parent;
  return around;
}
