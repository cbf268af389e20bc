import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What belongs to a store beside its file: the log of its last changes must go where it goes, and never meet another file. */
const companions = ['-wal', '-journal'] as const;

/**
 * Copies a store with the log of its last changes, for the owner alone, and takes away what an earlier copy of that name left.
 */
export async function copyWhole(from: string, to: string): Promise<void> {
  await removeWhole(to);
  await copyPrivate(from, to);
  for (const suffix of companions) {
    if (await exists(`${from}${suffix}`)) await copyPrivate(`${from}${suffix}`, `${to}${suffix}`);
  }
}

/** Moves a store with the log of its last changes; a file that is missing is none that must be moved. */
export async function moveWhole(from: string, to: string): Promise<void> {
  for (const suffix of [...companions, '']) {
    if (await exists(`${from}${suffix}`)) await rename(`${from}${suffix}`, `${to}${suffix}`);
  }
  await rm(`${from}-shm`, { force: true });
}

/** Deletes a store with all that lies beside it, where it is there. */
export async function removeWhole(file: string): Promise<void> {
  for (const suffix of ['', '-shm', ...companions]) await rm(`${file}${suffix}`, { force: true });
}

/** Whether changes of a store lie beside its file still, or again. */
export async function hasLog(file: string): Promise<boolean> {
  for (const suffix of companions) {
    if (await exists(`${file}${suffix}`)) return true;
  }
  return false;
}

/** All that lies beside a store under its name: logs, lock, what was put aside; itself first. None where there is no folder. */
export async function filesOf(file: string): Promise<readonly string[]> {
  const names = await readdir(dirname(file)).catch(() => []);
  const beside = names.filter((name) => name.startsWith(`${basename(file)}-`) || name.startsWith(`${basename(file)}.`));
  return [file, ...beside.map((name) => join(dirname(file), name))];
}

/** Node's own copy has the rights of what was copied. */
async function copyPrivate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}

/** Whether there is such a file or folder. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
