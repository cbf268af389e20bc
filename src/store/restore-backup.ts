import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Keyv } from 'keyv';
import { copyWhole, filesOf, hasLog, removeWhole } from './companions.js';
import { connect } from './connect.js';
import { explainSqlite } from './explain-sqlite.js';
import { unfinishedRestore } from './open-sqlite.js';
import { keepPrivate, makePrivateFolder, type Warn } from './private-files.js';
import { putAside } from './put-aside.js';
import { seal } from './record.js';
import { StoreError } from './store-error.js';
import { lockStore } from './store-lock.js';
import { type StorePath, storePath } from './store-path.js';
import { syncFolder } from './sync-folder.js';
import { verifyFile } from './verify-file.js';

/** Which backup to put where. */
export interface RestoreRequest {
  readonly storeUrl: string;
  /** The backup, or a store that was put aside. It is only read, with the log of its last changes where one lies beside it. */
  readonly backup: string;
  readonly now: Date;
  /** Is told where others may read the store and nothing can be done about it here. */
  readonly warn?: Warn;
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

/**
 * Puts a backup in the place of a store, and keeps the store that stood there beside it. Throws a {@link StoreError}, and
 * changes nothing, where the backup is damaged or a bot has the store open. Interrupted half-way it leaves a mark at which
 * {@link openStore} refuses to start; the same restore once more completes it.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  try {
    return await restoreInto(await storePath(request.storeUrl), request);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const { words } = explainSqlite(error);
    throw new StoreError('unavailable', `The backup ${request.backup} could not be restored: ${words}.`, {
      cause: error,
    });
  }
}

async function restoreInto(store: StorePath, { backup, now, warn }: RestoreRequest): Promise<Restored> {
  await makePrivateFolder(dirname(store.file));
  await keepPrivate(await filesOf(store.file), warn);
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
  } finally {
    await removeWhole(part);
    await lock.release();
  }
}

async function copyVerified(backup: string, part: string): Promise<string | undefined> {
  await copyWhole(backup, part);
  const verdict = await verifyFile(part);
  if (verdict.kind !== 'unusable') return verdict.kind === 'damaged-record' ? verdict.key : undefined;
  throw new StoreError(
    'refused',
    `The backup ${backup} cannot be restored: ${verdict.words}. The store was left as it is.`,
  );
}

/**
 * Leaves a record by which the bot sees, at its next start, that it may not know of everything that happened. From here on the
 * copy is one file: SQLite took its log in when it was closed.
 */
async function markRestored(part: string, now: Date): Promise<void> {
  const keyv = new Keyv({ store: await connect(part), throwOnErrors: true });
  keyv.namespace = undefined;
  await keyv.set(restoredKey, seal(restoredKey, 1, { at: now.getTime() }));
  await keyv.disconnect();
  if (await hasLog(part)) throw new Error(`the log of its last changes could not be taken in (${part})`);
}
