import { withoutMarks } from './normalise/style-marks.js';
import type { ProblemList } from './problem-list.js';
import { type Markers, meansEmphasis } from './text-emphasis.js';

/** Reports the first mark of a paragraph that opens or closes nothing; `lineNumbers` are those of the text's lines. */
export function reportUnbalanced(
  text: string,
  { unpaired }: Markers,
  lineNumbers: readonly number[],
  problems: ProblemList,
): void {
  const first = unpaired.find(meansEmphasis)?.start;
  if (first === undefined) return;
  const excerpt = withoutMarks(text.slice(Math.max(0, first - 15), first + 25)).replace(/\n/gu, ' ');
  problems.add(lineNumbers[text.slice(0, first).split(/[\n\ufdde]/u).length - 1] ?? lineNumbers[0] ?? 1, {
    severity: 'warning',
    code: 'unbalanced-emphasis',
    message: `The \`${text[first] ?? ''}\` in “${excerpt}” opens or closes nothing in its paragraph, so it is shown as typed.`,
    fix: 'Close the emphasis in the same paragraph and open it again in the next, or remove the mark.',
  });
}
