import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Collection } from '../../src/store/collection.js';
import { KeyedQueue } from '../../src/store/keyed-queue.js';
import { openSqlite } from '../../src/store/open-sqlite.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { WatchedKeyv } from '../../src/store/watched-keyv.js';
import { openSmallDisk, type SmallDisk } from '../support/small-disk.js';

const note = z.object({ text: z.string() });
const unavailable = { name: 'StoreError', kind: 'unavailable' };
const holder = fileURLToPath(new URL('hold-store.mjs', import.meta.url));

let folder: string;
let file: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-unavailable-'));
  file = join(folder, 'store.sqlite');
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const open = (waitMs = 0) => openStore(`sqlite://${file}`, { waitMs });
const notesOf = (store: Store) => store.openCollection('note', note, 1);

/** Lets another process hold the store, or only its file; resolves when it does. */
async function holdElsewhere(...args: readonly string[]): Promise<void> {
  child = spawn(process.execPath, [holder, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout !== null) await once(child.stdout, 'data');
}

async function killHolder(): Promise<void> {
  if (child === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('a store on a disk that is full', () => {
  let disk: SmallDisk;
  beforeEach(() => {
    disk = openSmallDisk(folder, 'store.sqlite');
  });
  afterEach(() => disk.close());

  it('says so, keeps what it had, and goes on when there is room again', async () => {
    const store = await open();
    const notes = notesOf(store);
    const heard: (string | undefined)[] = [];
    store.watch((trouble) => heard.push(trouble));
    await notes.update('kept', () => ({ text: 'before' }));

    await disk.fill();
    await expect(notes.update('kept', () => ({ text: 'lost' }))).rejects.toMatchObject(unavailable);
    await expect(notes.update('new', () => ({ text: 'lost' }))).rejects.toMatchObject(unavailable);
    expect(await notes.get('kept')).toEqual({ text: 'before' });
    expect(await notes.get('new')).toBeUndefined();
    expect(store.trouble()).toContain('cannot be written');
    expect(await store.isWritable()).toBe(false);

    await disk.free();
    expect(await store.isWritable()).toBe(true);
    expect(store.trouble()).toBeUndefined();
    await notes.update('kept', () => ({ text: 'after' }));
    expect(await notes.get('kept')).toEqual({ text: 'after' });
    expect(heard).toEqual([expect.stringContaining('cannot be written'), undefined]);
    await store.close();
  });

  it('has all that was acknowledged before, when it is opened again', async () => {
    const store = await open();
    const notes = notesOf(store);
    await Promise.all(
      Array.from({ length: 40 }, (_, id) => notes.update(`${id}`, () => ({ text: 'x'.repeat(id * 20) }))),
    );
    await disk.fill();
    await expect(notes.update('0', () => ({ text: 'y'.repeat(50_000) }))).rejects.toMatchObject(unavailable);
    await disk.free();
    await store.close();
    const again = await open();
    for (let id = 0; id < 40; id += 1) expect((await notesOf(again).get(`${id}`))?.text).toHaveLength(id * 20);
    await again.close();
  });
});

describe('a store whose file may not grow', () => {
  it('says that the disk is full, and goes on when it may', async () => {
    const { adapter, lock, shown } = await openSqlite(`sqlite://${file}`, 0, Number.POSITIVE_INFINITY);
    const keyv = new Keyv({ store: adapter, throwOnErrors: true });
    keyv.namespace = undefined;
    keyv.on('error', () => {});
    const watched = new WatchedKeyv(keyv, shown);
    const notes = new Collection(watched, new KeyedQueue(), 'note', { schema: note, version: 1 });
    await notes.update('a', () => ({ text: 'kept' }));
    await adapter.query('PRAGMA max_page_count=5');
    await expect(notes.update('a', () => ({ text: 'x'.repeat(50_000) }))).rejects.toThrow('the disk is full');
    expect(await watched.isWritable()).toBe(false);
    expect(await notes.get('a')).toEqual({ text: 'kept' });
    await adapter.query('PRAGMA max_page_count=1000000');
    expect(await watched.isWritable()).toBe(true);
    await keyv.disconnect();
    await lock.release();
  });
});

describe('a store that may only be read', () => {
  it('is refused at the start with a sentence, and left as it is', async () => {
    await (await open()).close();
    const before = await readFile(file);
    for (const path of [file, `${file}.lock`]) await chmod(path, 0o444);
    await chmod(folder, 0o555);
    await asNobody(() => expect(open()).rejects.toThrow(/cannot be opened: .*(only be read|not be written)/));
    await chmod(folder, 0o755);
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});

describe('a store that cannot be taken', () => {
  it('is refused where no folder can be made for it, before anything else is tried', async () => {
    await writeFile(join(folder, 'taken'), 'a file');
    await expect(openStore(`sqlite://${folder}/taken/store.sqlite`)).rejects.toThrow(
      /cannot be opened: (?!it cannot be taken)/,
    );
  });

  it('says what to do with the file that it is taken with', async () => {
    await (await open()).close();
    await writeFile(`${file}.lock`, 'no database '.repeat(100));
    await expect(open()).rejects.toThrow(/the file is not a database\. It was left as it is\. Delete that file/);
    await rm(`${file}.lock`);
    await mkdir(`${file}.lock`);
    await expect(open()).rejects.toThrow(/cannot be taken with .*\. It was left as it is\. Check the folder/);
  });
});

/** The superuser may write whatever the permissions say: for as long as `task` takes, it is somebody else. */
async function asNobody(task: () => Promise<void>): Promise<void> {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0) return task();
  seteuid?.(65_534);
  try {
    await task();
  } finally {
    seteuid?.(0);
  }
}

describe('a store whose file turns out to be damaged while it is open', () => {
  it('is never written to again, and says that a backup must be restored', async () => {
    const values = new Map<string, string>();
    const corrupt = Object.assign(new Error('SQLITE_CORRUPT: database disk image is malformed'), {
      code: 'SQLITE_CORRUPT',
    });
    const disk = {
      opts: {},
      get: async (key: string) => (key === 'note/broken' ? Promise.reject(corrupt) : values.get(key)),
      set: async (key: string, value: string) => values.set(key, value),
      delete: async (key: string) => values.delete(key),
      clear: async () => values.clear(),
    };
    const keyv = new Keyv({ store: disk, throwOnErrors: true });
    keyv.namespace = undefined;
    const watched = new WatchedKeyv(keyv, 'store.sqlite');
    const heard: (string | undefined)[] = [];
    watched.watch((trouble) => heard.push(trouble));
    const notes = new Collection(watched, new KeyedQueue(), 'note', { schema: note, version: 1 });
    await notes.update('a', () => ({ text: 'kept' }));
    const before = new Map(values);
    await expect(notes.get('broken')).rejects.toThrow(/the file is damaged\. Nothing is written.*restore a backup/);
    await expect(notes.update('a', () => ({ text: 'over it' }))).rejects.toMatchObject({ kind: 'damaged' });
    expect(await watched.isWritable()).toBe(false);
    expect(values).toEqual(before);
    expect(heard).toEqual([expect.stringContaining('the file is damaged')]);
  });
});

describe('a store whose file another program keeps locked', () => {
  it('says so within the time that an answer may take, and goes on afterwards', async () => {
    const store = await open();
    await holdElsewhere('file-only');
    const asked = performance.now();
    await expect(notesOf(store).update('a', () => ({ text: 'lost' }))).rejects.toThrow(
      'another program keeps it locked',
    );
    expect(performance.now() - asked).toBeLessThan(3_000);
    await killHolder();
    await notesOf(store).update('a', () => ({ text: 'kept' }));
    expect(await notesOf(store).get('a')).toEqual({ text: 'kept' });
    await store.close();
  });
});

describe('a store that another process has open', () => {
  it('is refused with a sentence, and free when that process was killed', async () => {
    await holdElsewhere();
    await expect(open()).rejects.toThrow(/in use by another Cliffhanger process\. Stop that one first.*STORE_WAIT/);
    await killHolder();
    await (await open()).close();
  });

  it('is waited for, by setting, until the other lets go or the time is over', async () => {
    const first = await open();
    await expect(open(200)).rejects.toThrow('in use by another Cliffhanger process (waited 0.2 s)');
    const waiting = open(10_000);
    setTimeout(() => void first.close(), 100);
    await (await waiting).close();
  });

  it('is refused under another name too', async () => {
    const store = await open();
    await mkdir(join(folder, 'elsewhere'));
    execFileSync('ln', ['-s', file, join(folder, 'elsewhere/link.sqlite')]);
    await expect(openStore(`sqlite://${folder}/elsewhere/link.sqlite`)).rejects.toThrow('in use by another');
    await store.close();
  });
});
