import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyvSqlite } from '@keyv/sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookAtFile } from '../../src/store/look-at-file.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-look-'));
  file = join(folder, 'store.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes an empty store with pages of so many bytes. */
async function makeStore(pageBytes: number): Promise<void> {
  const adapter = new KeyvSqlite({ uri: `sqlite://${file}` });
  await adapter.query('SELECT 1');
  await adapter.query(`PRAGMA page_size=${pageBytes}`);
  await adapter.query('VACUUM');
  await adapter.disconnect();
}

it.each([512, 1_024, 4_096])(
  'a store with pages of %i bytes is one, and damaged where the last is cut off',
  async (size) => {
    await makeStore(size);
    expect(await lookAtFile(file)).toEqual({ kind: 'store' });
    const { length } = await readFile(file);
    expect(length % size).toBe(0);
    await truncate(file, length - size / 2);
    expect(await lookAtFile(file)).toEqual({ kind: 'odd', words: 'the file is damaged, its end is missing' });
  },
);

it('a store whose header speaks of the largest pages has not even one of them', async () => {
  await makeStore(4_096);
  const bytes = await readFile(file);
  // The largest do not fit into the header's two bytes, and are written as 1.
  bytes.writeUInt16BE(1, 16);
  await writeFile(file, bytes);
  expect(await lookAtFile(file)).toEqual({ kind: 'odd', words: 'the file is damaged, its end is missing' });
});
