import type { Problem } from '../model.js';
import type { ChapterReader } from './chapter-reader.js';
import type { FileContent } from './file-content.js';
import type { ReadingCache } from './reading-cache.js';
import type { ScannedFile, ScannedStory } from './scan-folder.js';
import type { SharedLight } from './story-light.js';
import { StoryShelf } from './story-shelf.js';

/** What was read of each file, kept while neither the file changes nor what its siblings say of it. */
export interface Shelf {
  /**
   * Takes in what changed since the last time; `isSeen` says whether somebody may have seen what was there before. Returns
   * whether a file or folder is still being written.
   */
  update(stories: readonly ScannedStory[], isSeen: boolean): Promise<boolean>;
  /** What a folder holds; undefined where nothing of it was read. */
  story(folder: string): ShelvedStory | undefined;
  /** Files of the folder that are there and were never read: they are still being saved. */
  pending(folder: string): readonly string[];
  /** Files of the folder that changed or went too lately to be taken in or put away: what was read of them is old. */
  saving(folder: string): readonly string[];
  /** Differs from an earlier one exactly where something was taken in or put away since. */
  readonly version: number;
}

/** What was read of a story's folder. */
export interface ShelvedStory {
  /** By path relative to the chapters folder. */
  readonly contents: ReadonlyMap<string, FileContent>;
  readonly light: SharedLight;
  /** Files that read otherwise than before, though they are the same. */
  readonly changes: readonly Problem[];
}

/**
 * A shelf on which a file is put once nobody has touched it for `restMs` milliseconds of its own time. What lies in the cache
 * counts as read where the file looks as it did then.
 */
export function createShelf(restMs: number, reader: ChapterReader, cache?: ReadingCache): Shelf {
  const shelved = new Map<string, Shelved>();
  const folders = new Map<string, StoryShelf>();
  const unsettled = new Map<string, string>();
  /** By folder, as the last look found them. */
  let unread = new Map<string, readonly string[]>();
  let saving = new Map<string, readonly string[]>();
  let version = 0;

  /** Whether the file may be read: it is old enough, and did not change again since it was last found unread. */
  const rests = (file: ScannedFile): boolean => {
    const stamp = stampOf(file);
    const seen = unsettled.get(file.file);
    unsettled.set(file.file, stamp);
    const age = Date.now() - file.mtimeMs;
    // A time in the future says nothing about rest; such a file must look the same twice.
    return age < 0 ? seen === stamp : age >= restMs && (seen === undefined || seen === stamp);
  };

  const isKnown = (file: ScannedFile): boolean => {
    const known = shelved.get(file.file)?.stamp === stampOf(file);
    if (known) unsettled.delete(file.file);
    return known;
  };

  /** What was kept of a folder is asked for once, when it is first seen. */
  const recalled = new Set<string>();
  const recall = async (folder: string) => {
    if (cache === undefined || recalled.has(folder)) return;
    recalled.add(folder);
    const kept = await cache.load(folder);
    if (kept === undefined) return;
    folders.set(folder, new StoryShelf(kept));
    for (const [name, { file }] of kept.files) {
      shelved.set(name, { folder, stamp: stampOf(file), trace: traceOf(file) });
    }
    version += 1;
  };

  const takeIn = async (
    { folder, problems }: ScannedStory,
    came: readonly ScannedFile[],
    went: readonly string[],
    isSeen: boolean,
  ) => {
    if (came.length === 0 && went.length === 0) return;
    const story = folders.get(folder) ?? new StoryShelf();
    folders.set(folder, story);
    const again = await story.take({ came, went, problems, isSeen }, reader);
    for (const file of came) {
      shelved.set(file.file, { folder, stamp: again.has(file.file) ? '' : stampOf(file), trace: traceOf(file) });
      unsettled.delete(file.file);
    }
    for (const file of went) shelved.delete(file);
    version += 1;
    cache?.keep(folder, story.kept);
  };

  /**
   * Some editors save by removing and renaming: a file is gone only when its folder has come to rest without it, or when it
   * came under another name. Kept beside that one, it would be a second file with one number.
   */
  const goneFrom = (story: ScannedStory, came: readonly ScannedFile[]) => {
    const there = new Set(story.files.map(({ file }) => file));
    const fresh = new Set(came.flatMap((file) => (shelved.has(file.file) ? [] : [traceOf(file)])));
    const isAtRest = Date.now() - story.changedMs >= restMs;
    const known = [...(folders.get(story.folder)?.contents.keys() ?? [])];
    const missing = known.filter((file) => !there.has(file));
    const gone = missing.filter((file) => isAtRest || fresh.has(shelved.get(file)?.trace ?? ''));
    return { gone, going: missing.filter((file) => !gone.includes(file)) };
  };

  const forgetFolders = (there: ReadonlySet<string>) => {
    for (const [file, { folder }] of shelved) if (!there.has(folder) && shelved.delete(file)) version += 1;
    for (const folder of folders.keys()) if (!there.has(folder)) folders.delete(folder);
  };

  const unreadOf = ({ files, folder }: ScannedStory): readonly string[] => {
    const contents = folders.get(folder)?.contents;
    return files.flatMap(({ file }) => (contents?.has(file) ? [] : [file]));
  };

  return {
    async update(stories, isSeen) {
      saving = new Map();
      for (const story of stories) {
        if (story.files.length > 0) await recall(story.folder);
        const fresh = story.files.filter((file) => !isKnown(file));
        const came = fresh.filter(rests);
        const { gone, going } = goneFrom(story, came);
        const coming = fresh.filter((file) => !came.includes(file)).map(({ file }) => file);
        if (coming.length + going.length > 0) saving.set(story.folder, [...coming, ...going]);
        await takeIn(story, came, gone, isSeen);
      }
      forgetFolders(new Set(stories.map(({ folder }) => folder)));
      unread = new Map(stories.map((story) => [story.folder, unreadOf(story)]));
      return saving.size > 0;
    },
    story: (folder) => folders.get(folder),
    pending: (folder) => unread.get(folder) ?? [],
    saving: (folder) => saving.get(folder) ?? [],
    get version() {
      return version;
    },
  };
}

/** A file that was taken in: the stamp changes when it does, the trace stays when it is renamed. */
interface Shelved {
  readonly folder: string;
  readonly stamp: string;
  readonly trace: string;
}

function stampOf(file: ScannedFile): string {
  // Files of one size and time may have taken each other's names.
  return `${traceOf(file)} ${file.ctimeMs} ${file.path}`;
}

/** Renaming leaves a file's size and time as they are. */
function traceOf({ size, mtimeMs }: ScannedFile): string {
  return `${size} ${mtimeMs}`;
}
