import type { Layout } from '../pieces/layout.js';
import { chapterLabel } from '../story/labels.js';
import type { Chapter, Problem, Story } from '../story/model.js';
import type { FilePart, OutlinePart } from '../story/parse/outline.js';
import type { SaidReading } from '../story/parse/reading-rules.js';
import type { ParsedChapter } from '../story/parsed-chapter.js';
import { type FileBlock, fileBlocks, fileUnits } from './fix/file-blocks.js';
import { offeredReadings } from './fix/offered-readings.js';
import { type PreviewPiece, previewPieces } from './preview-pieces.js';
import { type Fact, understood } from './understood.js';

/** A line of a chapter file as it is, and what it was taken for; undefined for a blank line above everything. */
export interface SheetLine {
  readonly text: string;
  readonly part: FilePart | undefined;
}

/** A stretch of a chapter file that can be read as something else. */
export interface SheetBlock {
  /** On which it begins. */
  readonly line: number;
  readonly part: FilePart;
  /** Whether its author has said what it is. */
  readonly isSaid: boolean;
  /** Whether it could almost as well be something else. */
  readonly isDoubtful: boolean;
  /** What it could be instead, the likeliest first; where it is doubtful, what it was taken for, too. */
  readonly readings: readonly SaidReading[];
}

/** What there is to know of one problem beside its line. */
export type SheetProblem = Pick<Problem, 'severity' | 'message' | 'fix'> & { readonly line: number };

/** All that an author sees of one chapter file. */
export interface Sheet {
  readonly file: string;
  readonly storyTitle: string;
  /** What the chapter is called; the file's name where it gives none. */
  readonly label: string;
  /** Whether the file gives a chapter; where not, a problem says why. */
  readonly isRead: boolean;
  /** Of the file's bytes: changes are made to this version of it and no other. */
  readonly version: string;
  /** The chapter's own, as the fields in which they can be changed show them. Undefined where there is no chapter. */
  readonly heading: { readonly number: string; readonly title: string; readonly kind: string } | undefined;
  readonly facts: readonly Fact[];
  /** How it would be released, in each layout. */
  readonly pieces: Readonly<Record<Layout, readonly PreviewPiece[]>>;
  readonly problems: readonly SheetProblem[];
  readonly lines: readonly SheetLine[];
  /** In the order of the file; a change names one by its index. */
  readonly blocks: readonly SheetBlock[];
  /** The file whose last change can be taken back: this one, or the story's `story.yaml`. */
  readonly undo: string | undefined;
}

/** What a sheet is made of. */
export interface SheetParts {
  readonly file: string;
  readonly story: Story;
  readonly chapter: Chapter | undefined;
  readonly version: string;
  readonly lines: readonly string[];
  readonly parsed: Pick<ParsedChapter, 'outline' | 'weighed'>;
  readonly undo: string | undefined;
}

/** Lays out what an author sees of a chapter file. */
export function makeSheet({ file, story, chapter, version, lines, parsed, undo }: SheetParts): Sheet {
  const problems = story.problems.filter(({ at }) => at.file === file).toSorted((a, b) => a.at.line - b.at.line);
  return {
    file,
    version,
    storyTitle: story.title,
    label: chapter === undefined ? file.replace(/^.*\//u, '') : chapterLabel(chapter),
    isRead: chapter !== undefined,
    heading: chapter && { number: `${chapter.number ?? ''}`, title: chapter.title, kind: chapter.kind },
    facts: chapter === undefined ? [] : understood(story, chapter),
    pieces: {
      messages: chapter === undefined ? [] : previewPieces(story, chapter, 'messages'),
      cards: chapter === undefined ? [] : previewPieces(story, chapter, 'cards'),
    },
    problems: problems.map(({ code, severity, message, fix, at: { line } }) => ({
      severity,
      message,
      // What is in doubt need not be typed: its block offers it.
      fix: isDoubt(code) ? 'Say beside it what it is.' : fix,
      line,
    })),
    lines: sheetLines(lines, parsed.outline),
    blocks: sheetBlocks(parsed, new Set(problems.flatMap(({ code, at }) => (isDoubt(code) ? [at.line] : [])))),
    undo,
  };
}

function sheetLines(lines: readonly string[], outline: readonly OutlinePart[]): readonly SheetLine[] {
  const starts = new Map(outline.map(({ line, part }) => [line, part]));
  let part: FilePart | undefined;
  return lines.map((text, index) => {
    part = starts.get(index + 1) ?? part;
    return { text, part };
  });
}

function sheetBlocks(parsed: SheetParts['parsed'], doubted: ReadonlySet<number>): readonly SheetBlock[] {
  const blocks = fileBlocks(fileUnits(parsed));
  const isDoubtful = ([{ line, isSaid }]: FileBlock) => doubted.has(line) && !isSaid;
  const offered = offeredReadings(blocks, isDoubtful);
  return blocks.map((block, at) => {
    const [{ line, part, isSaid }] = block;
    return { line, part, isSaid, isDoubtful: isDoubtful(block), readings: offered[at] ?? [] };
  });
}

/** Whether a problem says that a stretch may be something else. */
function isDoubt(code: string): boolean {
  return code.startsWith('unclear-') || code === 'title-from-first-line';
}
