import type { Block } from './block.js';

/** What a stretch of a chapter file was taken for; `data` is read and not shown as it stands: a rating, the story's title. */
export type FilePart = 'front-matter' | 'data' | 'heading' | 'note' | 'text' | 'break' | 'end-note';

/** A stretch of lines of a chapter file, from `line` up to `end`, exclusive; lines count from 1. */
export interface OutlinePart {
  readonly part: FilePart;
  readonly line: number;
  readonly end: number;
}

/** A chapter file's blocks as they were told apart. */
export interface TakenApart {
  /** Every block of the file, by line. */
  readonly blocks: readonly Block[];
  readonly heading: readonly Block[];
  readonly notes: readonly Block[];
  readonly text: readonly Block[];
  readonly endNotes: readonly Block[];
  /** The first line behind the front matter, and behind the file's end. */
  readonly bodyLine: number;
  readonly endLine: number;
}

/** Says of every stretch of a file what it was taken for, in order, without gaps from the first that says anything. */
export function outlineOf(taken: TakenApart): readonly OutlinePart[] {
  const parts = new Map<number, FilePart>();
  const mark = (blocks: readonly Block[], part: FilePart) => {
    for (const { line, kind } of blocks) parts.set(line, kind === 'break' ? 'break' : part);
  };
  // What is only data stands in no later list; a line of it that is shown as a note does.
  mark(taken.blocks, 'data');
  mark(taken.text, 'text');
  mark(taken.heading, 'heading');
  mark(taken.notes, 'note');
  mark(taken.endNotes, 'end-note');
  const starts = [...parts].sort(([a], [b]) => a - b);
  const body = starts.map(([line, part], index) => ({ part, line, end: starts[index + 1]?.[0] ?? taken.endLine }));
  return taken.bodyLine > 1 ? [{ part: 'front-matter', line: 1, end: taken.bodyLine }, ...body] : body;
}
