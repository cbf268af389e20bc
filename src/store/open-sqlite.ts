import { rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type KeyvSqlite from '@keyv/sqlite';
import { checkPages } from './check-pages.js';
import { filesOf } from './companions.js';
import { connect } from './connect.js';
import { explainSqlite } from './explain-sqlite.js';
import { lookAtFile } from './look-at-file.js';
import { createPrivate, keepPrivate, makePrivateFolder, type Warn } from './private-files.js';
import { StoreError } from './store-error.js';
import { lockStore, type StoreLock } from './store-lock.js';
import { type StorePath, storePath } from './store-path.js';
import { syncFolder } from './sync-folder.js';

/** An open store file, which is this process's alone. */
export interface SqliteFile {
  readonly shown: string;
  readonly file: string;
  /** Whether all its pages are known to be whole. Where they are not yet, nothing is written into the file itself. */
  readonly isChecked: boolean;
  readonly adapter: KeyvSqlite;
  readonly lock: StoreLock;
}

/** A copy that `npm run restore` has made and not yet put in the store's place. */
export function unfinishedRestore(file: string): string {
  return `${file}.restoring`;
}

/**
 * Opens the store at `sqlite://<path>` for this process alone, waiting up to `waitMs` for another to let go; a missing one is
 * made, with its folder. Takes from others what rights they have to it, or tells `warn`. Throws a {@link StoreError} where it
 * cannot be locked, read and written, or any page of it is damaged: such a store is left as it is, and never replaced by an empty
 * one. The pages of a file of more than `mostCheckedBytes` are not looked at.
 */
export async function openSqlite(
  url: string,
  waitMs: number,
  mostCheckedBytes: number,
  warn?: Warn,
): Promise<SqliteFile> {
  const given = await storePath(url);
  try {
    await makePrivateFolder(dirname(given.file));
    await keepPrivate(await filesOf(given.file), warn);
  } catch (error) {
    throw cannotOpen(given, wordsOf(error), error);
  }
  const there = await stat(given.file).catch(() => undefined);
  if (there?.isDirectory() === true) throw cannotOpen(given, 'it is a folder, not a file');
  const lock = await lockStore(given, waitMs);
  try {
    const isChecked = (there?.size ?? 0) <= mostCheckedBytes;
    return { ...given, isChecked, adapter: await openLocked(given, isChecked), lock };
  } catch (error) {
    await lock.release();
    throw error instanceof StoreError ? error : cannotOpen(given, wordsOf(error), error);
  }
}

async function openLocked(path: StorePath, isChecked: boolean): Promise<KeyvSqlite> {
  await refuseUnfinishedRestore(path);
  const look = await lookAtFile(path.file);
  if (look.kind === 'odd') throw cannotOpen(path, look.words);
  if (look.kind === 'missing') await make(path.file);
  const adapter = await connect(path.file);
  try {
    const damage = isChecked ? await checkPages(adapter) : undefined;
    if (damage !== undefined) throw cannotOpen(path, `the file is damaged (${damage})`);
    // Fails where the file may only be read, and changes nothing.
    await adapter.query('BEGIN IMMEDIATE');
    await adapter.query('ROLLBACK');
    // Three times as fast, and lets a backup read while the bot writes. A store that was just made or restored has it not yet.
    await adapter.query('PRAGMA journal_mode=WAL');
    if (!isChecked) await keepInLog(adapter);
    return adapter;
  } catch (error) {
    await adapter.close();
    throw error;
  }
}

/** From now on what is written stays in the log beside the file: should the file be damaged, nothing makes that worse. */
export async function keepInLog(adapter: KeyvSqlite): Promise<void> {
  await adapter.query('PRAGMA wal_autocheckpoint=0');
}

/** From now on what is written goes into the file again, in time; by SQLite's own measure. */
export async function takeLogIn(adapter: KeyvSqlite): Promise<void> {
  await adapter.query('PRAGMA wal_autocheckpoint=1000');
}

/** A new store is made beside its place and put there whole, so that a crash never leaves half of one. */
async function make(file: string): Promise<void> {
  const beside = `${file}.new`;
  await rm(beside, { force: true });
  await createPrivate(beside);
  const adapter = await connect(beside);
  await adapter.close();
  await rename(beside, file);
  await syncFolder(dirname(file));
}

/** Half a restore may have left no store, or one without the log of its last changes: neither must be mistaken for whole. */
async function refuseUnfinishedRestore(path: StorePath): Promise<void> {
  const unfinished = await stat(unfinishedRestore(path.file)).catch(() => undefined);
  if (unfinished === undefined) return;
  throw new StoreError(
    'refused',
    `A restore of the store ${path.shown} was interrupted. Run "npm run restore" with the same backup again.`,
  );
}

function cannotOpen({ shown }: StorePath, words: string, cause?: unknown): StoreError {
  return new StoreError(
    'refused',
    `The store ${shown} cannot be opened: ${words}. It was left as it is. ` +
      'Check that the path is right and may be written, or put a backup in its place with "npm run restore".',
    { cause },
  );
}

function wordsOf(error: unknown): string {
  return explainSqlite(error).words;
}
