import { countWords } from '../count.js';
import type { ChapterKind } from '../model.js';
import type { Block } from './block.js';
import { type Heading, readHeading } from './heading.js';
import { isSpeech } from './lead-notes.js';
import { lineLook } from './line-look.js';
import { readNoteLabel } from './note-label.js';
import { isNoteLike } from './note-like.js';
import { isSceneBreak } from './scene-break.js';

/** A chapter's heading among the blocks of its file. */
export interface FoundHeading {
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  readonly kind: ChapterKind;
  /** Blocks of the heading: from `start` up to `end`, exclusive. */
  readonly start: number;
  readonly end: number;
  /** A heading further up that names the story, with its block. */
  readonly storyTitle?: { readonly text: string; readonly index: number } | undefined;
}

/** No heading is looked for below so many words: what stands before it would be the story. */
const mostWordsBefore = 2_000;
/** Up to so many words may stand before a heading even if less follows. */
const fewWords = 300;

/** Two lines of speech in so many words are a scene, not an epigraph. */
const fewSpokenWords = 60;
/** Numbered lines looked at; each is compared with the rest of the file. */
const mostNumbered = 20;

/** A block that may be the heading. */
interface Candidate {
  readonly index: number;
  readonly heading: Omit<Heading, 'form' | 'text' | 'confidence'> & { readonly form: Heading['form'] | 'marked' };
  /** A heading of the first order in Markdown, of which a document has one. */
  readonly isTop: boolean;
}

/**
 * Finds the heading that is one beyond doubt: first what says so (`Chapter 2`, `Prologue`), then `Part IV`, `# Title`,
 * `2. Title`, and a number alone. `undefined` where there is none; `isSettled` looks no further than the first block.
 */
export function findHeading(blocks: readonly Block[], isSettled: boolean): FoundHeading | undefined {
  const candidates = listCandidates(blocks, isSettled);
  const chosen =
    candidates.find(
      ({ index, heading }) => (heading.form === 'named' || heading.form === 'kind') && fits(blocks, index),
    ) ??
    candidates.find(({ index, heading }) => heading.form === 'volume' && fits(blocks, index)) ??
    candidates.find((each) => each.heading.form === 'marked' && isMarkedHeading(blocks, each)) ??
    candidates.slice(0, mostNumbered).find((each) => isNumberedHeading(blocks, each));
  return chosen && complete(blocks, chosen, candidates);
}

function listCandidates(blocks: readonly Block[], isSettled: boolean): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let words = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'break') continue;
    const heading = readBlock(block);
    if (heading) {
      const isTop = block.kind === 'heading' && block.depth === 1 && !block.isTyped;
      candidates.push({ index, heading, isTop });
    }
    words += countWords(block.plain);
    if (words > mostWordsBefore || (isSettled && !heading)) break;
  }
  return candidates;
}

function readBlock(block: Exclude<Block, { kind: 'break' }>): Candidate['heading'] | undefined {
  if (block.plain.includes('\n') || readNoteLabel(block.plain)) return undefined;
  const read = readHeading(block.plain);
  if (read?.form === 'kind') return { title: read.text, ...read };
  if (read || block.kind === 'paragraph') return read;
  return { title: block.plain, kind: 'chapter', form: 'marked' };
}

/**
 * Whether the paragraphs before a heading can be notes: few words, or fewer than after it, and no conversation. With nothing
 * behind it, it is a heading where nothing before it could be the chapter.
 */
function fits(blocks: readonly Block[], index: number): boolean {
  const above = blocks.slice(0, index);
  const before = wordsOf(above);
  const after = wordsOf(blocks.slice(index + 1), before + 1);
  const spoken = above.filter(
    (block) => block.kind === 'paragraph' && isSpeech(block.plain) && !isNoteLike(block.plain),
  );
  const isEmpty = after === 0 && above.some((block) => block.kind !== 'break' && !readNoteLabel(block.plain));
  return !isEmpty && (before <= fewWords || before < after) && (spoken.length < 2 || before < fewSpokenWords);
}

/** Counts no further than `enough`. */
function wordsOf(blocks: readonly Block[], enough = Number.POSITIVE_INFINITY): number {
  let words = 0;
  for (const block of blocks) {
    if (words >= enough) break;
    if (block.kind !== 'break') words += countWords(block.plain);
  }
  return words;
}

/** A heading of a lower order may be a scene's; it is the chapter's only with nothing but clear notes before it. */
function isMarkedHeading(blocks: readonly Block[], { index, isTop }: Candidate): boolean {
  const before = blocks.slice(0, index).filter((block) => block.kind === 'paragraph');
  const clear = before.every((block) => readNoteLabel(block.plain) || isNoteLike(block.plain));
  return (clear || (isTop && wordsOf(before) <= fewWords)) && fits(blocks, index);
}

/** Numbers that count on further down are sections; one after other paragraphs must have a title to be a heading. */
function isNumberedHeading(blocks: readonly Block[], each: Candidate): boolean {
  const { heading, index } = each;
  if (heading.form !== 'numbered' && heading.form !== 'bare') return false;
  if (countsOn(blocks, each)) return false;
  const before = blocks.slice(0, index).filter((block) => block.kind !== 'break');
  const clear = before.every((block) => readNoteLabel(block.plain));
  return (clear || (heading.form === 'numbered' && wordsOf(before) <= fewWords)) && fits(blocks, index);
}

/** Whether the number before or after stands elsewhere in the same form: then they count sections, or a list. */
function countsOn(blocks: readonly Block[], { index, heading }: Candidate): boolean {
  const number = heading.number ?? 0;
  return blocks.some((block, at) => {
    if (at === index || block.kind === 'break' || block.plain.length > 120) return false;
    const other = readHeading(block.plain);
    return other?.form === heading.form && other.number === number + Math.sign(at - index);
  });
}

/** Adds what belongs to a heading: the story's title and the part above it, the title on the line below a number. */
function complete(blocks: readonly Block[], chosen: Candidate, candidates: readonly Candidate[]): FoundHeading {
  const above = candidates.filter(({ index }) => index < chosen.index);
  const part = above.findLast(
    ({ heading, index }) => heading.form === 'volume' && onlyBreaks(blocks, index, chosen.index),
  );
  const story = above.find(({ heading }) => heading.form === 'marked');
  const below = chosen.heading.title === undefined ? titleBelow(blocks, chosen.index) : undefined;
  const ownTitle = chosen.heading.title ?? below?.text;
  const partName = part && headingLine(blocks, part.index);
  return {
    number: chosen.heading.number,
    title: [partName, ownTitle].filter((each) => each !== undefined).join(' – ') || undefined,
    kind: chosen.heading.kind,
    start: part?.index ?? chosen.index,
    end: (below?.index ?? chosen.index) + 1,
    storyTitle: story
      ? { text: story.heading.title ?? '', index: story.index }
      : storyTitleLine(blocks, part?.index ?? chosen.index),
  };
}

/** A title line at the very top, above a chapter's own heading, is the story's. One word might be a greeting. */
function storyTitleLine(blocks: readonly Block[], before: number): FoundHeading['storyTitle'] {
  const index = blocks.findIndex((block) => block.kind !== 'break');
  const block = blocks[index];
  if (block?.kind !== 'paragraph' || index >= before || readNoteLabel(block.plain)) return undefined;
  const text = block.plain.replace(/^[\s*_~=]+|[\s*_~=]+$/gu, '');
  return /\s/u.test(text) && !/[!?…]$/u.test(text) && lineLook(text) === 'title' && !isNoteLike(text)
    ? { text, index }
    : undefined;
}

function headingLine(blocks: readonly Block[], index: number): string {
  const block = blocks[index];
  return block && block.kind !== 'break' ? block.plain.replace(/^[\s*_~=#-]+|[\s*_~=-]+$/gu, '') : '';
}

function onlyBreaks(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from + 1, to).every((block) => block.kind === 'break');
}

/** Below a heading that is a number alone, a line that looks like a title is its title. */
function titleBelow(blocks: readonly Block[], index: number) {
  const at = blocks.findIndex((block, each) => each > index && block.kind !== 'break');
  const block = blocks[at];
  if (!block || block.kind === 'break' || at - index > 2 || readNoteLabel(block.plain)) return undefined;
  const text = block.plain.replace(/^[\s*_~=#-]+|[\s*_~=-]+$/gu, '');
  const more = blocks.slice(at + 1).some((each) => each.kind !== 'break');
  return more && !isSceneBreak(text) && lineLook(text) === 'title' ? { text, index: at } : undefined;
}
