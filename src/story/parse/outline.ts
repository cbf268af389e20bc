import type { Block } from './block.js';
import type { State } from './weigh/label.js';
import type { Weighed } from './weigh/weighed.js';

/**
 * What a stretch of a chapter file was taken for; `data` is read and not shown as it stands: a rating, the story's title;
 * `furniture` is not shown at all.
 */
export type FilePart = 'front-matter' | 'data' | 'furniture' | 'heading' | 'note' | 'text' | 'break' | 'end-note';

/** A stretch of lines of a chapter file, from `line` up to `end`, exclusive; lines count from 1. */
export interface OutlinePart {
  readonly part: FilePart;
  readonly line: number;
  readonly end: number;
}

/** What an outline is made of. */
export interface OutlineSource {
  readonly weighed: readonly Weighed[];
  /** A heading that front matter overrules: text again. */
  readonly left: readonly Block[];
  /** The text with the breaks that its rhythm shows. */
  readonly text: readonly Block[];
  /** The first line behind the front matter, and behind the file's end. */
  readonly bodyLine: number;
  readonly endLine: number;
}

/** Says of every stretch of a file what it was taken for, in order, without gaps from the first that says anything. */
export function outlineOf({ weighed, left, text, bodyLine, endLine }: OutlineSource): readonly OutlinePart[] {
  const parts = new Map<number, FilePart>();
  const overruled = new Set(left);
  let last: FilePart | undefined;
  for (const { seen, state } of weighed) {
    const { block, isJoined } = seen.unit;
    const part = overruled.has(block) ? 'text' : partOf(state);
    // Lines of one paragraph that are of one kind are one stretch.
    if (!isJoined || last !== part) parts.set(block.line, part);
    last = part;
  }
  for (const block of text) if (block.kind === 'break' && !parts.has(block.line)) parts.set(block.line, 'break');
  const starts = [...parts].sort(([a], [b]) => a - b);
  const body = starts.map(([line, part], index) => ({ part, line, end: starts[index + 1]?.[0] ?? endLine }));
  return bodyLine > 1 ? [{ part: 'front-matter', line: 1, end: bodyLine }, ...body] : body;
}

/** What a stretch is shown to its author as. */
export function partOf({ label }: State): FilePart {
  switch (label) {
    case 'heading':
    case 'part':
    case 'title':
      return 'heading';
    case 'story':
    case 'data':
      return 'data';
    case 'note':
      return 'note';
    case 'end-note':
      return 'end-note';
    case 'furniture':
      return 'furniture';
    case 'break':
      return 'break';
    default:
      return 'text';
  }
}
