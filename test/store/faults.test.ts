import { copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Collection } from '../../src/store/collection.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { StoreError } from '../../src/store/store-error.js';
import { createRandom } from '../support/random.js';

const note = z.object({ text: z.string() });
const records = 150;
const random = createRandom();
const sweeping = process.env['SWEEP'] !== undefined;
const timeout = sweeping ? 300_000 : 60_000;

let folder: string;
/** A whole store of `records` notes, that tests copy before they break it. */
let whole: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-faults-'));
  whole = join(folder, 'whole.sqlite');
  file = join(folder, 'store.sqlite');
  const store = await openStore(`sqlite://${whole}`);
  for (let id = 0; id < records; id += 1) await notesOf(store).update(`${id}`, () => noteOf(id));
  await store.close();
});
afterEach(() => rm(folder, { recursive: true }));

function notesOf(store: Store): Collection<z.infer<typeof note>> {
  return store.openCollection('note', note, 1);
}

/** From a few bytes to some that take pages of their own. */
function noteOf(id: number): z.infer<typeof note> {
  return { text: `Note ${id}. `.repeat(1 + ((id * id) % 97) * (id % 10 === 0 ? 20 : 1)) };
}

const open = () => openStore(`sqlite://${file}`);

async function flipBit(path: string, bit: number): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bit / 8);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  await writeFile(path, bytes);
}

/** Opens the damaged copy: refused and left as it is, or every record that it gives is right. Tells which. */
async function expectRefusedOrRight(what: string): Promise<'refused' | 'opened'> {
  const before = await readFile(file);
  const opened = await open().catch((error: unknown) => asStoreError(error));
  if (opened instanceof StoreError) {
    expect(opened.message, what).toContain('was left as it is');
    expect((await readFile(file)).equals(before), `${what}: the file was changed`).toBe(true);
    return 'refused';
  }
  try {
    for (let id = 0; id < records; id += 1) await expectRight(opened, id, what);
  } finally {
    await opened.close();
  }
  return 'opened';
}

/** Whatever else a store throws is a bug. */
function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}

/** A record is given as it was written, or refused as unreadable; never as anything else, and never as missing. */
async function expectRight(store: Store, id: number, what: string): Promise<void> {
  const read = await notesOf(store)
    .get(`${id}`)
    .catch((error: unknown) => asStoreError(error));
  if (read instanceof StoreError) expect(read.kind, what).toBe('record');
  else expect(read, `${what}: note ${id}`).toEqual(noteOf(id));
}

describe('a store that was damaged while no bot ran', () => {
  const cuts = sweeping ? 500 : 50;
  it(`is refused, and left as it is, truncated at ${cuts} places (SEED=${random.seed})`, { timeout }, async () => {
    const { size } = await stat(whole);
    for (let cut = 0; cut < cuts; cut += 1) {
      const length = random.below(size);
      await copyFile(whole, file);
      await truncate(file, length);
      expect(await expectRefusedOrRight(`truncated to ${length} bytes`)).toBe('refused');
    }
  });

  const flips = sweeping ? 1_500 : 60;
  it(`never gives anything wrong, with ${flips} single bits flipped (SEED=${random.seed})`, {
    timeout,
  }, async () => {
    const { size } = await stat(whole);
    const outcomes = { refused: 0, opened: 0 };
    for (let flip = 0; flip < flips; flip += 1) {
      const bit = random.below(size * 8);
      await copyFile(whole, file);
      await flipBit(file, bit);
      outcomes[await expectRefusedOrRight(`bit ${bit} flipped`)] += 1;
    }
    if (sweeping) console.info('Single bits flipped:', outcomes);
  });

  it('never gives anything wrong, with any bit of the first hundred bytes flipped', { timeout }, async () => {
    const step = sweeping ? 1 : 8;
    for (let bit = 0; bit < 800; bit += step) {
      const at = bit + random.below(step);
      await copyFile(whole, file);
      await flipBit(file, at);
      await expectRefusedOrRight(`bit ${at} of the header flipped`);
    }
  });

  it('is refused where its table has another name by a single bit, and gets no empty one', async () => {
    await copyFile(whole, file);
    const bytes = await readFile(file);
    await flipBit(file, (bytes.indexOf('CREATE TABLE keyv(') + 'CREATE TABLE key'.length) * 8);
    expect(await expectRefusedOrRight('the table renamed')).toBe('refused');
  });

  it('does not take a record for none where a bit of its wrapping flipped', async () => {
    await copyFile(whole, file);
    const bytes = await readFile(file);
    await flipBit(file, (bytes.indexOf('{"value":') + '{"valu'.length) * 8 + 1);
    expect(await expectRefusedOrRight('"value" renamed')).toBe('opened');
  });

  it('is refused where it is empty: SQLite would begin a new one there', async () => {
    await writeFile(file, '');
    await expect(open()).rejects.toThrow('the file is empty');
    expect((await stat(file)).size).toBe(0);
  });

  it('is refused where only the log of its last changes is left', async () => {
    await writeFile(`${file}-wal`, 'the last changes');
    await expect(open()).rejects.toThrow('it is missing');
    expect(await readFile(`${file}-wal`, 'utf8')).toBe('the last changes');
  });
});
