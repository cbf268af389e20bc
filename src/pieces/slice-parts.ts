import { renderPiece } from '../markup/split/render-piece.js';
import type { Source } from '../markup/split/source.js';
import { type DrawnText, type DrawPart, drawParts, type PartRange } from './drawn-text.js';
import { isSliceable, type Part, type SliceablePart } from './part.js';

/** A stretch of a drawn text as it is shown: `text` has all styles closed that it opens. UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What parts are sliced from. */
export interface Sliced {
  readonly drawn: DrawnText;
  readonly draw: DrawPart;
  /** The drawn text as it was read; asked for only where a stretch begins or ends inside a part beside others. */
  readonly source: () => Source;
}

/**
 * The parts of a stretch: drawn and joined they give exactly its text. A stretch that cannot be told in parts (a label or a
 * heading cut in two, a style that goes on from one part into the next) is one part of text.
 */
export function sliceParts(sliced: Sliced, stretch: Stretch): readonly Part[] {
  const { drawn, draw } = sliced;
  const ranges = rangesIn(drawn.parts, stretch);
  const parts: Part[] = [];
  for (const range of ranges) {
    const part = sliceOf(sliced, range, stretch, ranges.length === 1);
    if (part === undefined) break;
    parts.push(part);
  }
  const isTold = parts.length === ranges.length && drawParts(parts, draw) === stretch.text;
  if (isTold) return parts;
  const { text, start, end } = stretch;
  return [withSource({ kind: 'text', text }, drawn.text.slice(start, end), text)];
}

function rangesIn(parts: readonly PartRange[], { start, end }: Stretch): readonly PartRange[] {
  return parts.filter((range) => range.start < end && range.end > start);
}

/** The part of a stretch that lies in a range; undefined where it is none of its kind. */
function sliceOf(sliced: Sliced, range: PartRange, stretch: Stretch, isAlone: boolean): Part | undefined {
  const { drawn } = sliced;
  const { part } = range;
  const start = Math.max(range.start, stretch.start);
  const end = Math.min(range.end, stretch.end);
  const source = drawn.text.slice(start, end);
  const isWhole = start === range.start && end === range.end;
  const shown = isAlone ? stretch.text : isWhole ? source : renderPiece(sliced.source(), start, end);
  if (isWhole && shown === source) return part;
  const slice = isSliceable(part) ? cutOut(part, range, start, shown) : undefined;
  return slice === undefined ? undefined : withSource(slice, source, shown);
}

/** What is shown of a part from an offset on, as such a part; undefined where that begins inside its label. */
function cutOut(part: SliceablePart, range: PartRange, start: number, shown: string): SliceablePart | undefined {
  const ownStart = range.end - ownLength(part);
  if (start === range.start) return { ...part, text: bare(part, shown.slice(ownStart - start)) };
  if (start < ownStart) return undefined;
  const text = bare(part, shown);
  return part.kind === 'text' ? { ...part, text } : { ...part, text, isContinued: true };
}

/** How much of a drawn part is its own: its text with the marks that set it apart, and not its label. In UTF-16 units. */
function ownLength({ kind, text }: SliceablePart): number {
  switch (kind) {
    case 'text':
      return text.length;
    case 'note':
    case 'end-note':
      return text.length + '> '.length * text.split('\n').length;
    case 'warnings':
      return text.length + 2 * '||'.length;
  }
}

/** The text in what is drawn of a part behind its label: every line of a note has a mark, a list of warnings is between bars. */
function bare({ kind }: SliceablePart, own: string): string {
  switch (kind) {
    case 'text':
      return own;
    case 'note':
    case 'end-note':
      return own.replaceAll(/(?<![^\n])> /g, '');
    case 'warnings':
      return own.slice('||'.length, -'||'.length);
  }
}

function withSource<T extends SliceablePart>(part: T, source: string, shown: string): T {
  return source === shown ? part : { ...part, source };
}
