import { type FileContent, readFile } from './read-file.js';
import type { ScannedFile, ScannedStory } from './scan-folder.js';

/** What was read of each file, kept while the file does not change. */
export interface Shelf {
  /** Takes in what changed since the last time. Returns whether a file or folder is still being written. */
  update(stories: readonly ScannedStory[], storyIdOf: (folder: string) => string): Promise<boolean>;
  /** What the folder's files hold, by path relative to the chapters folder. */
  contents(folder: string): ReadonlyMap<string, FileContent>;
  /** Files of the folder that are there and were never read: they are still being saved. */
  pending(folder: string): readonly string[];
  /** Differs from an earlier one exactly where something was taken in or put away since. */
  readonly version: number;
}

interface ShelvedFile {
  readonly folder: string;
  readonly stamp: string;
  readonly content: FileContent;
}

/** A shelf on which a file is put once nobody has touched it for `restMs` milliseconds of its own time. */
export function createShelf(restMs: number): Shelf {
  const shelved = new Map<string, ShelvedFile>();
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

  const takeIn = async (folder: string, file: ScannedFile, storyId: string): Promise<boolean> => {
    if (shelved.get(file.file)?.stamp === stampOf(file)) {
      unsettled.delete(file.file);
      return true;
    }
    if (!rests(file)) return false;
    const content = await readFile(file, storyId);
    shelved.set(file.file, { folder, stamp: stampOf(file), content });
    unsettled.delete(file.file);
    version += 1;
    return true;
  };

  /** Some editors save by removing and renaming: a file is gone only when its folder has come to rest without it. */
  const putAway = (stories: readonly ScannedStory[]): boolean => {
    const there = new Set(stories.flatMap((story) => story.files.map((file) => file.file)));
    const restless = new Set(
      stories.filter((story) => Date.now() - story.changedMs < restMs).map((story) => story.folder),
    );
    let waiting = false;
    for (const [file, { folder }] of shelved) {
      if (there.has(file)) continue;
      if (restless.has(folder)) waiting = true;
      else if (shelved.delete(file)) version += 1;
    }
    return waiting;
  };

  return {
    async update(stories, storyIdOf) {
      const settled = await Promise.all(
        stories.flatMap((story) => story.files.map((file) => takeIn(story.folder, file, storyIdOf(story.folder)))),
      );
      unread = new Map(
        stories.map(({ folder, files }) => [
          folder,
          files.map(({ file }) => file).filter((file) => !shelved.has(file)),
        ]),
      );
      return putAway(stories) || settled.includes(false);
    },
    contents: (folder) =>
      new Map([...shelved].filter(([, each]) => each.folder === folder).map(([file, each]) => [file, each.content])),
    pending: (folder) => unread.get(folder) ?? [],
    get version() {
      return version;
    },
  };
}

function stampOf(file: ScannedFile): string {
  return `${file.size} ${file.mtimeMs} ${file.path}`;
}
