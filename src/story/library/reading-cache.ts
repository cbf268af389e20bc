import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Scene } from '../model.js';
import { pack, unpack } from '../packed-scenes.js';
import type { StoryFile } from '../parse/story-file.js';
import type { ChapterFileSurvey, ChapterReading } from './chapter-reader.js';
import { readerVersion } from './reader-version.js';
import { type LogEntry, ReadingLog } from './reading-log.js';
import type { ScannedFile } from './scan-folder.js';
import type { SharedLight } from './story-light.js';

/** What was read of one file; it holds for the file only while that looks as it did. */
export type KeptFile = KeptChapter | { readonly kind: 'story'; readonly file: ScannedFile; readonly story: StoryFile };

/** What was read of a chapter's file. */
export interface KeptChapter {
  readonly kind: 'chapter';
  readonly file: ScannedFile;
  readonly survey: ChapterFileSurvey;
  readonly reading: ChapterReading;
}

/** What was read of a story's folder: each chapter in this very light. */
export interface KeptStory {
  readonly light: SharedLight;
  /** By path relative to the chapters folder. Files that could not be read are missing. */
  readonly files: ReadonlyMap<string, KeptFile>;
}

/** Keeps what was read of stories, so that a start need not read it again. Whatever is wrong with it, files are read again. */
export interface ReadingCache {
  /** What was kept of a folder; undefined where that is nothing, or cannot be trusted. Never rejects. */
  load(folder: string): Promise<KeptStory | undefined>;
  /** Keeps what is new since the last time, by and by. `keep` is called once for each folder at a time. */
  keep(folder: string, story: KeptStory): void;
  /** Forgets all folders but these. */
  keepOnly(folders: readonly string[]): void;
  /** Resolves once all is written that was to be kept. */
  settled(): Promise<void>;
}

/** A folder's log, and what stands in it. */
interface Logged {
  readonly log: ReadingLog;
  /** As they were handed in: another object is another state. */
  files: ReadonlyMap<string, KeptFile>;
  light: SharedLight | undefined;
}

/** No file has this name. */
const lightName = '';
/** So many files are made bytes of, or out of bytes, before others get their turn. */
const together = 20;

/**
 * Opens the cache in `folder`, for the chapters folder `root` (absolute). It is made for the owner alone where it is missing.
 * `onTrouble` is told in a sentence, once, that nothing can be kept.
 */
export function openReadingCache(folder: string, root: string, onTrouble: (sentence: string) => void): ReadingCache {
  const logs = new Map<string, Logged>();
  let version: Promise<string | undefined> | undefined;
  let last: Promise<void> = Promise.resolve();
  let isTold = false;

  const trouble = (error: unknown) => {
    if (isTold) return;
    isTold = true;
    const why = error instanceof Error ? error.message : String(error);
    onTrouble(`What was read of the chapter files cannot be kept, so the next start reads them again (${why}).`);
  };
  const inTurn = (act: () => Promise<void>) => {
    last = last.then(act).catch(trouble);
  };
  const seedOf = async (story: string) => {
    version ??= readerVersion();
    const reader = await version;
    return reader && [reader, root, story].join('\n');
  };
  const openLog = async (story: string) => {
    const seed = await seedOf(story);
    if (seed === undefined) return undefined;
    return ReadingLog.open(join(folder, nameOf(root, story)), seed);
  };

  const load = async (story: string): Promise<KeptStory | undefined> => {
    const opened = await openLog(story);
    if (opened === undefined) return undefined;
    const logged: Logged = { log: opened.log, files: new Map(), light: undefined };
    logs.set(story, logged);
    const kept = await storyIn(opened.values);
    logged.files = kept?.files ?? logged.files;
    logged.light = kept?.light;
    return kept;
  };

  const write = async (story: string, { files, light }: KeptStory) => {
    const logged = logs.get(story);
    if (logged === undefined) return;
    const isNew = logged.light === undefined;
    const changed = [...files].filter(([name, file]) => isNew || logged.files.get(name) !== file);
    const went = [...logged.files.keys()].filter((name) => !files.has(name));
    if (changed.length + went.length === 0 && logged.light === light) return;
    const own = async (some: Iterable<readonly [string, KeptFile]>): Promise<readonly LogEntry[]> => [
      [lightName, serialize(light)],
      ...(await inTurns([...some], ([name, file]): LogEntry => [name, bytesOf(file)])),
    ];
    try {
      const gone = went.map((name): LogEntry => [name, undefined]);
      const isAdded = !isNew && !logged.log.isWorn && (await added(logged.log, [...(await own(changed)), ...gone]));
      if (!isAdded) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await logged.log.rewrite(await own(files));
      }
      logged.files = files;
      logged.light = light;
    } catch (error) {
      // What is in the file now is not known: the next time it is written anew.
      logged.light = undefined;
      throw error;
    }
  };

  return {
    async load(story) {
      try {
        return await load(story);
      } catch (error) {
        trouble(error);
        return undefined;
      }
    },
    keep: (story, kept) => inTurn(() => write(story, kept)),
    keepOnly: (stories) =>
      inTurn(async () => {
        const wanted = new Set(stories.map((story) => nameOf(root, story)));
        const own = `${rootKey(root)}-`;
        for (const name of await readdir(folder).catch(() => [])) {
          if (name.startsWith(own) && !wanted.has(name)) await rm(join(folder, name), { force: true });
        }
        for (const story of logs.keys()) if (!stories.includes(story)) logs.delete(story);
      }),
    settled: () => last,
  };
}

/** Any folder has a name that any system takes. */
function nameOf(root: string, story: string): string {
  return `${rootKey(root)}-${digest(story)}.readings`;
}

function rootKey(root: string): string {
  return digest(root);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Adds to a log; false where that cannot be done, for it may have been deleted. */
function added(log: ReadingLog, entries: readonly LogEntry[]): Promise<boolean> {
  return log.append(entries).then(
    () => true,
    () => false,
  );
}

/** Makes values of bytes that this very version of the code has written, as their digest says. */
async function storyIn(values: ReadonlyMap<string, Uint8Array>): Promise<KeptStory | undefined> {
  const light = values.get(lightName);
  if (light === undefined) return undefined;
  const files = [...values].filter(([name]) => name !== lightName);
  const read = await inTurns(files, ([name, bytes]) => [name, fileOf(bytes)] as const);
  return { light: deserialize(light) as SharedLight, files: new Map(read) };
}

/** How many scenes a text has, and how long it is: it stands last. */
const tailBytes = 8;

/** The facts of a file, then its text as it lies in memory, so that no start has to take it apart. */
function bytesOf(file: KeptFile): Uint8Array {
  const chapter = file.kind === 'chapter' ? file.reading.chapter : undefined;
  const text = pack(chapter?.scenes ?? []);
  const tail = Buffer.alloc(tailBytes);
  tail.writeUInt32LE(text.scenes, 0);
  tail.writeUInt32LE(text.bytes.length, 4);
  return Buffer.concat([serialize(withScenes(file, [])), text.bytes, tail]);
}

function fileOf(value: Uint8Array): KeptFile {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const tail = bytes.length - tailBytes;
  const start = tail - bytes.readUInt32LE(tail + 4);
  const file = deserialize(bytes.subarray(0, start)) as KeptFile;
  // A copy of its own: else all of the log would stay in memory for it.
  const text = { scenes: bytes.readUInt32LE(tail), bytes: new Uint8Array(bytes.subarray(start, tail)) };
  return withScenes(file, unpack(text));
}

function withScenes(file: KeptFile, scenes: readonly Scene[]): KeptFile {
  if (file.kind !== 'chapter' || file.reading.chapter === undefined) return file;
  return { ...file, reading: { ...file.reading, chapter: { ...file.reading.chapter, scenes } } };
}

async function inTurns<T, R>(list: readonly T[], act: (each: T) => R): Promise<readonly R[]> {
  const outcomes: R[] = [];
  for (const [at, each] of list.entries()) {
    if (at % together === together - 1) await nextTurn();
    outcomes.push(act(each));
  }
  return outcomes;
}
