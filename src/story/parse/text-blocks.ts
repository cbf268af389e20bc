import type { Block } from './block.js';
import { markPairs } from './normalise/mark-pairs.js';
import { joinSpacedLetters } from './normalise/plain-letters.js';
import { resolveMarks, withoutMarks } from './normalise/style-marks.js';
import type { ProblemList } from './problem-list.js';
import { proseBlock, runsMarkup } from './prose-block.js';
import type { SourceLine } from './source-lines.js';
import type { StyledRun } from './styled-runs.js';
import { emphasise, readMarkers, textLooks } from './text-emphasis.js';
import { type TextParagraph, textParagraphs } from './text-paragraphs.js';

/** `# Title` means a heading in plain text too; `###` alone is a scene break, and `#1` a number. */
const markedHeading = /^(?<marks>#{1,6})[^\S\n]+(?<title>\S[^\n]*)$/u;

/**
 * Reads a plain-text file's lines as blocks. Clear italics and bold become markup; everything else that Discord would take
 * for markup shows as it was typed. Emphasis that opens or closes nothing is reported.
 */
export function textBlocks(lines: readonly SourceLine[], problems: ProblemList): readonly Block[] {
  return textParagraphs(lines).flatMap((paragraph): readonly Block[] => {
    if (paragraph.kind === 'break') return [paragraph];
    const runs = textRuns(paragraph.text, paragraph.lineNumbers, problems);
    const heading = headingOf(paragraph, runs);
    if (heading) return [heading];
    const { text } = paragraph;
    const plain = markPairs(text, readMarkers(text, textLooks).pairs, textLooks);
    const block = proseBlock({ ...paragraph, runs, plain });
    return block ? [block] : [];
  });
}

function headingOf(
  paragraph: Extract<TextParagraph, { kind: 'paragraph' }>,
  runs: readonly StyledRun[],
): Block | undefined {
  const { gap, lineNumbers, tagDepth } = paragraph;
  const text = withoutMarks(paragraph.text);
  const marked = tagDepth === undefined ? markedHeading.exec(text)?.groups : { marks: '', title: text };
  if (!marked) return undefined;
  const depth = tagDepth ?? marked['marks']?.length ?? 1;
  const words = runsMarkup(resolveMarks(runs)).replace(/\n/gu, ' ');
  return {
    kind: 'heading',
    isTyped: tagDepth === undefined,
    line: lineNumbers[0] ?? 1,
    gap,
    depth,
    plain: joinSpacedLetters(marked['title']?.trim() ?? text),
    markup: tagDepth !== undefined && depth <= 3 ? `${'#'.repeat(depth)} ${words}` : words,
  };
}

function textRuns(text: string, lineNumbers: readonly number[], problems: ProblemList): readonly StyledRun[] {
  const { runs, unbalanced } = emphasise(text);
  const [first] = unbalanced;
  if (first !== undefined) {
    const excerpt = withoutMarks(text.slice(Math.max(0, first - 15), first + 25)).replace(/\n/gu, ' ');
    problems.add(lineNumbers[text.slice(0, first).split('\n').length - 1] ?? 1, {
      severity: 'warning',
      code: 'unbalanced-emphasis',
      message: `The \`${text[first] ?? ''}\` in “${excerpt}” opens or closes nothing in its paragraph, so it is shown as typed.`,
      fix: 'Close the emphasis in the same paragraph and open it again in the next, or remove the mark.',
    });
  }
  return runs;
}
