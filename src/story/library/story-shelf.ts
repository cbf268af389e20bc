import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../model.js';
import { unreadStoryFile } from '../parse/story-file.js';
import { unreadChapter } from '../parse-chapter.js';
import { beginHistory, changedReading, continueHistory, type ReadingHistory } from './changed-reading.js';
import type { ChapterFileSurvey, ChapterReader, ChapterReading, FileReading, FileSurvey } from './chapter-reader.js';
import type { FileContent } from './file-content.js';
import { printOf } from './reading-print.js';
import { isStoryFile, type ScannedFile } from './scan-folder.js';
import { storyFileOf } from './story-file-of.js';
import { isSameReading, type SharedLight, storyLight, touchedBy } from './story-light.js';

/** What came into a story's folder since it was last looked at, and what went. */
export interface FolderChange {
  /** Files that are new or were touched. */
  readonly came: readonly ScannedFile[];
  /** Paths of files that are gone. */
  readonly went: readonly string[];
  /** What is wrong with the folder. */
  readonly problems: readonly Problem[];
  /** Whether somebody may have seen how its files were read before. */
  readonly isSeen: boolean;
}

interface ChapterEntry {
  readonly kind: 'chapter';
  readonly file: ScannedFile;
  readonly survey: ChapterFileSurvey;
  readonly reading: ChapterReading;
  readonly history: ReadingHistory;
}

type Entry = ChapterEntry | { readonly kind: 'other'; readonly content: FileContent };

/**
 * A story's files, each read in the light of all. A file that did not change is read again only where what its siblings share
 * touches it. The outcome depends on the files alone, not on the order in which they came.
 */
export class StoryShelf {
  readonly #entries = new Map<string, Entry>();
  #light: SharedLight = storyLight([], undefined);

  /** How the story's files are read. */
  get light(): SharedLight {
    return this.#light;
  }

  /** Files that read otherwise than before, though they are the same. */
  get changes(): readonly Problem[] {
    return [...this.#entries].flatMap(([file, entry]) =>
      entry.kind === 'chapter' ? (changedReading(file, entry.history) ?? []) : [],
    );
  }

  /** What the files hold, by path relative to the chapters folder. */
  get contents(): ReadonlyMap<string, FileContent> {
    return new Map(
      [...this.#entries].map(([file, entry]) => [
        file,
        entry.kind === 'chapter' ? { kind: 'chapter', parsed: entry.reading } : entry.content,
      ]),
    );
  }

  /** Takes a change in. Returns the files that changed once more meanwhile and have to come again. */
  async take(change: FolderChange, reader: ChapterReader): Promise<ReadonlySet<string>> {
    const surveys = await reader.survey(change.came);
    for (const file of change.went) this.#entries.delete(file);
    const fresh = new Map<string, Surveyed>();
    change.came.forEach((file, index) => {
      const survey = surveys[index];
      if (survey === undefined) return;
      if (survey.kind === 'chapter') fresh.set(file.file, { file, survey });
      else this.#entries.set(file.file, { kind: 'other', content: contentOf(file.file, survey) });
    });
    return this.#readOn(fresh, change, reader);
  }

  async #readOn(
    fresh: ReadonlyMap<string, Surveyed>,
    change: FolderChange,
    reader: ChapterReader,
  ): Promise<ReadonlySet<string>> {
    const before = this.#light;
    const chapters = new Map<string, Surveyed>([...this.#chapters(), ...fresh]);
    const surveys = [...chapters.values()].map(({ survey }) => survey);
    const light = storyLight(surveys, storyFileOf(this.contents, change.problems));
    const isTouched = touchedBy(before, light);
    const due = [...chapters.values()].filter(({ file, survey }) => fresh.has(file.file) || isTouched(survey));
    const readings = await reader.read(
      due.map(({ file, survey }) => ({ file, digest: survey.digest })),
      light,
    );
    this.#light = light;
    // What the author has said anew is no surprise; all files are read by it, and their histories begin again.
    const isSurprise = change.isSeen && isSameReading(before, light);
    const because = [...change.came.map(({ file }) => file), ...change.went].map((file) => file.replace(/^.*\//u, ''));
    const again = new Set<string>();
    due.forEach((surveyed, index) => {
      const reading = readings[index];
      if (reading === undefined) return;
      if (reading.kind === 'changed') again.add(surveyed.file.file);
      else this.#put(surveyed, readingOf(surveyed.file.file, reading), isSurprise ? because : undefined);
    });
    return again;
  }

  /** `because` of which files it was read; undefined where nobody is surprised. */
  #put({ file, survey }: Surveyed, reading: ChapterReading, because: readonly string[] | undefined): void {
    const known = this.#entries.get(file.file);
    const now = printOf(reading);
    const isSame = known?.kind === 'chapter' && known.survey.digest === survey.digest;
    const others = because?.filter((name) => name !== file.file.replace(/^.*\//u, ''));
    // Who holds on to a chapter need not find another one that says the same.
    const kept = isSame && isDeepStrictEqual(known.reading, reading) ? known.reading : reading;
    const history = isSame && others ? continueHistory(known.history, now, others) : beginHistory(now);
    this.#entries.set(file.file, { kind: 'chapter', file, survey, reading: kept, history });
  }

  #chapters(): readonly (readonly [string, ChapterEntry])[] {
    return [...this.#entries].flatMap(([file, entry]) => (entry.kind === 'chapter' ? [[file, entry] as const] : []));
  }
}

interface Surveyed {
  readonly file: ScannedFile;
  readonly survey: ChapterFileSurvey;
}

function contentOf(file: string, survey: Exclude<FileSurvey, ChapterFileSurvey>): FileContent {
  if (survey.kind === 'story') return survey;
  const { problem } = survey;
  return isStoryFile(file)
    ? { kind: 'story', story: unreadStoryFile(file, [problem]) }
    : { kind: 'chapter', parsed: unreadChapter(file, [problem]) };
}

function readingOf(file: string, reading: Exclude<FileReading, { readonly kind: 'changed' }>): ChapterReading {
  return reading.kind === 'read' ? reading.reading : unreadChapter(file, [reading.problem]);
}
