import type { Block } from './block.js';
import { escapeAroundLinks } from './plain.js';
import type { ProblemList } from './problem-list.js';
import type { SourceLine } from './source-lines.js';
import { textParagraphs } from './text-paragraphs.js';

/** Reads a plain-text file's lines as blocks; markup in it shows as it was typed, but for clear italics and bold. */
export function textBlocks(lines: readonly SourceLine[], _problems: ProblemList): readonly Block[] {
  return textParagraphs(lines).map((paragraph) =>
    paragraph.kind === 'break'
      ? paragraph
      : { ...paragraph, plain: paragraph.text, markup: escapeAroundLinks(paragraph.text) },
  );
}
