import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkFile } from '../../src/store/check-pages.js';
import { openStore, type StoreOptions } from '../../src/store/open-store.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-check-'));
  file = join(folder, 'store.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

const schema = z.object({ text: z.string() });

/** A check that ends when the test lets it. */
function heldCheck() {
  const letGo = new AbortController();
  const check: NonNullable<StoreOptions['check']> = async (path, signal) => {
    const either = AbortSignal.any([signal, letGo.signal]);
    if (!either.aborted) await once(either, 'abort');
    signal.throwIfAborted();
    return checkFile(path);
  };
  return { check, letGo: () => letGo.abort() };
}

async function fill(count = 400): Promise<void> {
  const store = await openStore(`sqlite://${file}`);
  const records = store.openCollection('record', schema, 1);
  for (let index = 0; index < count; index += 1) await records.update(`${index}`, () => ({ text: 'x'.repeat(500) }));
  await store.close();
}

/** Overwrites the middle of a page in the middle of the file. */
async function damage(): Promise<Buffer> {
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(3_000, 0xff), 0, 3_000, Math.floor(size / 8192) * 4096 + 100);
  await handle.close();
  return readFile(file);
}

const openBeside = (check: StoreOptions['check']) => openStore(`sqlite://${file}`, { check, mostCheckedBytes: 0 });
const logBytes = async () => (await stat(`${file}-wal`).catch(() => undefined))?.size ?? 0;

describe('a large store', () => {
  it('is used before it is checked, and takes what was written meanwhile in once it is known to be whole', async () => {
    await fill();
    const { check, letGo } = heldCheck();
    const store = await openBeside(check);
    const records = store.openCollection('record', schema, 1);
    const before = await readFile(file);
    // More than SQLite would leave in the log by itself.
    for (let index = 0; index < 1_500; index += 1)
      await records.update(`${index}`, () => ({ text: 'y'.repeat(4_000) }));
    expect((await readFile(file)).equals(before)).toBe(true);
    letGo();
    await expect
      .poll(async () => {
        await records.update('1', (current) => ({ text: `${current?.text}.` }));
        return (await readFile(file)).equals(before);
      })
      .toBe(false);
    await store.close();
    expect(await logBytes()).toBe(0);
    const again = await openStore(`sqlite://${file}`);
    expect(await again.openCollection('record', schema, 1).get('1499')).toEqual({ text: 'y'.repeat(4_000) });
    await again.close();
  });

  it('that turns out to be damaged is written no more, says so, and its file stays as it was', async () => {
    await fill();
    const broken = await damage();
    const told: (string | undefined)[] = [];
    const { check, letGo } = heldCheck();
    const store = await openBeside(check);
    store.watch((trouble) => told.push(trouble));
    const records = store.openCollection('record', schema, 1);
    await records.update('new', () => ({ text: 'kept in the log' }));
    letGo();
    await expect
      .poll(() => store.trouble())
      .toMatch(/cannot be written: the file is damaged \(.+\)\. Nothing is written/);
    expect(told).toHaveLength(1);
    expect(await store.isWritable()).toBe(false);
    await expect(records.update('newer', () => ({ text: 'lost' }))).rejects.toMatchObject({ kind: 'damaged' });
    await store.close();
    expect((await readFile(file)).equals(broken)).toBe(true);
    expect(await logBytes()).toBeGreaterThan(0);
  });

  it('that is closed before anybody knows is left as it was, with what was written in its log', async () => {
    await fill();
    const before = await readFile(file);
    const store = await openBeside(heldCheck().check);
    await store.openCollection('record', schema, 1).update('new', () => ({ text: 'kept' }));
    await store.close();
    expect((await readFile(file)).equals(before)).toBe(true);
    const again = await openStore(`sqlite://${file}`);
    expect(await again.openCollection('record', schema, 1).get('new')).toEqual({ text: 'kept' });
    await again.close();
  });

  it('is checked here where no other process can do it', async () => {
    await fill();
    const cannot = async () => {
      throw new Error('no process');
    };
    const store = await openBeside(cannot);
    await expect
      .poll(async () => {
        await store.openCollection('record', schema, 1).update('1', () => ({ text: 'z'.repeat(4_000) }));
        return store.trouble();
      })
      .toBeUndefined();
    await store.close();
    expect(await logBytes()).toBe(0);
  });
});

describe('a small store', () => {
  it('is checked before it is used, and refused where it is damaged', async () => {
    await fill();
    await damage();
    const check = async () => undefined;
    await expect(openStore(`sqlite://${file}`, { check })).rejects.toMatchObject({ kind: 'refused' });
  });
});
