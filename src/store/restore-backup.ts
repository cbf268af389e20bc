import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Keyv } from 'keyv';
import { stampOf } from './backup-folder.js';
import { connect } from './connect.js';
import { explainSqlite } from './explain-sqlite.js';
import { unfinishedRestore } from './open-sqlite.js';
import { seal } from './record.js';
import { StoreError } from './store-error.js';
import { lockStore } from './store-lock.js';
import { storePath } from './store-path.js';
import { syncFolder } from './sync-folder.js';
import { verifyFile } from './verify-file.js';

/** Which backup to put where. */
export interface RestoreRequest {
  readonly storeUrl: string;
  /** The backup, which is only read. */
  readonly backup: string;
  readonly now: Date;
}

/** What came of it. */
export interface Restored {
  /** Where the store is that stood there before; undefined where there was none. */
  readonly replaced: string | undefined;
  /** Key of a record that is damaged in the backup. */
  readonly damagedRecord: string | undefined;
}

/** Under which {@link restoreBackup} leaves its mark: a record of version 1, `{ at }` in epoch milliseconds. */
const restoredKey = 'store/restored';

/** What belongs to a store beside its file: the log of its last changes must never meet another file. */
const companions = ['-wal', '-journal'] as const;

/**
 * Puts a backup in the place of a store, and keeps the store that stood there beside it. Throws a {@link StoreError}, and
 * changes nothing, where the backup is damaged or a bot has the store open. Interrupted half-way it leaves a mark at which
 * {@link openStore} refuses to start; the same restore once more completes it.
 */
export async function restoreBackup({ storeUrl, backup, now }: RestoreRequest): Promise<Restored> {
  const store = await storePath(storeUrl);
  await mkdir(dirname(store.file), { recursive: true });
  const lock = await lockStore(store, 0);
  const part = `${unfinishedRestore(store.file)}.part`;
  try {
    const damagedRecord = await copyVerified(backup, part);
    await markRestored(part, now);
    await rename(part, unfinishedRestore(store.file));
    await syncFolder(dirname(store.file));
    const replaced = await putAside(store.file, now);
    await rename(unfinishedRestore(store.file), store.file);
    await syncFolder(dirname(store.file));
    return { replaced, damagedRecord };
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof StoreError) throw error;
    const { words } = explainSqlite(error);
    throw new StoreError('unavailable', `The backup ${backup} could not be restored: ${words}.`, { cause: error });
  } finally {
    await lock.release();
  }
}

async function copyVerified(backup: string, part: string): Promise<string | undefined> {
  await copyFile(backup, part);
  const verdict = await verifyFile(part);
  if (verdict.kind !== 'unusable') return verdict.kind === 'damaged-record' ? verdict.key : undefined;
  throw new StoreError(
    'refused',
    `The backup ${backup} cannot be restored: ${verdict.words}. The store was left as it is.`,
  );
}

/** Leaves a record by which the bot sees, at its next start, that it may not know of everything that happened. */
async function markRestored(part: string, now: Date): Promise<void> {
  const keyv = new Keyv({ store: await connect(part), throwOnErrors: true });
  keyv.namespace = undefined;
  await keyv.set(restoredKey, seal(restoredKey, 1, { at: now.getTime() }));
  await keyv.disconnect();
}

async function putAside(file: string, now: Date): Promise<string | undefined> {
  const aside = await freeName(`${file}.replaced-${stampOf(now)}`);
  for (const suffix of companions) {
    if (await exists(`${file}${suffix}`)) await rename(`${file}${suffix}`, `${aside}${suffix}`);
  }
  await rm(`${file}-shm`, { force: true });
  if (!(await exists(file))) return undefined;
  await rename(file, aside);
  return aside;
}

/** The name, or with a number behind it where it is taken: a store that was put aside is never overwritten. */
async function freeName(name: string): Promise<string> {
  let free = name;
  for (let count = 2; await exists(free); count += 1) free = `${name}-${count}`;
  return free;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
