import { Keyv } from 'keyv';
import type { z } from 'zod';
import { Collection } from './collection.js';
import { KeyedQueue } from './keyed-queue.js';
import { List } from './list.js';
import { openSqlite } from './open-sqlite.js';
import type { Warn } from './private-files.js';
import type { Migrations } from './record.js';
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
}

/**
 * Opens the store at `sqlite://<path>` (the folder is made; a relative path counts from the working directory) or
 * `memory://`, which keeps nothing. Throws a {@link StoreError} where it cannot be opened, read and written, is damaged, or
 * is in use by another process: an unreadable store is never replaced by an empty one.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (url === 'memory://') return storeOn(new Keyv({ throwOnErrors: true }), url, async () => {});
  const { adapter, lock, shown } = await openSqlite(url, options.waitMs ?? 0, options.warn);
  return storeOn(new Keyv({ store: adapter, throwOnErrors: true }), shown, () => lock.release());
}

function storeOn(keyv: Keyv, name: string, afterClose: () => Promise<void>): Store {
  // Keyv prefixes keys with a namespace and shares it badly between instances: keys here are written in full.
  keyv.namespace = undefined;
  // It raises 'error' beside rejecting; the rejections are the ones that count.
  keyv.on('error', () => {});
  const queue = new KeyedQueue();
  const watched = new WatchedKeyv(keyv, name);
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
      await keyv.disconnect();
      await afterClose();
    },
  };
}
