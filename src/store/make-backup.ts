import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { backupName, keepNewest, listBackups, prepareFolder } from './backup-folder.js';
import { filesOf } from './companions.js';
import { connect } from './connect.js';
import { explainSqlite } from './explain-sqlite.js';
import { createPrivate, keepPrivate, type Warn } from './private-files.js';
import { StoreError } from './store-error.js';
import { type StorePath, storePath } from './store-path.js';
import { syncFolder } from './sync-folder.js';
import { verifyFile } from './verify-file.js';

/** What to back up, and where to. */
export interface BackupRequest {
  readonly storeUrl: string;
  /** Is made where it is missing. */
  readonly folder: string;
  /** How many backups stay there; 0 keeps all. */
  readonly keep: number;
  readonly now: Date;
  /** Is told where others may read the store or a backup and nothing can be done about it here. */
  readonly warn?: Warn;
}

/** A backup that was made. */
export const madeBackupSchema = z.object({
  file: z.string(),
  /** Key of a record that is damaged in the store, and so in the copy; then no older backup was deleted. */
  damagedRecord: z.string().optional(),
});
export type MadeBackup = Readonly<z.infer<typeof madeBackupSchema>>;

/**
 * Copies a store as it is at this moment, also while a bot writes to it, here or in another process. The copy is written under
 * another name, read back as a whole, and only then takes its name. Throws a {@link StoreError} where that cannot be; what is
 * there already stays.
 */
export async function makeBackup({ storeUrl, folder, keep, now, warn }: BackupRequest): Promise<MadeBackup> {
  const store = await storePath(storeUrl);
  const file = join(folder, backupName(now));
  const part = `${file}.part-${process.pid}`;
  try {
    // By its name only: opening the file here would end the locks of a bot in this process.
    await stat(store.file);
    await prepareFolder(folder);
    const made = (await listBackups(folder)).map((backup) => backup.file);
    await keepPrivate([...(await filesOf(store.file)), ...made], warn);
    const damagedRecord = await copy(store, part);
    await rename(part, file);
    await syncFolder(folder);
    if (damagedRecord !== undefined) return { file, damagedRecord };
    await keepNewest(folder, keep);
    return { file };
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof StoreError) throw error;
    throw new StoreError('unavailable', `The store ${store.shown} could not be backed up: ${wordsOf(error)}.`, {
      cause: error,
    });
  }
}

/** Gives the key of a damaged record, if there is one. */
async function copy(store: StorePath, part: string): Promise<string | undefined> {
  // SQLite writes into a file that is there only where it is empty.
  await createPrivate(part);
  // A connection of its own: the bot's would make everybody wait.
  const adapter = await connect(store.file);
  try {
    await adapter.query(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
  } finally {
    await adapter.close();
  }
  const verdict = await verifyFile(part);
  if (verdict.kind === 'unusable') {
    throw new StoreError('damaged', `The backup of ${store.shown} was not kept: ${verdict.words}.`);
  }
  return verdict.kind === 'damaged-record' ? verdict.key : undefined;
}

function wordsOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'ENOSPC' ? 'the disk is full' : explainSqlite(error).words;
}
