import type { Problem } from '../model.js';
import type { FileTraits } from '../parse/habits.js';
import type { Reach } from '../parse/reach.js';
import type { StoryFile } from '../parse/story-file.js';
import type { StoryLight } from '../parse-chapter.js';
import type { ParsedChapter } from '../parsed-chapter.js';
import type { ScannedFile } from './scan-folder.js';

/** What a file says by itself, before its siblings are known. */
export type FileSurvey =
  | ChapterFileSurvey
  | { readonly kind: 'story'; readonly story: StoryFile }
  /** Nothing of it can be read, for this reason. */
  | { readonly kind: 'unread'; readonly problem: Problem };

/** What a chapter's file says by itself. */
export interface ChapterFileSurvey {
  readonly kind: 'chapter';
  /** Of its bytes. */
  readonly digest: string;
  readonly traits: FileTraits;
  readonly reach: Reach;
  /** The tag of the language that it is most likely told in. */
  readonly language: string | undefined;
}

/** A chapter's file as it was when it was surveyed. */
export interface SurveyedFile {
  readonly file: ScannedFile;
  readonly digest: string;
}

/** What was read of a chapter file, without the evidence: plain data. */
export type ChapterReading = Omit<ParsedChapter, 'weighed' | 'outline' | 'traits' | 'language'>;

/** What came of reading a surveyed file on. */
export type FileReading =
  | { readonly kind: 'read'; readonly reading: ChapterReading }
  /** The file is another one by now: it has to be surveyed again. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'unread'; readonly problem: Problem };

/**
 * Reads chapter files, here or in another thread. Whatever is wrong with a file is among its answers, which come in the order
 * of the files; calls reject only once the reader is closed.
 */
export interface ChapterReader {
  /** Reads of each file what it says by itself. */
  survey(files: readonly ScannedFile[]): Promise<readonly FileSurvey[]>;
  /** Reads chapter files on in the light of their story; cheap right after their survey. */
  read(files: readonly SurveyedFile[], light: StoryLight): Promise<readonly FileReading[]>;
  /** Ends at once what it is doing. May be called again. */
  close(): Promise<void>;
}
