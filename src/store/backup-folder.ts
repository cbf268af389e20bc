import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder } from './private-files.js';

/** A backup that is whole. */
export interface Backup {
  readonly file: string;
  readonly madeAt: Date;
}

/** As {@link backupName} writes them: the moment stands in the name, since copying a file changes its times. */
const namePattern = /^cliffhanger-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.sqlite$/;

/** What a backup is called that is still being written; it ends in the writer's process id. */
const partPattern = /^cliffhanger-.*\.part-\d+$/;

/** Nobody writes a backup for so long: what is older was left by a crash. */
const stalePartMs = 24 * 3_600_000;

/** The name of a backup made at a moment, to the second; names sort by age. */
export function backupName(madeAt: Date): string {
  return `cliffhanger-${stampOf(madeAt)}.sqlite`;
}

/** A moment as it can stand in a file's name everywhere, such as `2026-11-06T19-00-00Z`. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
}

/** The backups in a folder, newest first; none where there is no folder. */
export async function listBackups(folder: string): Promise<readonly Backup[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, day, hours, minutes, seconds] = namePattern.exec(name) ?? [];
      return day === undefined
        ? []
        : [{ file: join(folder, name), madeAt: new Date(`${day}T${hours}:${minutes}:${seconds}Z`) }];
    })
    .toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** Makes the folder where it is missing, and takes away what a crash left of unfinished backups. */
export async function prepareFolder(folder: string): Promise<void> {
  await makePrivateFolder(folder);
  for (const name of (await readdir(folder)).filter((candidate) => partPattern.test(candidate))) {
    const file = join(folder, name);
    if (Date.now() - (await stat(file)).mtimeMs > stalePartMs) await rm(file, { force: true });
  }
}

/** Deletes all but the newest `keep` backups; 0 deletes none. */
export async function keepNewest(folder: string, keep: number): Promise<void> {
  if (keep === 0) return;
  for (const { file } of (await listBackups(folder)).slice(keep)) await rm(file, { force: true });
}
