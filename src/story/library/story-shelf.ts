import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../model.js';
import { pack, unpack } from '../packed-scenes.js';
import { unreadStoryFile } from '../parse/story-file.js';
import { unreadChapter } from '../parsed-chapter.js';
import { beginHistory, changedReading, continueHistory, type ReadingHistory } from './changed-reading.js';
import type { ChapterFileSurvey, ChapterReader, ChapterReading, FileReading } from './chapter-reader.js';
import type { FileContent } from './file-content.js';
import type { KeptChapter, KeptFile, KeptStory } from './reading-cache.js';
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
  readonly kept: KeptChapter;
  /** Undefined while it was read but once as it is. */
  readonly history: ReadingHistory | undefined;
  /** Whether reading it went wrong, or was given up: another time it may not. */
  readonly isFailed: boolean;
}

type Entry =
  | ChapterEntry
  | { readonly kind: 'story'; readonly kept: Extract<KeptFile, { readonly kind: 'story' }> }
  | { readonly kind: 'unread'; readonly content: FileContent };

/**
 * A story's files, each read in the light of all. A file that did not change is read again only where what its siblings share
 * touches it. The outcome depends on the files alone, not on the order in which they came.
 */
export class StoryShelf {
  readonly #entries = new Map<string, Entry>();
  /** Chapters that were not read in the light of today, for they changed meanwhile. */
  readonly #stale = new Set<string>();
  #light: SharedLight;

  /** Goes on with what was kept of the story, if anything was. */
  constructor(kept?: KeptStory) {
    this.#light = kept?.light ?? storyLight([], undefined);
    for (const [name, file] of kept?.files ?? []) this.#entries.set(name, entryOf(file));
  }

  /** How the story's files are read. */
  get light(): SharedLight {
    return this.#light;
  }

  /** Files that read otherwise than before, though they are the same. */
  get changes(): readonly Problem[] {
    return [...this.#entries].flatMap(([file, entry]) =>
      entry.kind === 'chapter' && entry.history ? (changedReading(file, entry.history) ?? []) : [],
    );
  }

  /** What the files hold, by path relative to the chapters folder. */
  get contents(): ReadonlyMap<string, FileContent> {
    return new Map(
      [...this.#entries].map(([file, entry]) => [
        file,
        entry.kind === 'chapter'
          ? { kind: 'chapter', parsed: entry.kept.reading }
          : entry.kind === 'story'
            ? entry.kept
            : entry.content,
      ]),
    );
  }

  /** What of it holds for another run of the bot: what was read without a failure, in the light of today. */
  get kept(): KeptStory {
    const files = [...this.#entries].flatMap(([name, entry]): readonly (readonly [string, KeptFile])[] => {
      const isLeftOut =
        entry.kind === 'unread' || this.#stale.has(name) || (entry.kind === 'chapter' && entry.isFailed);
      return isLeftOut ? [] : [[name, entry.kept]];
    });
    return { light: this.#light, files: new Map(files) };
  }

  /** Takes a change in. Returns the files that changed once more meanwhile and have to come again. */
  async take(change: FolderChange, reader: ChapterReader): Promise<ReadonlySet<string>> {
    const surveys = await reader.survey(change.came);
    for (const file of change.went) if (this.#entries.delete(file)) this.#stale.delete(file);
    const fresh = new Map<string, Surveyed>();
    change.came.forEach((file, index) => {
      const survey = surveys[index];
      if (survey === undefined) return;
      if (survey.kind === 'chapter') fresh.set(file.file, { file, survey });
      else if (survey.kind === 'story') this.#entries.set(file.file, { kind: 'story', kept: { ...survey, file } });
      else this.#entries.set(file.file, { kind: 'unread', content: unreadContent(file.file, survey.problem) });
    });
    return this.#readOn(fresh, change, reader);
  }

  async #readOn(
    fresh: ReadonlyMap<string, Surveyed>,
    change: FolderChange,
    reader: ChapterReader,
  ): Promise<ReadonlySet<string>> {
    const before = this.#light;
    const chapters = new Map<string, Surveyed>([
      ...this.#chapters().map(([name, { kept }]) => [name, kept] as const),
      ...fresh,
    ]);
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
      const { file } = surveyed.file;
      this.#stale.delete(file);
      if (reading.kind !== 'changed') this.#put(surveyed, reading, isSurprise ? because : undefined);
      else if (again.add(file)) this.#stale.add(file);
    });
    return again;
  }

  /** `because` of which files it was read; undefined where nobody is surprised. */
  #put({ file, survey }: Surveyed, answer: Answered, because: readonly string[] | undefined): void {
    const known = this.#entries.get(file.file);
    const isFailed = answer.kind === 'unread';
    const reading = isFailed ? unreadChapter(file.file, [answer.problem]) : answer.reading;
    const isSame = known?.kind === 'chapter' && known.kept.survey.digest === survey.digest;
    const others = because?.filter((name) => name !== file.file.replace(/^.*\//u, ''));
    // Who holds on to a chapter need not find another one that says the same.
    const same = isSame && isDeepStrictEqual(known.kept.reading, reading) ? known.kept.reading : packed(reading);
    const before = isSame && others ? (known.history ?? beginHistory(printOf(known.kept.reading))) : undefined;
    const history = before && continueHistory(before, printOf(reading), others ?? []);
    const kept: KeptChapter = { kind: 'chapter', file, survey, reading: same };
    this.#entries.set(file.file, { kind: 'chapter', kept, history, isFailed });
  }

  #chapters(): readonly (readonly [string, ChapterEntry])[] {
    return [...this.#entries].flatMap(([file, entry]) => (entry.kind === 'chapter' ? [[file, entry] as const] : []));
  }
}

interface Surveyed {
  readonly file: ScannedFile;
  readonly survey: ChapterFileSurvey;
}

type Answered = Exclude<FileReading, { readonly kind: 'changed' }>;

function entryOf(kept: KeptFile): Entry {
  if (kept.kind === 'story') return { kind: 'story', kept };
  return { kind: 'chapter', kept, history: undefined, isFailed: false };
}

/** A reading whose text is packed, for of most chapters nobody reads it. */
function packed(reading: ChapterReading): ChapterReading {
  const { chapter } = reading;
  return chapter === undefined
    ? reading
    : { ...reading, chapter: { ...chapter, scenes: unpack(pack(chapter.scenes)) } };
}

function unreadContent(file: string, problem: Problem): FileContent {
  return isStoryFile(file)
    ? { kind: 'story', story: unreadStoryFile(file, [problem]) }
    : { kind: 'chapter', parsed: unreadChapter(file, [problem]) };
}
