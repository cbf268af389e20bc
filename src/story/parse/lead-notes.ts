import type { Block } from './block.js';
import { readNoteLabel } from './note-label.js';
import { isNoteLike } from './note-like.js';

/** Paragraphs that one label may speak for. */
const longestNote = 8;

/**
 * How many blocks from `start` on are one labelled note at the top of a text; 0 where there is none. The label's own
 * paragraph always is. What follows it is only where something shows the end: a closing bracket, a scene break, a heading
 * or another label, and nothing before that reads like a story.
 */
export function labelledNoteLength(blocks: readonly Block[], start: number): number {
  const first = blocks[start];
  if (!first || first.kind === 'break') return 0;
  const label = readNoteLabel(first.plain);
  if (!label) return 0;
  const bracketed = bracketedLength(blocks, start, first.plain);
  if (bracketed > 0) return bracketed;
  const least = label.alone && isParagraph(blocks[start + 1]) ? 2 : 1;
  const rest = blocks.slice(start + 1, start + 1 + longestNote);
  const end = rest.findIndex((block) => block.kind !== 'paragraph' || readNoteLabel(block.plain) !== undefined);
  if (end < 0) return least;
  const between = rest.slice(0, end).filter((block) => block.kind === 'paragraph');
  const asNote = label.alone
    ? !between.some((block) => isSpeech(block.plain))
    : between.every((block) => isNoteLike(block.plain));
  return asNote ? Math.max(least, 1 + end) : least;
}

/** A note that opens a bracket goes on until it is closed. */
function bracketedLength(blocks: readonly Block[], start: number, text: string): number {
  const bracket = /^[\s*_~"]*([([{<])/u.exec(text)?.[1];
  if (bracket === undefined) return 0;
  const closing = { '(': ')', '[': ']', '{': '}', '<': '>' }[bracket] ?? bracket;
  const closes = new RegExp(`\\${closing}[\\s*_~".!]*$`, 'u');
  const end = blocks
    .slice(start, start + longestNote)
    .findIndex((block) => block.kind === 'paragraph' && closes.test(block.plain.slice(-40)));
  return end + 1;
}

function isParagraph(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && readNoteLabel(block.plain) === undefined;
}

/** Whether a paragraph opens with a quotation mark or a dash, as speech does. */
export function isSpeech(text: string): boolean {
  return /^[*_]*["“„«»‘'—–]/u.test(text);
}
