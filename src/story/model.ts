import type { ChapterKind, Rating } from '../languages/kinds.js';

/** Where in a file something stands: `line` counts from 1. */
export interface SourcePosition {
  /** Path as a person would type it, relative to the chapters folder. */
  readonly file: string;
  readonly line: number;
}

/** Something about a chapter file that its author should know. An `error` keeps the chapter (or the named part) out. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  /** Stable kebab-case name of the kind of problem, for tests and filters. */
  readonly code: string;
  readonly at: SourcePosition;
  /** What was found and what was expected, as one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** The author speaking, before or after the text; never part of it. */
export interface Note {
  readonly kind: 'note' | 'edit';
  /** Discord markup, the author's words unchanged; paragraphs are separated by a blank line. */
  readonly text: string;
  /** The same without the label that it begins with (`A/N:`), for where a label of ours stands above; absent without one. */
  readonly unlabelled?: string;
}

/** One paragraph of a chapter. */
export interface Passage {
  /** Hash of the content and of its occurrence among equals: 10 characters of `[0-9a-z]`. It survives edits elsewhere. */
  readonly id: string;
  /** Discord markup; no blank line inside, except in a fenced code block. */
  readonly text: string;
}

/** A stretch between scene breaks; never empty. */
export interface Scene {
  readonly passages: readonly Passage[];
}

/** Where in the story's own time a chapter plays. */
export type Timeline =
  | {
      readonly kind: 'offset';
      readonly amount: number;
      readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
    }
  | { readonly kind: 'date' /** ISO 8601 date, `YYYY-MM-DD`. */; readonly date: string };

/** What stands above a chapter: a part, book, volume, season or arc. */
export interface ChapterPart {
  /** Absent where it is known by its name alone. */
  readonly number?: number;
  /** As the author wrote it (`Part Two`, `Book 2: The Weir`), plain text; absent for an arc that is a number (`1.10`). */
  readonly name?: string;
}

/** One chapter file, understood. */
export interface Chapter {
  /** The file's name without extension. */
  readonly id: string;
  /** Path of the file relative to the chapters folder. */
  readonly file: string;
  /** Absent for unnumbered chapters, such as a prologue. Within its part, where parts number their chapters anew. */
  readonly number?: number;
  /** Absent in stories without parts. */
  readonly part?: ChapterPart;
  /** Plain text, never empty; at most 200 characters. */
  readonly title: string;
  readonly kind: ChapterKind;
  readonly summary?: string;
  readonly rating?: Rating;
  readonly warnings: readonly string[];
  readonly notes: readonly Note[];
  readonly endNotes: readonly Note[];
  readonly draft: boolean;
  /** Earliest moment of its release. */
  readonly publishAt?: Date;
  readonly timeline?: Timeline;
  readonly scenes: readonly Scene[];
  readonly words: number;
  readonly problems: readonly Problem[];
}

/** A file that keeps a chapter's place though it gives none: it cannot be read or understood. Nothing behind it comes out first. */
export interface HeldFile {
  /** The file's name without extension, as a chapter's id would be. */
  readonly id: string;
  /** Path relative to the chapters folder. */
  readonly file: string;
  /** How many of the story's chapters come before it. */
  readonly index: number;
  /** The errors that keep it from being read, at least one. */
  readonly problems: readonly Problem[];
}

/** What the author writes: a folder of chapters. */
export interface Story {
  /** The sub-folder's name, or the chapters folder's own name for loose files. */
  readonly id: string;
  readonly title: string;
  readonly author?: string;
  readonly summary?: string;
  readonly rating?: Rating;
  readonly warnings: readonly string[];
  readonly tags: readonly string[];
  /** BCP 47 tag, such as `en`: from `story.yaml`, else that of more than half of its files as far as they tell. */
  readonly language?: string;
  /** In the order of release. */
  readonly chapters: readonly Chapter[];
  /** Files that should be chapters and are not, in the order of release. */
  readonly held: readonly HeldFile[];
  /** Problems of the story itself and of all its files, those that gave no chapter included. */
  readonly problems: readonly Problem[];
}
