import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../app/config.js';
import { listBackups } from '../store/backup-folder.js';
import { restoreBackup } from '../store/restore-backup.js';
import { StoreError } from '../store/store-error.js';
import { readSettings } from './read-settings.js';

/** `npm run restore [file]`: puts a backup in the store's place while no bot runs; without a file, lists what there is. */
async function main(given: string | undefined): Promise<void> {
  const config = readSettings();
  if (config === undefined) return fail();
  if (given === undefined) return list(config.backupDir);
  const backup = await find(given, config);
  if (backup === undefined) return fail(`There is no backup ${given}. "npm run restore" lists those there are.`);
  const { damagedRecord, replaced } = await restoreBackup({
    storeUrl: config.storeUrl,
    backup,
    now: new Date(),
    warn,
  });
  process.stdout.write(
    `Restored ${backup}. Start the bot again; what was posted since that backup it does not know.\n`,
  );
  if (replaced !== undefined) process.stdout.write(`The store that stood there before is ${replaced} now.\n`);
  if (damagedRecord !== undefined) fail(`The record ${damagedRecord} is damaged in this backup; the rest is whole.`);
}

async function list(folder: string): Promise<void> {
  const backups = await listBackups(folder);
  if (backups.length === 0) return fail(`There are no backups in ${folder}.`);
  const lines = await Promise.all(
    backups.map(async ({ file, madeAt }) => {
      const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
      return `  ${file}  (${madeAt.toISOString()}, ${megabytes} MB)\n`;
    }),
  );
  process.stdout.write(`Backups, newest first; "npm run restore <file>" puts one back:\n${lines.join('')}`);
}

/** A path, or the name of a file in the folder of backups. */
async function find(given: string, { backupDir }: Config): Promise<string | undefined> {
  for (const candidate of [given, join(backupDir, given)]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile() === true) return candidate;
  }
  return undefined;
}

function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence?: string): void {
  if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

main(process.argv[2]).catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error;
  fail(error.message);
});
