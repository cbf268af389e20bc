import type { Block, ParagraphBlock } from '../block.js';

/** The smallest stretch that gets a label: a block, or one line of a paragraph whose lines are not all of one kind. */
export interface Unit {
  readonly block: Block;
  /** The block of the file that it belongs to, by index. */
  readonly index: number;
  /** Whether the unit before it is of the same paragraph. */
  readonly isJoined: boolean;
}

/** Stretches looked at from either end of a file; what lies between them is the story. */
const atEachEnd = 32;

/** Whether a block is near enough to an end of the file to be anything but the story. */
export function isNearEdge(index: number, count: number): boolean {
  return index < atEachEnd || index >= count - atEachEnd;
}

/**
 * The stretches of a file in order. A paragraph of several lines comes line by line where it is near an end of the file and
 * `standsApart` says so of one of its lines; else whole.
 */
export function unitsOf(blocks: readonly Block[], standsApart: (line: ParagraphBlock) => boolean): readonly Unit[] {
  return blocks.flatMap((block, index): readonly Unit[] => {
    const lines = block.kind === 'paragraph' ? block.lines : undefined;
    if (lines === undefined || !isNearEdge(index, blocks.length) || !lines.some(standsApart)) {
      return [{ block, index, isJoined: false }];
    }
    return lines.map((line, at) => ({ block: line, index, isJoined: at > 0 }));
  });
}
