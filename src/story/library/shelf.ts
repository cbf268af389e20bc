import type { Problem } from '../model.js';
import type { ChapterReader } from './chapter-reader.js';
import type { FileContent } from './file-content.js';
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

/** A shelf on which a file is put once nobody has touched it for `restMs` milliseconds of its own time. */
export function createShelf(restMs: number, reader: ChapterReader): Shelf {
  const shelved = new Map<string, { readonly folder: string; readonly stamp: string }>();
  const folders = new Map<string, StoryShelf>();
  const unsettled = new Map<string, string>();
  /** By folder, as the last look found them. */
  let unread = new Map<string, readonly string[]>();
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
      shelved.set(file.file, { folder, stamp: again.has(file.file) ? '' : stampOf(file) });
      unsettled.delete(file.file);
    }
    for (const file of went) shelved.delete(file);
    version += 1;
  };

  /** Some editors save by removing and renaming: a file is gone only when its folder has come to rest without it. */
  const missing = (stories: readonly ScannedStory[]) => {
    const there = new Set(stories.flatMap((story) => story.files.map((file) => file.file)));
    const restless = new Set(
      stories.filter((story) => Date.now() - story.changedMs < restMs).map((story) => story.folder),
    );
    const all = [...shelved].filter(([file]) => !there.has(file));
    return {
      isWaiting: all.some(([, { folder }]) => restless.has(folder)),
      gone: all.filter(([, { folder }]) => !restless.has(folder)),
    };
  };

  const unreadOf = ({ files, folder }: ScannedStory): readonly string[] => {
    const contents = folders.get(folder)?.contents;
    return files.flatMap(({ file }) => (contents?.has(file) ? [] : [file]));
  };

  return {
    async update(stories, isSeen) {
      const { gone, isWaiting } = missing(stories);
      let isSettled = !isWaiting;
      for (const story of stories) {
        const fresh = story.files.filter((file) => !isKnown(file));
        const came = fresh.filter(rests);
        if (came.length < fresh.length) isSettled = false;
        await takeIn(
          story,
          came,
          gone.flatMap(([file, { folder }]) => (folder === story.folder ? [file] : [])),
          isSeen,
        );
      }
      const there = new Set(stories.map(({ folder }) => folder));
      for (const [file, { folder }] of gone) {
        if (!there.has(folder) && shelved.delete(file)) version += 1;
        if (!there.has(folder)) folders.delete(folder);
      }
      unread = new Map(stories.map((story) => [story.folder, unreadOf(story)]));
      return !isSettled;
    },
    story: (folder) => folders.get(folder),
    pending: (folder) => unread.get(folder) ?? [],
    get version() {
      return version;
    },
  };
}

function stampOf(file: ScannedFile): string {
  return `${file.size} ${file.mtimeMs} ${file.path}`;
}
