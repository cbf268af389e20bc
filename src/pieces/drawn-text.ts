import type { ComposedText, Composition } from './compose.js';
import { isSliceable, type Part } from './part.js';

/**
 * How a part stands in a plain message: Discord markup with LF line ends, and not blank unless the part is empty. A text is
 * drawn as it is, a note as a quote, warnings behind spoiler bars. A label stands before what is not continued, and alone before
 * nothing.
 */
export type DrawPart = (part: Part) => string;

/** Where a part stands in a drawn text: UTF-16 offsets, `end` exclusive. */
export interface PartRange {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** A whole chapter as markup, in which it is known where its parts and passages stand. */
export interface DrawnText extends ComposedText {
  readonly parts: readonly PartRange[];
}

/** Draws parts as they stand in one message. */
export function drawParts(parts: readonly Part[], draw: DrawPart): string {
  return parts.map((part, index) => separatorBefore(parts, index) + draw(part)).join('');
}

/** Parts as they stood in the text that they were cut from, where that was kept, else as they are drawn. */
export function sourceOfParts(parts: readonly Part[], draw: DrawPart): string {
  return drawParts(parts, (part) => (isSliceable(part) ? part.source : undefined) ?? draw(part));
}

/** The whole chapter as one text: what a release posts, before it is cut. */
export function drawnText({ parts, passages }: Composition, draw: DrawPart): DrawnText {
  const ranges: PartRange[] = [];
  let text = '';
  parts.forEach((part, index) => {
    text += separatorBefore(parts, index);
    const start = text.length;
    text += draw(part);
    ranges.push({ part, start, end: text.length });
  });
  const shift = ranges.find(({ part }) => part.kind === 'text')?.start ?? 0;
  return {
    text,
    parts: ranges,
    passages: passages.map(({ id, start, end }) => ({ id, start: start + shift, end: end + shift })),
  };
}

/** A ping and a heading have what belongs to them on the next line; all else is a paragraph of its own. */
function separatorBefore(parts: readonly Part[], index: number): string {
  if (index === 0) return '';
  return parts[index - 1]?.kind === 'ping' || parts[index]?.kind === 'byline' ? '\n' : '\n\n';
}
