import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import KeyvSqlite from '@keyv/sqlite';
import { Keyv } from 'keyv';
import type { z } from 'zod';
import { Collection } from './collection.js';
import { KeyedQueue } from './keyed-queue.js';
import { List } from './list.js';
import { StoreError } from './store-error.js';

/** The one place where everything that must survive is kept: flat keys, one fact per key. */
export interface Store {
  /** Records of one kind under `<prefix>/…`; see {@link Collection}. */
  openCollection<T>(prefix: string, schema: z.ZodType<T>, version: number): Collection<T>;
  /** Index pages under `list/<prefix>/…`; see {@link List}. */
  openList<T>(prefix: string, schema: z.ZodType<T>): List<T>;
  /** Finishes every write that was asked for, then lets go of the file. Nothing may be written afterwards. */
  close(): Promise<void>;
}

/** How long SQLite waits for another connection's lock before it gives up, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * Opens the store at `sqlite://<path>` (the folder is made; a relative path counts from the working directory) or
 * `memory://`, which keeps nothing. Throws a {@link StoreError} where it cannot be opened and read: an unreadable store is
 * never replaced by an empty one.
 */
export async function openStore(url: string): Promise<Store> {
  const keyv = url === 'memory://' ? openMemory() : await openSqlite(url);
  const queue = new KeyedQueue();
  return {
    openCollection: (prefix, schema, version) => new Collection(keyv, queue, { prefix, schema, version }),
    openList: (prefix, schema) => new List(keyv, queue, { prefix, schema }),
    async close() {
      // Keyv rejects and loses what is still pending when it disconnects.
      await queue.drain();
      await keyv.disconnect();
    },
  };
}

function openMemory(): Keyv {
  return withFullKeys(new Keyv({ throwOnErrors: true }));
}

/** Keyv prefixes keys with a namespace and shares it badly between instances: keys here are written in full. */
function withFullKeys(keyv: Keyv): Keyv {
  keyv.namespace = undefined;
  return keyv;
}

async function openSqlite(url: string): Promise<Keyv> {
  const path = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  if (path === undefined) {
    throw new StoreError(
      `STORE_URL is "${url}", expected "sqlite://" and a path, such as sqlite://data/cliffhanger.sqlite.`,
    );
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    const adapter = new KeyvSqlite({ uri: url, busyTimeout: busyTimeoutMs });
    // The adapter raises 'error' beside rejecting; the rejection below is the one that counts.
    adapter.on('error', () => {});
    await adapter.query('SELECT key, value FROM keyv LIMIT 1');
    await useWriteAheadLog(adapter);
    const keyv = withFullKeys(new Keyv({ store: adapter, throwOnErrors: true }));
    keyv.on('error', () => {});
    return keyv;
  } catch (error) {
    throw new StoreError(
      `The store ${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}. ` +
        'It was left as it is. Check that the path is right and may be written, or put a backup in its place.',
      { cause: error },
    );
  }
}

/** Write-ahead logging is three times as fast and lets a backup read while the bot writes; SQLite remembers the choice. */
async function useWriteAheadLog(adapter: KeyvSqlite): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await adapter.query('PRAGMA journal_mode=WAL');
      return;
    } catch (error) {
      const busy = error instanceof Error && error.message.includes('SQLITE_BUSY');
      if (!busy || attempt === 5) throw error;
      await sleep(100 * attempt);
    }
  }
}
