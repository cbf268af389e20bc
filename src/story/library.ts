import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChapterReader } from './library/chapter-reader.js';
import { watchFolders } from './library/folder-watch.js';
import type { ReadingCache } from './library/reading-cache.js';
import { scanFolder, unreadable } from './library/scan-folder.js';
import { createShelf } from './library/shelf.js';
import { type Scan, type Snapshot, takeSnapshot } from './library/snapshot.js';
import type { Problem, Story } from './model.js';
import type { StoryLight } from './parse-chapter.js';

/** What the library needs to know of the world around it. */
export interface LibraryOptions {
  /** For nothing but the pause between two looks; files are judged by their own times. */
  readonly now: () => Date;
  /** Called after a look that changed a story once the library is open, with the new snapshot. */
  readonly onChange?: (stories: readonly Story[]) => void;
  /** How long a file must have been left alone before it is read, in milliseconds; 2,000 by default. */
  readonly restMs?: number;
  /** Reads the files; by default this thread does. The library closes it. */
  readonly reader?: ChapterReader;
  /** What was read before this start, and keeps what is read for the next; without one, all is read at every start. */
  readonly cache?: ReadingCache;
  /**
   * How long a look that nobody forced may keep somebody waiting, in milliseconds: then it goes on by itself, and what was
   * read before stands. Without end by default.
   */
  readonly patienceMs?: number;
  /** Whether the folder is watched, so that what changes in it is read at once and nobody in a hurry waits for a look. */
  readonly isWatched?: boolean;
}

/** The stories in the chapters folder. */
export interface Library {
  /** A snapshot in natural order of ids; a later look makes a new one. */
  readonly stories: readonly Story[];
  /** Problems of the folder itself, such as that it is missing. */
  readonly problems: readonly Problem[];
  story(id: string): Story | undefined;
  /** In what light a story's files are read, for who reads one by itself; undefined where there is no such story. */
  lightOf(id: string): StoryLight | undefined;
  /** Files of a story that the last look found changed too lately to be read, or gone too lately: what is known of them is old. */
  saving(id: string): readonly string[];
  /**
   * Looks at the folder again, at most every 5 s unless forced. Calls at one time share one look; one that is forced shares none
   * that began before it. A hurried one has a look begin, and waits for none as long as the folder is watched.
   */
  refresh(options?: { readonly force?: boolean; readonly isHurried?: boolean }): Promise<void>;
  /** Looks no more, and ends what reads the files. What was read stands. */
  close(): Promise<void>;
}

/** Pause between two looks that nobody forced. */
const lookEveryMs = 5_000;

/** A file's time and ours may differ a little. */
const restMarginMs = 200;

/**
 * Opens the chapters folder and reads every story in it. What cannot be read becomes a problem, never an error. Where a
 * file is just being written, waits once until it should rest; if it does not, it comes in with a later look.
 */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const { restMs = 2_000, patienceMs } = options;
  const reader = options.reader ?? (await readerHere());
  const root = resolve(folder);
  const shelf = createShelf(restMs, reader, options.cache);
  let snapshot: Snapshot = { stories: [], problems: [], folders: new Map() };
  let known = '';
  let waiting = false;
  let isOpen = false;
  let isClosed = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  let resting: NodeJS.Timeout | undefined;
  const watch = options.isWatched === true ? watchFolders(root, () => lookSoon()) : undefined;

  const look = async () => {
    lookedAt = options.now().getTime();
    const scan = await scanSafely(root, folder);
    waiting = await shelf.update(scan.stories, isOpen);
    watch?.follow(scan.stories.map(({ folder }) => folder));
    const found = JSON.stringify([
      shelf.version,
      scan.problems,
      scan.stories.map(({ folder, problems }) => [problems, shelf.pending(folder)]),
    ]);
    if (found === known || isClosed) return;
    snapshot = takeSnapshot(root, shelf, scan);
    known = found;
    if (isOpen) options.onChange?.(snapshot.stories);
  };

  const refresh = async ({ force = false, isHurried = false } = {}): Promise<void> => {
    if (isClosed) return;
    const pause = options.now().getTime() - lookedAt;
    // A clock that was set back must not keep the library from looking.
    if (!looking && !force && pause >= 0 && pause < lookEveryMs) return;
    if (force) await looking?.catch(() => {});
    looking ??= look()
      .catch((error: unknown) => {
        // A reader that was closed answers nobody any more.
        if (!isClosed) throw error;
      })
      .finally(() => {
        looking = undefined;
      });
    if (isHurried && !force && watch?.isComplete === true) {
      // What changed was noticed already: this look is for what no watch tells of. Who waits for it is told if it fails.
      looking.catch(() => {});
      return;
    }
    await (force || patienceMs === undefined ? looking : atMost(patienceMs, looking));
  };

  /** After something happened in the folder: at once, and again when a file that is being saved should rest. */
  const lookSoon = () => {
    if (isClosed || !isOpen) return;
    refresh({ force: true })
      .then(() => {
        if (waiting && !isClosed) resting ??= setTimeout(lookAgain, restMs + restMarginMs).unref();
      })
      .catch(() => {});
  };
  const lookAgain = () => {
    resting = undefined;
    lookSoon();
  };

  // However long it takes: nothing may be said or released before all was read once.
  await refresh({ force: true });
  if (waiting) {
    await sleep(restMs);
    await refresh({ force: true });
  }
  isOpen = true;
  if (snapshot.problems.length === 0) options.cache?.keepOnly([...snapshot.folders.values()]);
  return {
    get stories() {
      return snapshot.stories;
    },
    get problems() {
      return snapshot.problems;
    },
    story: (id) => snapshot.stories.find((story) => story.id === id),
    lightOf: (id) => shelf.story(snapshot.folders.get(id) ?? id)?.light,
    saving: (id) => shelf.saving(snapshot.folders.get(id) ?? id),
    refresh,
    async close() {
      isClosed = true;
      watch?.close();
      clearTimeout(resting);
      await reader.close();
      await looking;
      await options.cache?.settled();
    },
  };
}

/** The parser and all that it needs are loaded only where files are read: mostly in another thread. */
async function readerHere(): Promise<ChapterReader> {
  const { createInProcessReader } = await import('./library/in-process-reader.js');
  return createInProcessReader();
}

/** Waits for something, for at most that many milliseconds. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const ending = new AbortController();
  const late = sleep(ms, undefined, { signal: ending.signal }).catch(() => undefined);
  await Promise.race([work, late]).finally(() => ending.abort());
}

async function scanSafely(root: string, folder: string): Promise<Scan> {
  try {
    return { stories: await scanFolder(root), problems: [] };
  } catch (error) {
    const problem = unreadable(folder, error);
    return {
      stories: [],
      problems: [{ ...problem, message: `The chapters folder cannot be read: ${problem.message}` }],
    };
  }
}
