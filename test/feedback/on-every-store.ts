import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import type { Listing } from '../../src/feedback/listing.js';
import { openStore, type Store } from '../../src/store/open-store.js';

/** Declares the same tests over an empty store in memory and one on SQLite; `store()` is the one of the test that runs. */
export function onEveryStore(subject: string, declare: (store: () => Store) => void): void {
  describe.each(['memory', 'SQLite'] as const)(`${subject}, on %s`, (kind) => {
    let folder: string;
    let store: Store;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'cliffhanger-feedback-'));
      store = await openStore(kind === 'memory' ? 'memory://' : `sqlite://${folder}/store.sqlite`);
    });
    afterEach(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });
    declare(() => store);
  });
}

/** Everything that is read one after another, at once. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** All facts of a list, newest first. */
export async function allListed<T>(listing: Listing<T>): Promise<T[]> {
  return (await all(listing.older())).map(({ fact }) => fact);
}
