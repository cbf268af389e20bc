import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyvSqlite } from '@keyv/sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore, type Store } from '../../src/store/open-store.js';

const counter = z.object({ count: z.int() });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-store-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const sqliteUrl = () => `sqlite://${folder}/nested/store.sqlite`;

describe.each([
  ['memory', () => 'memory://'],
  ['SQLite', sqliteUrl],
])('a store on %s', (_name, url) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(url());
  });
  afterEach(() => store.close());

  it('gives back what was written, and nothing where nothing was', async () => {
    const counters = store.openCollection('counter', counter, 1);
    await counters.update('a', () => ({ count: 1 }));
    expect(await counters.get('a')).toEqual({ count: 1 });
    expect(await counters.get('b')).toBeUndefined();
  });

  it('forgets a record that is changed to undefined', async () => {
    const counters = store.openCollection('counter', counter, 1);
    await counters.update('a', () => ({ count: 1 }));
    await counters.update('a', () => undefined);
    expect(await counters.get('a')).toBeUndefined();
  });

  it('loses none of 200 changes of one record that were asked for at once', async () => {
    const counters = store.openCollection('counter', counter, 1);
    const changes = Array.from({ length: 200 }, () =>
      counters.update('a', (current) => ({ count: (current?.count ?? 0) + 1 })),
    );
    await Promise.all(changes);
    expect(await counters.get('a')).toEqual({ count: 200 });
  });

  it('goes on after a change that failed', async () => {
    const counters = store.openCollection('counter', counter, 1);
    const failed = counters.update('a', () => Promise.reject(new Error('no')));
    const after = counters.update('a', () => ({ count: 7 }));
    await expect(failed).rejects.toThrow('no');
    expect(await after).toEqual({ count: 7 });
  });

  it('keeps collections apart whose prefixes begin alike', async () => {
    const a = store.openCollection('a', counter, 1);
    const ab = store.openCollection('ab', counter, 1);
    await a.update('x_%', () => ({ count: 1 }));
    expect(await ab.get('x_%')).toBeUndefined();
    expect(await a.get('x__')).toBeUndefined();
  });

  it('refuses a record of another shape and leaves it as it was', async () => {
    const texts = store.openCollection('thing', z.object({ text: z.string() }), 1);
    await texts.update('a', () => ({ text: 'kept' }));
    const counters = store.openCollection('thing', counter, 1);
    await expect(counters.get('a')).rejects.toThrow(/thing\/a cannot be read.*count/s);
    await expect(counters.update('a', () => ({ count: 1 }))).rejects.toThrow('left as it is');
    expect(await texts.get('a')).toEqual({ text: 'kept' });
  });

  it('refuses a record written by a newer version', async () => {
    await store.openCollection('counter', counter, 2).update('a', () => ({ count: 1 }));
    await expect(store.openCollection('counter', counter, 1).get('a')).rejects.toThrow('newer version');
  });

  it('migrates a record of an older version step by step when it is read', async () => {
    await store.openCollection('thing', z.object({ n: z.int() }), 1).update('a', () => ({ n: 5 }));
    const migrations = {
      1: (data: unknown) => ({ count: z.object({ n: z.int() }).parse(data).n }),
      3: (data: unknown) => ({ ...counter.parse(data), unit: 'pages' }),
    };
    const latest = store.openCollection('thing', counter.extend({ unit: z.string() }), 4, migrations);
    expect(await latest.get('a')).toEqual({ count: 5, unit: 'pages' });
  });

  it('writes a migrated record back when it is changed, and not before', async () => {
    const first = store.openCollection('thing', counter, 1);
    await first.update('a', () => ({ count: 5 }));
    const second = store.openCollection('thing', counter, 2, {
      1: (data) => ({ count: counter.parse(data).count * 10 }),
    });
    await second.update('a', (current) => current);
    expect(await first.get('a')).toEqual({ count: 5 });
    await second.update('a', (current) => ({ count: (current?.count ?? 0) + 1 }));
    expect(await second.get('a')).toEqual({ count: 51 });
    await expect(first.get('a')).rejects.toThrow('newer version');
  });

  it('leaves a record as it is where its migration fails', async () => {
    const first = store.openCollection('thing', z.object({ text: z.string() }), 1);
    await first.update('a', () => ({ text: 'kept' }));
    const second = store.openCollection('thing', counter, 2, { 1: (data) => counter.parse(data) });
    await expect(second.update('a', () => ({ count: 1 }))).rejects.toThrow('migration from version 1 failed');
    expect(await first.get('a')).toEqual({ text: 'kept' });
  });

  it('gives back whatever JSON can hold, checksum and all', async () => {
    const anything = store.openCollection('anything', z.unknown(), 1);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
        await anything.update('a', () => value);
        expect(await anything.get('a')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 40, examples: [[':colon'], [{ ':key': [':base64:AA=='] }], [{ pages: 3 }], [[1, 2]], [-0]] },
    );
  });

  it('refuses a key that another database could not hold', async () => {
    const counters = store.openCollection('counter', counter, 1);
    await expect(counters.get('x'.repeat(200))).rejects.toThrow('longer than 200');
  });

  it('lists 250 entries newest first, over its pages, and each list for itself', async () => {
    const list = store.openList('numbers', z.int());
    const numbers = Array.from({ length: 250 }, (_, index) => index);
    await Promise.all([...numbers.map((number) => list.append('a', number)), list.append('b', 1)]);
    expect(await all(list.newestFirst('a'))).toEqual(numbers.toReversed());
    expect(await all(list.newestFirst('b'))).toEqual([1]);
    expect(await all(list.newestFirst('c'))).toEqual([]);
  });
});

describe('a store on SQLite', () => {
  it('keeps everything that was asked for before it was closed', async () => {
    const first = await openStore(sqliteUrl());
    const counters = first.openCollection('counter', counter, 1);
    for (let index = 0; index < 200; index += 1) void counters.update(`${index}`, () => ({ count: index }));
    await first.close();

    const second = await openStore(sqliteUrl());
    const again = second.openCollection('counter', counter, 1);
    const kept = await Promise.all(Array.from({ length: 200 }, (_, index) => again.get(`${index}`)));
    await second.close();
    expect(kept.map((record) => record?.count)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  it('writes ahead into a log, so that a copy can be made while it runs', async () => {
    await (await openStore(sqliteUrl())).close();
    const reader = new KeyvSqlite(sqliteUrl());
    expect(await reader.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await reader.close();
  });

  it('reads what was written before there were checksums', async () => {
    const store = await openStore(sqliteUrl());
    await store.close();
    const adapter = new KeyvSqlite(sqliteUrl());
    await adapter.set('counter/a', JSON.stringify({ value: { v: 1, data: { count: 3 } } }));
    await adapter.set('list/numbers/a', JSON.stringify({ value: { pages: 1 } }));
    await adapter.set('list/numbers/a/0', JSON.stringify({ value: [1, 2] }));
    await adapter.close();
    const later = await openStore(sqliteUrl());
    const numbers = later.openList('numbers', z.int());
    await numbers.append('a', 3);
    expect(await later.openCollection('counter', counter, 1).get('a')).toEqual({ count: 3 });
    expect(await all(numbers.newestFirst('a'))).toEqual([3, 2, 1]);
    await later.close();
  });

  it('refuses a file that is no database, and leaves it as it was', async () => {
    const path = join(folder, 'novel.sqlite');
    await writeFile(path, 'It was a dark and stormy night. '.repeat(200));
    await expect(openStore(`sqlite://${path}`)).rejects.toThrow(/novel\.sqlite cannot be opened: .*left as it is/);
    expect(await readFile(path, 'utf8')).toMatch(/^It was a dark/);
  });

  it('refuses a path that is a folder, and a URL of another kind', async () => {
    await expect(openStore(`sqlite://${folder}`)).rejects.toThrow('cannot be opened');
    await expect(openStore('postgres://localhost/x')).rejects.toThrow('expected "sqlite://"');
  });
});
