import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import KeyvSqlite from '@keyv/sqlite';

/** A disk that can be filled to the last byte, and has room again at a word. */
export interface SmallDisk {
  /** From now on nothing can be written to the store in the folder. */
  fill(): Promise<void>;
  free(): Promise<void>;
  /** To be called when whoever uses the folder is done. */
  close(): Promise<void>;
}

/**
 * Puts a file system of 1 MiB in the place of `folder`, where this user may mount one. Where not, the store `file` in it is kept
 * locked instead: to the bot that is a store that cannot be written for another reason, and it must do the same.
 */
export function openSmallDisk(folder: string, file: string): SmallDisk {
  return mount(folder) ? tmpfsIn(folder) : locked(join(folder, file));
}

/** Whether this user may mount a file system, tried. */
function mount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function tmpfsIn(folder: string): SmallDisk {
  const filler = join(folder, 'filler');
  return {
    async fill() {
      const handle = await open(filler, 'w');
      try {
        for (;;) await handle.write(Buffer.alloc(4_096));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        await handle.close();
      }
    },
    free: () => rm(filler),
    async close() {
      // Lazily: the store may still be held by what a failed test left open.
      execFileSync('umount', ['--lazy', folder]);
    },
  };
}

function locked(file: string): SmallDisk {
  let holder: KeyvSqlite | undefined;
  const free = async () => {
    await holder?.close();
    holder = undefined;
  };
  return {
    async fill() {
      if (!existsSync(file)) throw new Error('There must be a store before it can be locked.');
      holder = new KeyvSqlite(`sqlite://${file}`);
      await holder.query('BEGIN IMMEDIATE');
    },
    free,
    close: free,
  };
}
