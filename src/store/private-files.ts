import { chmod as changeMode, lstat, mkdir, open } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

/** Is told in a sentence that something can be read by others, and nothing could be done about it. */
export type Warn = (sentence: string) => void;

/** The permission bits of the owner; all others are taken away. Windows has none of them: there, nothing is done. */
const ownerBits = 0o700;

/** The folder that nobody but this program has a use for, wherever it is started; other folders may be shared. */
const ownFolder = 'data';

/** Makes a folder, and those above it, for the owner alone. One that is there keeps its rights, unless it is `data`. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: ownerBits });
  const own = resolve(ownFolder);
  if (`${resolve(folder)}${sep}`.startsWith(`${own}${sep}`)) await keepPrivate([own]);
}

/** Makes an empty file for the owner alone: SQLite gives what it writes beside a file the same rights. Rejects where it is there. */
export async function createPrivate(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  await handle.close();
}

/**
 * Takes from everybody but the owner what rights they have to these files and folders, such as an earlier version left; what is
 * missing or a link is passed over. Where that cannot be (they are somebody else's), `warn` is told once, with the first of them.
 * It never opens a file, since closing it would end the locks that this process has on it.
 */
export async function keepPrivate(
  paths: readonly string[],
  warn: Warn = ignore,
  chmod: (path: string, mode: number) => Promise<void> = changeMode,
): Promise<void> {
  if (process.platform === 'win32') return;
  let isTold = false;
  for (const path of paths) {
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined || found.isSymbolicLink() || (found.mode & 0o077) === 0) continue;
    try {
      await chmod(path, found.mode & ownerBits);
    } catch (error) {
      if (!isTold) warn(exposed(path, error));
      isTold = true;
    }
  }
}

function exposed(path: string, error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return (
    `Other users of this machine may be able to read ${path}: its rights cannot be changed (${words}). ` +
    'Make the user that runs the bot its owner, or take the rights away with "chmod go= " and its path.'
  );
}

function ignore(): void {}
