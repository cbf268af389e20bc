import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** Tells when something in some folders may have changed; it may miss what happens on another machine. */
export interface FolderWatch {
  /** Whether every folder is watched. */
  readonly isComplete: boolean;
  /** Watches these folders of the chapters folder from now on, by name; '' is the chapters folder itself. */
  follow(folders: readonly string[]): void;
  close(): void;
}

/** Changes come in flocks: they are told of together, that many milliseconds after the first. */
const gatherMs = 1_000;

/**
 * Watches folders in `root`, and calls `onChange` after something happened in one. Never throws: where the system gives no more
 * watches, or knows none, it is not complete. Keeps no process alive.
 */
export function watchFolders(root: string, onChange: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let isComplete = false;
  let gathering: NodeJS.Timeout | undefined;

  const noticed = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      onChange();
    }, gatherMs).unref();
  };
  const drop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const begin = (folder: string) => {
    try {
      const watcher = watch(join(root, folder), { persistent: false }, (_, name) => {
        // A folder that came or went is watched anew: it may be another one under the old name.
        if (folder === '')
          for (const each of [...watchers.keys()]) if (each !== '' && (name ?? each) === each) drop(each);
        noticed();
      });
      watchers.set(folder, watcher);
      watcher.on('error', () => {
        drop(folder);
        isComplete = false;
        noticed();
      });
    } catch {
      isComplete = false;
    }
  };

  return {
    get isComplete() {
      return isComplete;
    },
    follow(folders) {
      const wanted = new Set(folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
      isComplete = wanted.size > 0;
      for (const folder of wanted) if (!watchers.has(folder)) begin(folder);
    },
    close() {
      clearTimeout(gathering);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
