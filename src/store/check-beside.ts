import { checkFile } from './check-pages.js';
import { type SqliteFile, takeLogIn } from './open-sqlite.js';
import type { StoreAside } from './store-aside.js';
import type { WatchedKeyv } from './watched-keyv.js';

/** A check that goes on beside. */
export interface CheckBeside {
  /** Ends it; gives whether the file is known to be whole. */
  stop(): Promise<boolean>;
}

/**
 * Checks an open file while the store is used already. What is written meanwhile stays in the log beside it; whole, it is taken in
 * from then on, and where the file is damaged nothing more is written.
 */
export function checkBeside(
  { adapter, file }: Pick<SqliteFile, 'adapter' | 'file'>,
  watched: Pick<WatchedKeyv, 'condemn' | 'isDamaged'>,
  check: StoreAside['check'],
): CheckBeside {
  const stopping = new AbortController();
  let isWhole = false;
  // Where it cannot be done in a process of its own, it is done in this one.
  const checking = check(file, stopping.signal)
    .catch((error: unknown) => {
      if (stopping.signal.aborted) throw error;
      return checkFile(file);
    })
    .then(async (damage) => {
      if (damage !== undefined) {
        watched.condemn(damage);
        return;
      }
      isWhole = true;
      await takeLogIn(adapter);
    })
    .catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      // What nobody can look at is not written over.
      watched.condemn(`it cannot be checked: ${error instanceof Error ? error.message : String(error)}`);
    });
  return {
    async stop() {
      stopping.abort();
      await checking;
      return isWhole && !watched.isDamaged;
    },
  };
}
