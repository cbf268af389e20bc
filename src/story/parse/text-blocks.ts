import { escapeProse } from '../../markup/plain.js';
import type { Block } from './block.js';
import { markPairs } from './normalise/mark-pairs.js';
import { joinSpacedLetters } from './normalise/plain-letters.js';
import { resolveMarks, withoutMarks } from './normalise/style-marks.js';
import type { ProblemList } from './problem-list.js';
import { proseBlock, runsMarkup } from './prose-block.js';
import type { SourceLine } from './source-lines.js';
import { type StyledRun, unstyled } from './styled-runs.js';
import { readMarkers, textLooks } from './text-emphasis.js';
import { type TextParagraph, textParagraphs } from './text-paragraphs.js';
import { reportUnbalanced } from './unbalanced-emphasis.js';

type TypedParagraph = Extract<TextParagraph, { kind: 'paragraph' }>;

/** `# Title` means a heading in plain text too; `###` alone is a scene break, and `#1` a number. */
const markedHeading = /^(?<marks>#{1,6})[^\S\n]+(?<title>\S[^\n]*)$/u;

/**
 * Reads a plain-text file's lines as blocks. Clear italics and bold become markup; everything else that Discord would take
 * for markup shows as it was typed. Emphasis that opens or closes nothing is reported.
 */
export function textBlocks(lines: readonly SourceLine[], problems: ProblemList): readonly Block[] {
  return textParagraphs(lines).flatMap((paragraph): readonly Block[] => {
    if (paragraph.kind === 'break') return [paragraph];
    const { text, lineNumbers, gap, shape, isCentred } = paragraph;
    const markers = readMarkers(text, textLooks);
    reportUnbalanced(text, markers, lineNumbers, problems);
    const marked = markPairs(text, markers.pairs, textLooks);
    const runs: readonly StyledRun[] = [{ markup: escapeProse(marked), styles: unstyled }];
    const heading = headingOf(paragraph, runs);
    if (heading) return [heading];
    const block = proseBlock({ runs, plain: marked, lineNumbers, gap, shape, isCentred });
    return block ? [block] : [];
  });
}

function headingOf(paragraph: TypedParagraph, runs: readonly StyledRun[]): Block | undefined {
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
