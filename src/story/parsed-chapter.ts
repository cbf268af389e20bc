import type { Rating } from '../languages/kinds.js';
import type { Chapter, Problem } from './model.js';
import { type FileTraits, traitsOf } from './parse/habits.js';
import { readFileName } from './parse/heading/file-name.js';
import type { OutlinePart } from './parse/outline.js';
import type { Weighed } from './parse/weigh/weighed.js';
import type { DottedNumber, PlaceReading } from './place-reading.js';

/** A chapter, or none where an error keeps it out; `problems` has everything either way. */
export interface ParsedChapter {
  readonly chapter?: Chapter;
  /** What a heading above the chapter's own calls the story. */
  readonly storyTitle?: string | undefined;
  /** The chapter's number where it is written with a dot: arc and chapter, or a decimal, which the story's files decide. */
  readonly dotted?: DottedNumber | undefined;
  /** Whether the rating is a guess, which a rating in `story.yaml` overrules. */
  readonly isRatingGuess?: boolean;
  /** What the file says of its rating outright, where that is a guess. */
  readonly saidRating?: Rating | undefined;
  /** What front matter or the heading says of its place, as far as it was read, also where the file gives no chapter. */
  readonly place: PlaceReading;
  /** What the file's name says of its place. */
  readonly name: PlaceReading;
  /** What of the file may repeat in the story's others. */
  readonly traits: FileTraits;
  readonly language?: string | undefined;
  /** What each stretch of the file was taken for; empty where the file was too long to be read. */
  readonly outline: readonly OutlinePart[];
  /** Every stretch with what it was taken for, and why: for who asks; nothing else goes by it. */
  readonly weighed: readonly Weighed[];
  readonly problems: readonly Problem[];
}

/** The file's name without folders and ending: the chapter's id. */
export function chapterId(file: string): string {
  const name = file.replace(/^.*[/\\]/u, '');
  return name.replace(/\.(?:md|txt)$/iu, '') || name;
}

/** What is known of a chapter file that gives no text: its name. */
export function unreadChapter(file: string, problems: readonly Problem[]): ParsedChapter {
  return { outline: [], problems, name: readFileName(file), place: {}, traits: traitsOf([]), weighed: [] };
}
