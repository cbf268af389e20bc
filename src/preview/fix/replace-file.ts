import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts new bytes in place of a file's, all at once: they are written beside it under another name, which then becomes the
 * file's. False, with nothing changed, where `isStill` refuses what the file holds at the last moment. Failures of the disk
 * are thrown and leave the file as it was.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  isStill: (bytes: Uint8Array) => boolean,
): Promise<boolean> {
  const { mode } = await stat(path);
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!isStill(await readFile(path))) {
      await rm(beside);
      return false;
    }
    await rename(beside, path);
    return true;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
