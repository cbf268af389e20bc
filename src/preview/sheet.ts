import { chapterLabel } from '../story/labels.js';
import type { Layout } from '../story/layout.js';
import type { Chapter, Problem, Story } from '../story/model.js';
import type { FilePart, OutlinePart } from '../story/parse/outline.js';
import { type OfferedReading, offeredReadings } from './fix/offered-readings.js';
import { type PreviewPiece, previewPieces } from './preview-pieces.js';
import { type Fact, understood } from './understood.js';

/** A line of a chapter file as it is, and what it was taken for. */
export interface SheetLine {
  readonly text: string;
  /** Undefined for a blank line above everything. */
  readonly part: FilePart | undefined;
  /** Whether a part begins here. */
  readonly isFirst: boolean;
  /** As what else the part that ends here could be read, and the line on which it begins. */
  readonly partLine: number;
  readonly readings: readonly OfferedReading[];
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
}

/** What a sheet is made of. */
export interface SheetParts {
  readonly file: string;
  readonly story: Story;
  readonly chapter: Chapter | undefined;
  readonly version: string;
  readonly lines: readonly string[];
  readonly outline: readonly OutlinePart[];
}

/** Lays out what an author sees of a chapter file. */
export function makeSheet({ file, story, chapter, version, lines, outline }: SheetParts): Sheet {
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
    problems: story.problems
      .filter(({ at }) => at.file === file)
      .map(({ severity, message, fix, at: { line } }) => ({ severity, message, fix, line }))
      .toSorted((a, b) => a.line - b.line),
    lines: sheetLines(lines, outline, chapter !== undefined),
  };
}

function sheetLines(lines: readonly string[], outline: readonly OutlinePart[], isRead: boolean): readonly SheetLine[] {
  const offered = isRead ? offeredReadings(outline, lines) : new Map<number, readonly OfferedReading[]>();
  const starts = new Map(outline.map((each) => [each.line, each]));
  let part: OutlinePart | undefined;
  return lines.map((text, index) => {
    const number = index + 1;
    part = starts.get(number) ?? part;
    const isLast = part !== undefined && number === lastWritten(part, lines);
    return {
      text,
      part: part?.part,
      isFirst: part?.line === number,
      partLine: part?.line ?? number,
      readings: isLast ? (offered.get(part?.line ?? 0) ?? []) : [],
    };
  });
}

/** The last line of a part that is not blank. */
function lastWritten({ line, end }: OutlinePart, lines: readonly string[]): number {
  return line + lines.slice(line - 1, end - 1).findLastIndex((text) => text.trim() !== '');
}
