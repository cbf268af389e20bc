import type KeyvSqlite from '@keyv/sqlite';
import { connect } from './connect.js';
import { explainSqlite } from './explain-sqlite.js';
import { keepPrivate } from './private-files.js';
import { StoreError } from './store-error.js';
import type { StorePath } from './store-path.js';

/** That this process alone may write to a store. */
export interface StoreLock {
  release(): Promise<void>;
}

/**
 * Takes a store for this process, waiting up to `waitMs` for another one to let go; throws a {@link StoreError} where it does
 * not. The lock is an exclusive transaction on a file beside the store, held for good: the operating system ends it with the
 * process, however that ends, and the store itself stays open to programs that copy it. Not to be relied on over network drives.
 */
export async function lockStore({ file, shown }: StorePath, waitMs: number): Promise<StoreLock> {
  try {
    // SQLite takes 0 for its own default, which does not wait either.
    const adapter = await connect(`${file}.lock`, Math.max(1, waitMs));
    await keepPrivate([`${file}.lock`]);
    await begin(adapter);
    return { release: () => adapter.close() };
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    throw busy ? inUse(shown, waitMs, error) : cannotLock(shown, error);
  }
}

async function begin(adapter: KeyvSqlite): Promise<void> {
  try {
    await adapter.query('BEGIN EXCLUSIVE');
  } catch (error) {
    await adapter.close();
    throw error;
  }
}

function inUse(shown: string, waitMs: number, cause: unknown): StoreError {
  const waited = waitMs > 0 ? ` (waited ${waitMs / 1000} s)` : '';
  return new StoreError(
    'refused',
    `The store ${shown} is in use by another Cliffhanger process${waited}. Stop that one first, or give this one a store of ` +
      'its own with STORE_URL. STORE_WAIT lets a start wait.',
    { cause },
  );
}

function cannotLock(shown: string, cause: unknown): StoreError {
  const { kind, words } = explainSqlite(cause);
  const cure = kind === 'damaged' ? 'Delete that file: it holds nothing.' : 'Check the folder, its owner and the disk.';
  return new StoreError(
    'refused',
    `The store ${shown} cannot be opened: it cannot be taken with ${shown}.lock, since ${words}. It was left as it is. ${cure}`,
    { cause },
  );
}
