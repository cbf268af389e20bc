import { Keyv } from 'keyv';
import type { z } from 'zod';
import { checkBeside } from './check-beside.js';
import { Collection } from './collection.js';
import { KeyedQueue } from './keyed-queue.js';
import { List } from './list.js';
import { openSqlite } from './open-sqlite.js';
import type { Warn } from './private-files.js';
import type { Migrations } from './record.js';
import type { StoreAside } from './store-aside.js';
import { type OnTrouble, WatchedKeyv } from './watched-keyv.js';

/** The one place where everything that must survive is kept: flat keys, one fact per key. */
export interface Store {
  /** Records of one kind under `<prefix>/…`; see {@link Collection}. Older ones are brought to `version` by `migrations`. */
  openCollection<T>(prefix: string, schema: z.ZodType<T>, version: number, migrations?: Migrations): Collection<T>;
  /** Index pages under `list/<prefix>/…`; see {@link List}. */
  openList<T>(prefix: string, schema: z.ZodType<T>): List<T>;
  /** Why nothing can be written at the moment, in a sentence; undefined while the last write worked. */
  trouble(): string | undefined;
  /** Whether writing works; tries where the last write failed, and else costs nothing. */
  isWritable(): Promise<boolean>;
  /** From now on, tells `listener`, and nobody else, when writing begins to fail, in a sentence, and when it works again. */
  watch(listener: OnTrouble): void;
  /** Finishes every write that was asked for, then lets go of the file. Nothing may be written afterwards. */
  close(): Promise<void>;
}

/** How a store is opened. */
export interface StoreOptions {
  /** How long to wait for another process to let go of the store, in milliseconds; 0, which is the default, refuses at once. */
  readonly waitMs?: number;
  /** Is told, once, where others may read the store and nothing can be done about it here. */
  readonly warn?: Warn;
  /** Checks the pages of a large file while the store is open already; without it, every file is checked before. */
  readonly check?: StoreAside['check'] | undefined;
  /** Up to how many bytes a file is checked before all the same; 8 MiB by default, which takes some 20 ms. */
  readonly mostCheckedBytes?: number | undefined;
}

/** See {@link StoreOptions}. */
const defaultCheckedBytes = 8 * 1024 * 1024;

/**
 * Opens the store at `sqlite://<path>` (the folder is made; a relative path counts from the working directory) or
 * `memory://`, which keeps nothing. Throws a {@link StoreError} where it cannot be opened, read and written, is damaged, or
 * is in use by another process: an unreadable store is never replaced by an empty one. Where a large file turns out to be damaged
 * later, nothing is written from then on, and what was written before stands in the log beside it.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (url === 'memory://') return storeOn(watchedOn(new Keyv({ throwOnErrors: true }), url), async () => {});
  const { check, mostCheckedBytes = defaultCheckedBytes, waitMs = 0, warn } = options;
  const mostBytes = check === undefined ? Number.POSITIVE_INFINITY : mostCheckedBytes;
  const opened = await openSqlite(url, waitMs, mostBytes, warn);
  const { adapter, lock, shown } = opened;
  const keyv = new Keyv({ store: adapter, throwOnErrors: true });
  const watched = watchedOn(keyv, shown);
  const checking = check === undefined || opened.isChecked ? undefined : checkBeside(opened, watched, check);
  return storeOn(watched, async () => {
    // Closing it takes the log in: not into a file that is damaged, or that nobody has looked at.
    if ((await checking?.stop()) ?? !watched.isDamaged) await keyv.disconnect();
    await lock.release();
  });
}

function watchedOn(keyv: Keyv, name: string): WatchedKeyv {
  // Keyv prefixes keys with a namespace and shares it badly between instances: keys here are written in full.
  keyv.namespace = undefined;
  // It raises 'error' beside rejecting; the rejections are the ones that count.
  keyv.on('error', () => {});
  return new WatchedKeyv(keyv, name);
}

function storeOn(watched: WatchedKeyv, close: () => Promise<void>): Store {
  const queue = new KeyedQueue();
  return {
    openCollection: (prefix, schema, version, migrations = {}) =>
      new Collection(watched, queue, prefix, { schema, version, migrations }),
    openList: (prefix, schema) => new List(watched, queue, prefix, schema),
    trouble: () => watched.trouble,
    isWritable: () => watched.isWritable(),
    watch: (listener) => watched.watch(listener),
    async close() {
      // Keyv rejects and loses what is still pending when it disconnects.
      await queue.drain();
      await close();
    },
  };
}
