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

  /** Several records, in order, read together; as {@link Collection.get} otherwise. Throws where one of them is unreadable. */
  async getMany(ids: readonly string[]): Promise<readonly (T | undefined)[]> {
    const keys = ids.map((id) => this.#key(id));
    const stored = await this.#keyv.readMany(keys);
    return keys.map((key, index) => this.#open(key, stored[index]));
  }

  /**
   * Replaces a record by what `change` makes of it, undefined meaning "no record" both ways, and gives back the new one.
   * Changes of one record happen one after another, each seeing the one before, across everything opened from this store.
   * `change` may be asynchronous, and must not change the same record within; `put` writes what is to stand there until it is
   * done. What it returns untouched is not written, unless something else was put there meanwhile.
   * Throws a {@link StoreError} where the record is unreadable or cannot be written; then what was written last stands.
   */
  async update(
    id: string,
    change: (current: T | undefined, put: (interim: T) => Promise<void>) => T | undefined | Promise<T | undefined>,
  ): Promise<T | undefined> {
    const key = this.#key(id);
    return this.#queue.run(key, async () => {
      const current = await this.#read(key);
      let standing: unknown = current;
      const next = await change(current, async (interim) => {
        await this.#keyv.write(key, seal(key, this.#kind.version, interim));
        standing = interim;
      });
      if (next === standing) return next;
      if (next === undefined) await this.#keyv.remove(key);
      else await this.#keyv.write(key, seal(key, this.#kind.version, next));
      return next;
    });
  }

  /**
   * Writes records together, without looking at what stands there; undefined deletes one. For a caller that has just read them,
   * and in whose queue all their changes are made: nothing that is unreadable may be written over. Where it throws, some of them
   * may have been written.
   */
  async writeAll(records: readonly { readonly id: string; readonly record: T | undefined }[]): Promise<void> {
    const entries = records.map(({ id, record }) => ({ key: this.#key(id), record }));
    const written = entries.flatMap(({ key, record }) =>
      record === undefined ? [] : [{ key, value: seal(key, this.#kind.version, record) }],
    );
    const removed = entries.filter(({ record }) => record === undefined);
    await Promise.all([
      ...(written.length === 0 ? [] : [this.#keyv.writeMany(written)]),
      ...removed.map(({ key }) => this.#keyv.remove(key)),
    ]);
  }

  #key(id: string): string {
    const key = `${this.#prefix}/${id}`;
    if (key.length > maxKeyLength) {
      throw new StoreError('record', `The key ${key} is longer than ${maxKeyLength} characters.`);
    }
    return key;
  }

  async #read(key: string): Promise<T | undefined> {
    return this.#open(key, await this.#keyv.read(key));
  }

  #open(key: string, stored: unknown): T | undefined {
    return stored === undefined ? undefined : unseal(key, stored, this.#kind);
  }
}
