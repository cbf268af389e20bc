import type { ParagraphBlock } from './block.js';
import { joinSpacedLetters } from './normalise/plain-letters.js';
import { resolveMarks, softBreak, withoutMarks } from './normalise/style-marks.js';
import { renderRuns, type StyledRun, unstyled } from './styled-runs.js';

/** A paragraph before it is written. */
export interface Prose {
  /** With `\n` where a line ends, and a soft break where a line of the file does. */
  readonly runs: readonly StyledRun[];
  /** Its words, with `\n` for both. */
  readonly plain: string;
  /** The line of the file on which each line of `plain` stands. */
  readonly lineNumbers: readonly number[];
  readonly gap: number;
  readonly isCentred: boolean;
  readonly shape: 'prose' | 'quote';
}

/** A line that ends so near the longest one's end was ended by its width. */
const fullShare = 0.9;
/** Narrower than any editor wraps. */
const narrowestWrap = 40;

/** Writes a paragraph as a block; `undefined` where it shows nothing. */
export function proseBlock(prose: Prose): ParagraphBlock | undefined {
  const runs = resolveMarks(prose.runs);
  const markup = shapedMarkup(runs, prose.shape);
  if (markup === '') return undefined;
  const plain = withoutMarks(prose.plain);
  const block = {
    kind: 'paragraph',
    line: prose.lineNumbers[0] ?? 1,
    gap: prose.gap,
    shape: prose.shape,
    isCentred: prose.isCentred,
    plain: plain.includes('\n') ? plain : joinSpacedLetters(plain),
    markup,
  } as const;
  if (!plain.includes('\n')) return block;
  // Only blocks near either end are asked for their lines.
  let lines: readonly ParagraphBlock[] | undefined;
  let isKnown = false;
  return {
    ...block,
    get lines() {
      if (!isKnown) lines = linesOf(runs, plain.split('\n'), prose);
      isKnown = true;
      return lines;
    },
  };
}

function shapedMarkup(runs: readonly StyledRun[], shape: 'prose' | 'quote'): string {
  const markup = runsMarkup(runs);
  return shape === 'quote' && markup !== '' ? `> ${markup.replace(/\n/gu, '\n> ')}` : markup;
}

/** Runs as Discord markup: soft breaks are spaces, no line is blank or has white space around it. */
export function runsMarkup(runs: readonly StyledRun[]): string {
  const [only] = runs;
  if (only && runs.length === 1 && only.styles.size === 0 && !/[\n\ufdde]/u.test(only.markup))
    return only.markup.trim();
  const flat = runs.map((run) =>
    run.markup.includes(softBreak) ? { ...run, markup: run.markup.replaceAll(softBreak, ' ') } : run,
  );
  const markup = renderRuns(flat);
  if (!markup.includes('\n')) return markup.trim();
  return markup
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function linesOf(
  runs: readonly StyledRun[],
  plains: readonly string[],
  prose: Prose,
): readonly ParagraphBlock[] | undefined {
  const parts = splitRuns(runs);
  if (parts.length !== plains.length) return undefined;
  const widest = Math.max(...plains.slice(0, 1000).map((plain) => plain.length));
  const isJoined = (at: number): boolean => {
    if (parts[at]?.isHard || widest < narrowestWrap) return false;
    const nextWord = /^\S*/u.exec(plains[at + 1] ?? '')?.[0].length ?? 0;
    return (plains[at]?.length ?? 0) + 1 + nextWord > widest * fullShare;
  };
  const blocks: ParagraphBlock[] = [];
  for (let first = 0; first < parts.length; ) {
    let last = first;
    while (last < parts.length - 1 && isJoined(last)) last += 1;
    const space: StyledRun = { markup: ' ', styles: unstyled };
    const markup = shapedMarkup(
      parts.slice(first, last + 1).flatMap((part) => [...part.runs, space]),
      prose.shape,
    );
    const { gap, isCentred, shape, lineNumbers } = prose;
    const plain = joinSpacedLetters(
      plains
        .slice(first, last + 1)
        .join(' ')
        .trim(),
    );
    const line = lineNumbers[first] ?? lineNumbers.at(-1) ?? 1;
    if (markup !== '')
      blocks.push({ kind: 'paragraph', line, gap: first === 0 ? gap : 0, shape, isCentred, plain, markup });
    first = last + 1;
  }
  return blocks.length > 1 ? blocks : undefined;
}

/** Runs by line; `isHard` of the break behind each. */
function splitRuns(
  runs: readonly StyledRun[],
): readonly { readonly runs: readonly StyledRun[]; readonly isHard: boolean }[] {
  const parts: { runs: StyledRun[]; isHard: boolean }[] = [{ runs: [], isHard: false }];
  for (const run of runs) {
    for (const piece of run.markup.split(/([\n\ufdde])/u)) {
      const last = parts.at(-1);
      if (piece === '\n' || piece === softBreak) {
        if (last) last.isHard = piece === '\n';
        parts.push({ runs: [], isHard: false });
      } else if (piece !== '') last?.runs.push({ ...run, markup: piece });
    }
  }
  return parts;
}
