import { countWords } from '../count.js';
import type { Block } from './block.js';
import { isSpeech } from './lead-notes.js';
import { readNoteLabel } from './note-label.js';
import { isNoteLike } from './note-like.js';
import type { ProblemList } from './problem-list.js';

/** A chapter's text, and the author speaking after it. */
export interface Ending {
  readonly text: readonly Block[];
  readonly notes: readonly Block[];
}

/** An end note has at most so many words, or a quarter of the chapter's. */
const fewWords = 150;

/**
 * Tells end notes from the text: from the first label on behind which nothing reads like the story any more. A label
 * with story behind it stays in the text and is reported. `isSettled`: front matter says what the end notes are.
 */
export function readEnding(blocks: readonly Block[], isSettled: boolean, problems: ProblemList): Ending {
  const labels = isSettled ? [] : blocks.flatMap((block, index) => (isLabel(blocks, block, index) ? [index] : []));
  const words =
    labels.length === 0 ? [] : blocks.map((block) => (block.kind === 'break' ? 0 : countWords(block.plain)));
  const total = words.reduce((sum, each) => sum + each, 0);
  const mostWords = Math.max(fewWords, total / 4);
  const hasTextBefore = (index: number) => blocks.slice(0, index).some((block) => block.kind !== 'break');
  const start = firstOfTail(blocks, labels, words, mostWords);
  for (const label of labels) {
    if (start === undefined || label < start) reportInText(blocks[label], problems);
  }
  if (start === undefined || !hasTextBefore(start)) {
    if (!isSettled) reportUnclear(blocks, problems);
    return { text: blocks, notes: [] };
  }
  return { text: blocks.slice(0, start), notes: blocks.slice(start) };
}

/** Weak labels count where a scene break sets them apart: letters in stories have a P.S. too. */
function isLabel(blocks: readonly Block[], block: Block, index: number): boolean {
  if (block.kind === 'break') return false;
  const label = readNoteLabel(block.plain);
  return label !== undefined && (!label.weak || blocks[index - 1]?.kind === 'break');
}

/** Walks up from the end, label by label, as long as what lies below each can all be notes. */
function firstOfTail(
  blocks: readonly Block[],
  labels: readonly number[],
  words: readonly number[],
  mostWords: number,
): number | undefined {
  let start: number | undefined;
  let end = blocks.length;
  let sum = 0;
  for (const label of labels.toReversed()) {
    for (const each of words.slice(label, end)) sum += each;
    if (label === 0 || sum > mostWords || !canBeNotes(blocks.slice(label, end))) break;
    start = label;
    end = label;
  }
  return start;
}

/** A label's paragraph and what follows it: no speech, and behind a scene break only what reads like a note. */
function canBeNotes(blocks: readonly Block[]): boolean {
  const broken = blocks.findIndex((block) => block.kind === 'break');
  return blocks.slice(1).every((block, index) => {
    if (block.kind === 'break') return true;
    const behindBreak = broken >= 0 && index + 1 > broken;
    return isNoteLike(block.plain) || (!behindBreak && !isSpeech(block.plain));
  });
}

function reportInText(block: Block | undefined, problems: ProblemList): void {
  problems.add(block?.line ?? 1, {
    severity: 'warning',
    code: 'note-in-text',
    message: 'A note stands here with text of the chapter behind it. It is shown where it stands.',
    fix: 'Move it above the heading or to the end of the file, or into front matter (`notes: …`, `endNotes: …`).',
  });
}

function reportUnclear(blocks: readonly Block[], problems: ProblemList): void {
  const last = blocks.filter((block) => block.kind === 'paragraph').at(-1);
  if (!last || isSpeech(last.plain) || last.plain.length > 600 || !isNoteLike(last.plain)) return;
  problems.add(last.line, {
    severity: 'warning',
    code: 'unclear-ending',
    message: `“${last.plain.slice(0, 60).replace(/\s+/gu, ' ')}…” may be an end note or text. It is shown as text.`,
    fix: 'If it is a note, begin it with `A/N:`, or move it into front matter (`endNotes: …`). If it is text, `endNotes: []` there says so.',
  });
}
