import { copyFile, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listBackups } from '../../src/store/backup-folder.js';
import { copyWhole } from '../../src/store/companions.js';
import { DailyBackup } from '../../src/store/daily-backup.js';
import { makeBackup } from '../../src/store/make-backup.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { restoreBackup } from '../../src/store/restore-backup.js';

const note = z.object({ text: z.string() });
const now = new Date('2026-11-06T19:00:00Z');

const { signal } = new AbortController();
let base: string;
let folder: string;
let file: string;
let storeUrl: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "cliffhanger's-backup-"));
  folder = join(base, 'backups');
  file = join(base, 'store.sqlite');
  storeUrl = `sqlite://${file}`;
});
afterEach(() => rm(base, { recursive: true }));

const notesOf = (store: Store) => store.openCollection('note', note, 1);
const backUp = (keep = 7, at = now) => makeBackup({ storeUrl, folder, keep, now: at });

/** Makes the store hold just this note, or changes it to that. */
async function write(text: string): Promise<void> {
  const store = await openStore(storeUrl);
  await notesOf(store).update('a', () => ({ text }));
  await store.close();
}

async function read(url = storeUrl): Promise<string | undefined> {
  const store = await openStore(url);
  const found = await notesOf(store).get('a');
  await store.close();
  return found?.text;
}

/** Makes the record's text another one, as a flipped bit would. */
async function damageRecord(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.indexOf('a secret');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

describe('a backup', () => {
  it('holds one moment of a store that is written to meanwhile', async () => {
    const store = await openStore(storeUrl);
    const notes = notesOf(store);
    // The second note is always written after the first: no moment has it without it.
    let writing = true;
    const writer = (async () => {
      for (let round = 1; writing; round += 1) {
        await notes.update('first', () => ({ text: `${round}` }));
        await notes.update('second', () => ({ text: `${round}` }));
      }
    })();
    const made: string[] = [];
    for (let hour = 0; hour < 5; hour += 1) {
      made.push((await backUp(0, new Date(now.getTime() + hour * 3_600_000))).file);
    }
    writing = false;
    await writer;
    await store.close();
    // To keep none is to delete none.
    expect((await listBackups(folder)).map(({ file }) => file).toReversed()).toEqual(made);
    for (const copy of made) {
      const restored = await openStore(`sqlite://${copy}`);
      const first = Number((await notesOf(restored).get('first'))?.text ?? 0);
      const second = Number((await notesOf(restored).get('second'))?.text ?? 0);
      expect([second, second + 1]).toContain(first);
      await restored.close();
    }
  });

  it('leaves only the newest ones there, and no unfinished ones', async () => {
    await write('kept');
    await backUp();
    const stale = join(folder, 'cliffhanger-2026-11-05T19-00-00Z.sqlite.part-17');
    await writeFile(stale, 'left by a crash');
    await utimes(stale, new Date(0), new Date(0));
    await writeFile(join(folder, 'my own.sqlite'), 'not ours');
    for (let day = 1; day <= 4; day += 1) await backUp(3, new Date(now.getTime() + day * 86_400_000));
    expect((await readdir(folder)).toSorted()).toEqual([
      'cliffhanger-2026-11-08T19-00-00Z.sqlite',
      'cliffhanger-2026-11-09T19-00-00Z.sqlite',
      'cliffhanger-2026-11-10T19-00-00Z.sqlite',
      'my own.sqlite',
    ]);
    expect((await listBackups(folder)).map(({ madeAt }) => madeAt.getUTCDate())).toEqual([10, 9, 8]);
    await backUp(1, new Date(now.getTime() + 5 * 86_400_000));
    expect((await listBackups(folder)).map(({ madeAt }) => madeAt.getUTCDate())).toEqual([11]);
  });

  it('of a store with a damaged record is made, says which, and deletes no older one', async () => {
    await write('a secret');
    await backUp(1);
    await damageRecord(file);
    const made = await backUp(1, new Date(now.getTime() + 86_400_000));
    expect(made.damagedRecord).toBe('note/a');
    expect(await listBackups(folder)).toHaveLength(2);
  });

  it('of a store with damaged pages is not kept', async () => {
    const store = await openStore(storeUrl);
    for (let id = 0; id < 50; id += 1) await notesOf(store).update(`${id}`, () => ({ text: 'x'.repeat(3_000) }));
    await store.close();
    const bytes = await readFile(file);
    bytes.fill(0, 40_960, 45_056);
    await writeFile(file, bytes);
    await expect(backUp()).rejects.toMatchObject({ name: 'StoreError' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('of no store is refused with a sentence, and makes none', async () => {
    await expect(backUp()).rejects.toThrow('could not be backed up: there is no such file');
    expect(await readdir(base)).toEqual([]);
  });
});

describe('restoring', () => {
  it('puts a backup back, and keeps the store that stood there beside it', async () => {
    await write('before');
    const { file: backup } = await backUp();
    await write('after');
    const { replaced, damagedRecord } = await restoreBackup({ storeUrl, backup, now });
    expect(damagedRecord).toBeUndefined();
    expect(await read()).toBe('before');
    expect(replaced).toBe(`${file}.replaced-2026-11-06T19-00-00Z`);
    expect(await read(`sqlite://${replaced}`)).toBe('after');
  });

  it('puts a backup back where there is no store any more', async () => {
    await write('before');
    const { file: backup } = await backUp();
    await rm(file);
    expect((await restoreBackup({ storeUrl, backup, now })).replaced).toBeUndefined();
    expect(await read()).toBe('before');
  });

  it('puts a backup in the place of a damaged store, whose own log does not reach it', async () => {
    await write('before');
    const { file: backup } = await backUp();
    await writeFile(file, 'rubbish');
    await writeFile(`${file}-wal`, 'the log of the rubbish');
    const { replaced } = await restoreBackup({ storeUrl, backup, now });
    expect(await read()).toBe('before');
    expect(await readFile(`${replaced}-wal`, 'utf8')).toBe('the log of the rubbish');
  });

  it('is refused with a sentence where the folder of the store cannot be made', async () => {
    await write('before');
    const { file: backup } = await backUp();
    await writeFile(join(base, 'taken'), 'a file where the folder should be');
    const asked = restoreBackup({ storeUrl: `sqlite://${join(base, 'taken', 'store.sqlite')}`, backup, now });
    await expect(asked).rejects.toMatchObject({ name: 'StoreError', message: expect.stringContaining('could not be') });
  });

  it('never lets a copy meet the log that a restore left which was killed', async () => {
    await writeFile(file, 'a store');
    for (const suffix of ['-wal', '-journal', '-shm']) await writeFile(`${file}.part${suffix}`, 'the log of another');
    await copyWhole(file, `${file}.part`);
    expect((await readdir(base)).toSorted()).toEqual(['store.sqlite', 'store.sqlite.part']);
  });

  it('is refused while a bot has the store open', async () => {
    await write('before');
    const { file: backup } = await backUp();
    const store = await openStore(storeUrl);
    await notesOf(store).update('a', () => ({ text: 'after' }));
    await expect(restoreBackup({ storeUrl, backup, now })).rejects.toThrow('in use by another Cliffhanger process');
    await store.close();
    expect(await read()).toBe('after');
  });

  it('is refused for a backup that is damaged, before anything is touched', async () => {
    await write('before');
    const { file: backup } = await backUp();
    const bytes = await readFile(backup);
    await writeFile(backup, bytes.subarray(0, bytes.length - 1_000));
    await write('after');
    const before = await readdir(base);
    await expect(restoreBackup({ storeUrl, backup, now })).rejects.toThrow(/cannot be restored: .*its end is missing/);
    expect(await readdir(base)).toEqual(before);
    expect(await read()).toBe('after');
  });

  it('says which record of a backup is damaged, and restores the rest', async () => {
    await write('a secret');
    const { file: backup } = await backUp();
    await damageRecord(backup);
    expect((await restoreBackup({ storeUrl, backup, now })).damagedRecord).toBe('note/a');
  });

  it('that was interrupted keeps a bot from starting on half of it, and is completed by doing it again', async () => {
    await write('before');
    const { file: backup } = await backUp();
    // As a crash would leave it between putting the old store aside and the new one in its place.
    await copyFile(backup, `${file}.restoring`);
    await rm(file);
    await expect(openStore(storeUrl)).rejects.toThrow('A restore of the store');
    await restoreBackup({ storeUrl, backup, now });
    expect(await read()).toBe('before');
  });
});

describe('the daily backup', () => {
  const log = () => {
    const lines: string[] = [];
    const note = (_details: object, message: string) => void lines.push(message);
    return { lines, info: note, error: note };
  };

  it('is made at once where there is none, and then when the newest is a day old, over restarts', async () => {
    await write('kept');
    let time = now.getTime();
    const clock = { now: () => new Date(time) };
    const start = () => new DailyBackup({ storeUrl, folder, keep: 7, clock, log: log(), signal });
    const madeAfter = async (daily: DailyBackup, hours: number) => {
      time += hours * 3_600_000;
      await daily.tick();
      return (await listBackups(folder)).length;
    };
    const first = start();
    expect(await madeAfter(first, 0)).toBe(1);
    expect(await madeAfter(first, 23)).toBe(1);
    const second = start();
    expect(await madeAfter(second, 0)).toBe(1);
    expect(await madeAfter(second, 2)).toBe(2);
    expect(await madeAfter(second, 24 * 30)).toBe(3);
  });

  it('that failed is logged, and tried again in an hour', async () => {
    let time = now.getTime();
    const kept = log();
    const daily = new DailyBackup({
      storeUrl,
      folder,
      keep: 7,
      clock: { now: () => new Date(time) },
      log: kept,
      signal,
    });
    await daily.tick();
    await daily.tick();
    expect(kept.lines).toEqual(['The daily backup failed; it is tried again in an hour.']);
    await write('kept');
    time += 3_600_000;
    await daily.tick();
    expect(kept.lines.at(-1)).toBe('Made the daily backup.');
  });

  it('is not made where none are to be kept', async () => {
    await write('kept');
    await new DailyBackup({ storeUrl, folder, keep: 0, clock: { now: () => now }, log: log(), signal }).tick();
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });
});
