import type { Block } from './block.js';
import type { ProblemList } from './problem-list.js';
import type { SourceLine } from './source-lines.js';
import { renderRuns } from './styled-runs.js';
import { emphasise } from './text-emphasis.js';
import { textParagraphs } from './text-paragraphs.js';

/** `# Title` means a heading in plain text too; `###` alone is a scene break, and `#1` a number. */
const markedHeading = /^(?<marks>#{1,6})[^\S\n]+(?<title>\S[^\n]*)$/u;

/**
 * Reads a plain-text file's lines as blocks. Clear italics and bold become markup; everything else that Discord would take
 * for markup shows as it was typed. Emphasis that opens or closes nothing is reported.
 */
export function textBlocks(lines: readonly SourceLine[], problems: ProblemList): readonly Block[] {
  return textParagraphs(lines).map((paragraph): Block => {
    if (paragraph.kind === 'break') return { kind: 'break', line: paragraph.line, gap: 1, typed: paragraph.typed };
    const { line, text } = paragraph;
    const markup = textMarkup(text, line, problems);
    const marked = markedHeading.exec(text)?.groups;
    return marked
      ? {
          kind: 'heading',
          isTyped: true,
          line,
          gap: 1,
          depth: marked['marks']?.length ?? 1,
          plain: marked['title']?.trim() ?? text,
          markup,
        }
      : { kind: 'paragraph', line, gap: 1, shape: 'prose', isCentred: false, plain: text, markup };
  });
}

/** One paragraph of plain text as Discord markup; `line` is where it starts. */
export function textMarkup(text: string, line: number, problems: ProblemList): string {
  const { runs, unbalanced } = emphasise(text);
  const [first] = unbalanced;
  if (first !== undefined) {
    const excerpt = text.slice(Math.max(0, first - 15), first + 25).replace(/\n/gu, ' ');
    problems.add(line + text.slice(0, first).split('\n').length - 1, {
      severity: 'warning',
      code: 'unbalanced-emphasis',
      message: `The \`${text[first] ?? ''}\` in “${excerpt}” opens or closes nothing in its paragraph, so it is shown as typed.`,
      fix: 'Close the emphasis in the same paragraph and open it again in the next, or remove the mark.',
    });
  }
  return renderRuns(runs);
}
