import { lookAtFile } from '../store/look-at-file.js';
import { makeBackup } from '../store/make-backup.js';
import { StoreError } from '../store/store-error.js';
import { storePath } from '../store/store-path.js';
import { readSettings } from './read-settings.js';

/** `npm run backup`: a copy of the store in BACKUP_DIR, also while the bot runs. Exits 1 where there is none or it is damaged. */
async function main(): Promise<void> {
  const config = readSettings();
  if (config === undefined) return fail();
  const { file: store, shown } = await storePath(config.storeUrl);
  const look = await lookAtFile(store);
  if (look.kind === 'missing') return fail(`There is no store at ${shown} yet, so there is nothing to back up.`);
  if (look.kind === 'odd') return fail(`The store ${shown} cannot be backed up: ${look.words}.`);
  const { damagedRecord, file } = await makeBackup({
    storeUrl: config.storeUrl,
    folder: config.backupDir,
    keep: config.backupKeep,
    now: new Date(),
    warn,
  });
  process.stdout.write(`Backed up ${shown} to ${file}. "npm run restore ${file}" puts it back.\n`);
  if (damagedRecord !== undefined) {
    fail(`The record ${damagedRecord} is damaged in the store, and so in this copy. No older backup was deleted.`);
  }
}

function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence?: string): void {
  if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error;
  fail(error.message);
});
