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
  return isTold ? parts : [withSource({ kind: 'text', text: stretch.text }, drawn, stretch, stretch.text)];
}

function rangesIn(parts: readonly PartRange[], { start, end }: Stretch): readonly PartRange[] {
  return parts.filter((range) => range.start < end && range.end > start);
}

/** The part of a stretch that lies in a range; undefined where it is none of its kind. */
function sliceOf(sliced: Sliced, range: PartRange, stretch: Stretch, isAlone: boolean): Part | undefined {
  const { drawn, draw } = sliced;
  const { part } = range;
  const start = Math.max(range.start, stretch.start);
  const end = Math.min(range.end, stretch.end);
  const isWhole = start === range.start && end === range.end;
  const shown = isAlone ? stretch.text : isWhole ? undefined : shownBetween(sliced, start, end, stretch);
  if (isWhole && (shown ?? drawn.text.slice(start, end)) === drawn.text.slice(start, end)) return part;
  if (shown === undefined || !isSliceable(part)) return undefined;
  const slice =
    start === range.start ? first(part, drawn.text.slice(range.start, range.end), shown) : rest(part, shown);
  return slice !== undefined && draw(slice) === shown ? withSource(slice, drawn, { start, end }, shown) : undefined;
}

/** Only the edges of a piece are trimmed. */
function shownBetween({ source }: Sliced, start: number, end: number, stretch: Stretch): string {
  const shown = renderPiece(source(), start, end);
  const begun = start === stretch.start ? shown.trimStart() : shown;
  return end === stretch.end ? begun.trimEnd() : begun;
}

/** The beginning of a part: what is drawn before its own text is not part of it. */
function first(part: SliceablePart, drawn: string, shown: string): SliceablePart | undefined {
  const whole = bare(part, drawn);
  const text = bare(part, shown);
  // Of warnings the label stands before the bars, and is gone with them.
  const labelLength = part.kind === 'warnings' ? 0 : whole.length - part.text.length;
  return { ...part, text: text.slice(labelLength) };
}

function rest(part: SliceablePart, shown: string): SliceablePart {
  const text = bare(part, shown);
  return part.kind === 'text' ? { ...part, text } : { ...part, text, isContinued: true };
}

/** What is drawn of a part, without the marks that set it apart: every line of a note has its own, a list is between bars. */
function bare({ kind }: SliceablePart, shown: string): string {
  switch (kind) {
    case 'text':
      return shown;
    case 'note':
    case 'end-note':
      return shown.replaceAll(/(?<![^\n])> /g, '');
    case 'warnings':
      return /\|\|(.*)\|\|$/su.exec(shown)?.[1] ?? '';
  }
}

function withSource(
  part: SliceablePart,
  { text }: DrawnText,
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  shown: string,
): SliceablePart {
  const source = text.slice(start, end);
  return source === shown ? part : { ...part, source };
}
