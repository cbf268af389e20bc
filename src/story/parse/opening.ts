import { escapeProse } from '../plain.js';
import { type ArchiveData, mergeArchiveData, readArchiveLines } from './archive-lines.js';
import type { Block } from './block.js';
import { type FoundHeading, findHeading } from './find-heading.js';
import { readHeading } from './heading.js';
import { isSpeech, labelledNoteLength } from './lead-notes.js';
import { lineLook } from './line-look.js';
import { isNoteLike } from './note-like.js';
import type { ProblemList } from './problem-list.js';

/** What stands before the text of a chapter, and the text. */
export interface Opening {
  readonly heading?: OpeningHeading | undefined;
  readonly archive: ArchiveData;
  /** The author speaking before the text, in order. */
  readonly notes: readonly Block[];
  readonly text: readonly Block[];
}

/** A chapter's heading with the blocks that it was read from. */
export interface OpeningHeading extends Pick<FoundHeading, 'number' | 'title' | 'kind'> {
  readonly storyTitle?: string | undefined;
  readonly blocks: readonly Block[];
}

/** What front matter has settled already. */
export interface Settled {
  readonly title?: string | undefined;
  /** Nothing at the top of the text is a note. */
  readonly notes: boolean;
}

const noArchive: ArchiveData = { warnings: [] };

/**
 * Tells notes and heading from the text. With a clear heading all that stands before it is notes; without one only what is
 * labelled as a note is. What might be either is text, and reported.
 */
export function readOpening(given: readonly Block[], settled: Settled, problems: ProblemList): Opening {
  // Where front matter has the notes, a heading must come first; a rating or a warning above it still counts.
  const peeled = settled.notes
    ? readLead(given, false, settled, problems)
    : { archive: noArchive, notes: [], text: given };
  const blocks = peeled.text;
  const heading = findHeading(blocks, settled.notes);
  const above = heading ? blocks.slice(0, heading.start).filter((_, index) => index !== heading.storyTitle?.index) : [];
  const before = readAbove(above, problems);
  const after = readLead(
    heading ? blocks.slice(heading.end) : blocks,
    !heading && settled.title === undefined,
    settled,
    problems,
  );
  const archive = mergeArchiveData(peeled.archive, mergeArchiveData(before.archive, after.archive));
  if (heading) {
    const { number, kind, storyTitle } = heading;
    if (storyTitle) reportStoryTitle(storyTitle.text, blocks[storyTitle.index]?.line ?? 1, problems);
    return {
      heading: {
        number,
        kind,
        title: heading.title ?? archive.title,
        storyTitle: storyTitle?.text,
        blocks: blocks.slice(heading.start, heading.end),
      },
      archive,
      notes: [...peeled.notes, ...before.notes, ...after.notes],
      text: after.text,
    };
  }
  const titled = archive.title === undefined ? readTitleLine(after.text, settled, problems) : undefined;
  const rest = titled
    ? readLead(titled.text, false, settled, problems)
    : { archive: noArchive, notes: [], text: after.text };
  if (!settled.notes) reportUnclear(rest.text, problems);
  const title = titled?.title ?? archive.title;
  return {
    heading: title === undefined ? undefined : { title, kind: 'chapter', blocks: titled?.blocks ?? [] },
    archive: mergeArchiveData(archive, rest.archive),
    notes: [...peeled.notes, ...after.notes, ...rest.notes],
    text: rest.text,
  };
}

function reportStoryTitle(title: string, line: number, problems: ProblemList): void {
  problems.add(line, {
    severity: 'info',
    code: 'story-title',
    message: `“${title}” above the chapter's heading was taken as the story's title; it is not shown in the chapter.`,
    fix: 'Nothing to do. Where it is a note, begin it with `A/N:`.',
  });
}

type Lead = Pick<Opening, 'archive' | 'notes' | 'text'>;

/** All paragraphs above a heading are notes, but for lines that say a rating, warnings or a summary. */
function readAbove(blocks: readonly Block[], problems: ProblemList): Pick<Lead, 'archive' | 'notes'> {
  let archive = noArchive;
  const notes = blocks.flatMap((block): readonly Block[] => {
    const lines = block.kind === 'paragraph' ? readArchiveLines(block, false, problems) : undefined;
    if (!lines) return [block];
    archive = mergeArchiveData(archive, lines.data);
    return restOf(block, lines.rest);
  });
  return { archive, notes };
}

/** The labelled notes and archive lines at the top of a text. */
function readLead(blocks: readonly Block[], wantsTitle: boolean, settled: Settled, problems: ProblemList): Lead {
  let archive = noArchive;
  const notes: Block[] = [];
  let at = 0;
  for (;;) {
    const block = blocks[at];
    if (block?.kind === 'break') {
      at += 1;
      continue;
    }
    const lines =
      block?.kind === 'paragraph'
        ? readArchiveLines(block, wantsTitle && archive.title === undefined, problems)
        : undefined;
    const length = lines ? 1 : noteLength(blocks, at, settled);
    if (!block || length === 0) break;
    if (lines) archive = mergeArchiveData(archive, lines.data);
    notes.push(...(lines ? restOf(block, lines.rest) : blocks.slice(at, at + length)));
    at += length;
  }
  // A note that takes all there is was no note but the chapter.
  const left = blocks.slice(at);
  if (left.some((block) => block.kind !== 'break') || notes.length === 0) return { archive, notes, text: left };
  return { archive: noArchive, notes: [], text: blocks };
}

/** How many blocks from `at` on are a note; none where front matter has the notes. */
function noteLength(blocks: readonly Block[], at: number, settled: Settled): number {
  if (settled.notes) return 0;
  return isByline(blocks[at]) ? 1 : labelledNoteLength(blocks, at);
}

function restOf(block: Block, rest: string): readonly Block[] {
  if (rest === '' || block.kind === 'break') return [];
  return [
    {
      kind: 'paragraph',
      line: block.line,
      gap: block.gap,
      shape: 'prose',
      isCentred: false,
      plain: rest,
      markup: escapeProse(rest),
    },
  ];
}

/** `by mira`, below a title. */
function isByline(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && /^[*_]*(?:written )?by:? +\S[^\n.!?"]{0,40}$/iu.test(block.plain);
}

/** With no heading, a first line that is only a title, or that repeats the front matter's. */
function readTitleLine(blocks: readonly Block[], settled: Settled, problems: ProblemList) {
  const at = blocks.findIndex((block) => block.kind !== 'break');
  const block = blocks[at];
  const text = blocks.slice(at + 1);
  if (block?.kind !== 'paragraph' || !text.some((each) => each.kind !== 'break')) return undefined;
  const [first = '', second, ...more] = block.plain.split('\n');
  const byline = second !== undefined && more.length === 0 && /^[*_]*by\s/iu.test(second);
  if (second !== undefined && !byline) return undefined;
  const title = first.replace(/^[\s*_~=]+|[\s*_~=]+$/gu, '');
  const rest = byline
    ? [{ ...block, line: block.line + 1, plain: second, markup: escapeProse(second) }, ...text]
    : text;
  const found = { title, text: rest, blocks: [block] };
  if (settled.title !== undefined) return sameWords(settled.title, title) ? found : undefined;
  // A number that was found to be no heading counts sections.
  const look = readHeading(title)?.number === undefined ? lineLook(title) : 'prose';
  if (look === 'title') return found;
  if (look === 'short' && goesOnAsProse(text)) {
    problems.add(block.line, {
      severity: 'info',
      code: 'title-from-first-line',
      message: `The first line, “${title}”, ends like no sentence and was taken as the title.`,
      fix: `Write it into front matter to settle it: \`title: ${JSON.stringify(title)}\`, or \`title: …\` with another title if it is text.`,
    });
    return found;
  }
  if (look !== 'prose') {
    problems.add(block.line, {
      severity: 'warning',
      code: 'unclear-title',
      message: `The first line, “${title}”, may be a title or text. It is shown as text.`,
      fix: `If it is the title, write it into front matter: \`title: ${JSON.stringify(title)}\`.`,
    });
  }
  return undefined;
}

/** Whether two titles say the same, marks and capitals aside. */
export function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? '';
  return words(a) === words(b);
}

/** Whether the next paragraphs end as sentences do, so that a line which does not stands out. */
function goesOnAsProse(blocks: readonly Block[]): boolean {
  const next = blocks.filter((block) => block.kind === 'paragraph').slice(0, 3);
  return next.length === 3 && next.every((block) => /[.!?…"'”’»)*_-]$/u.test(block.plain.trim()));
}

/** Says where a note may have been taken for text: near the top, with no label. */
function reportUnclear(text: readonly Block[], problems: ProblemList): void {
  const first = text.filter((block) => block.kind === 'paragraph').slice(0, 3);
  const doubtful = first.find((block) => !isSpeech(block.plain) && isNoteLike(block.plain));
  if (!doubtful) return;
  problems.add(doubtful.line, {
    severity: 'warning',
    code: 'unclear-opening',
    message: `“${doubtful.plain.slice(0, 60).replace(/\s+/gu, ' ')}…” may be a note or text. It is shown as text.`,
    fix: 'If it is a note, begin it with `A/N:`, or move it into front matter (`notes: …`). If it is text, `notes: []` there says so.',
  });
}
