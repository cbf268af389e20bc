import type { Problem } from '../../../src/story/model.js';
import type { Block } from '../../../src/story/parse/block.js';
import { markdownBlocks } from '../../../src/story/parse/markdown-blocks.js';
import { normaliseLines } from '../../../src/story/parse/normalise/normalise-lines.js';
import { problemList } from '../../../src/story/parse/problem-list.js';
import { normaliseText, sourceLines } from '../../../src/story/parse/source-lines.js';
import { textBlocks } from '../../../src/story/parse/text-blocks.js';

/** A text's blocks, read by the ending of its file's name, and what was reported. */
export function readBlocks(file: string, text: string): { blocks: readonly Block[]; problems: readonly Problem[] } {
  const problems = problemList(file);
  const isMarkdown = file.endsWith('.md');
  const lines = normaliseLines(sourceLines(normaliseText(text)), isMarkdown ? 'markdown' : 'text', problems);
  const blocks = isMarkdown ? markdownBlocks(lines, problems) : textBlocks(lines, problems);
  return { blocks, problems: problems.all };
}

/** Each block as it is shown; a scene break as `* * *`. */
export function shown(file: string, text: string): readonly string[] {
  return readBlocks(file, text).blocks.map((block) => (block.kind === 'break' ? '* * *' : block.markup));
}

export const formats = ['a.txt', 'a.md'] as const;
