import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The rooms whose code and data decide how a chapter file is read. */
const rooms = ['languages', 'markup', 'story'];
/** How this file is reached from the folder that holds the rooms. */
const fromRooms = ['story', 'library', 'reader-version'];

/**
 * Tells one way of reading chapter files from another: a digest of the code and the languages' data that read them, of what is
 * installed beside them, and of Node, whose Unicode they go by. `undefined` where the code does not lie where it should: then
 * nothing can be said.
 */
export async function readerVersion(here = fileURLToPath(import.meta.url)): Promise<string | undefined> {
  const base = dirname(dirname(dirname(here)));
  if (here.replace(/\.[jt]s$/u, '') !== join(base, ...fromRooms)) return undefined;
  const files = (await Promise.all(rooms.map((room) => codeIn(join(base, room))))).flat();
  const texts = await Promise.all([...files, ...lockFiles(base)].map((file) => readFile(file).catch(() => 'none')));
  const hash = createHash('sha256').update(
    JSON.stringify([process.versions, files.map((file) => file.slice(base.length))]),
  );
  for (const text of texts) hash.update(`${text.length}\n`).update(text);
  return hash.digest('base64url');
}

async function codeIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.[jt]s$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** From `dist/src` as from `src` the lock file is found at one of these. */
function lockFiles(base: string): readonly string[] {
  return ['..', '../..'].map((up) => join(base, up, 'package-lock.json'));
}
