import type { KeyedQueue } from './keyed-queue.js';
import { type RecordKind, seal, unseal } from './record.js';
import { StoreError } from './store-error.js';
import type { WatchedKeyv } from './watched-keyv.js';

/** Longest key in UTF-16 units: Postgres refuses keys past 255, and the adapter adds a few of its own. */
export const maxKeyLength = 200;

/** Records of one kind, each under `<prefix>/<id>`, checked against a schema whenever they are read. */
export class Collection<T> {
  readonly #keyv: WatchedKeyv;
  readonly #queue: KeyedQueue;
  readonly #prefix: string;
  readonly #kind: RecordKind<T>;

  constructor(keyv: WatchedKeyv, queue: KeyedQueue, prefix: string, kind: RecordKind<T>) {
    this.#keyv = keyv;
    this.#queue = queue;
    this.#prefix = prefix;
    this.#kind = kind;
  }

  /**
   * The record, or undefined where there is none; one of an older version is migrated in what is given back, and in the store
   * when it is next changed. Throws a {@link StoreError} where it is unreadable.
   */
  async get(id: string): Promise<T | undefined> {
    return this.#read(this.#key(id));
  }

  /**
   * Replaces a record by what `change` makes of it, undefined meaning "no record" both ways, and gives back the new one.
   * Changes of one record happen one after another, each seeing the one before, across everything opened from this store.
   * `change` may be asynchronous, and must not change the same record within. What it returns untouched is not written.
   * Throws a {@link StoreError} where the record is unreadable or cannot be written; then the old one stands.
   */
  async update(
    id: string,
    change: (current: T | undefined) => T | undefined | Promise<T | undefined>,
  ): Promise<T | undefined> {
    const key = this.#key(id);
    return this.#queue.run(key, async () => {
      const current = await this.#read(key);
      const next = await change(current);
      if (next === current) return current;
      if (next === undefined) await this.#keyv.remove(key);
      else await this.#keyv.write(key, seal(key, this.#kind.version, next));
      return next;
    });
  }

  #key(id: string): string {
    const key = `${this.#prefix}/${id}`;
    if (key.length > maxKeyLength) {
      throw new StoreError('record', `The key ${key} is longer than ${maxKeyLength} characters.`);
    }
    return key;
  }

  async #read(key: string): Promise<T | undefined> {
    const stored = await this.#keyv.read(key);
    return stored === undefined ? undefined : unseal(key, stored, this.#kind);
  }
}
