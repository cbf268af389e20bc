import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { KeyedQueue } from './keyed-queue.js';
import { StoreError } from './store-error.js';

/** Longest key in UTF-16 units: Postgres refuses keys past 255, and the adapter adds a few of its own. */
export const maxKeyLength = 200;

/** What a record is wrapped in, so that a later version of the bot can tell what it reads. */
const envelope = z.object({ v: z.int().positive(), data: z.unknown() });

/** Records of one kind, each under `<prefix>/<id>`, checked against a schema whenever they are read. */
export class Collection<T> {
  readonly #keyv: Keyv;
  readonly #queue: KeyedQueue;
  readonly #options: { readonly prefix: string; readonly schema: z.ZodType<T>; readonly version: number };

  constructor(
    keyv: Keyv,
    queue: KeyedQueue,
    options: { readonly prefix: string; readonly schema: z.ZodType<T>; readonly version: number },
  ) {
    this.#keyv = keyv;
    this.#queue = queue;
    this.#options = options;
  }

  /** The record, or undefined where there is none. Throws a {@link StoreError} where it is unreadable. */
  async get(id: string): Promise<T | undefined> {
    return this.#read(this.#key(id));
  }

  /**
   * Replaces a record by what `change` makes of it, undefined meaning "no record" both ways, and gives back the new one.
   * Changes of one record happen one after another, each seeing the one before, across everything opened from this store.
   * `change` may be asynchronous, and must not change the same record within. What it returns untouched is not written.
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
      if (next === undefined) await this.#keyv.delete(key);
      else await this.#keyv.set(key, { v: this.#options.version, data: next });
      return next;
    });
  }

  #key(id: string): string {
    const key = `${this.#options.prefix}/${id}`;
    if (key.length > maxKeyLength) throw new StoreError(`The key ${key} is longer than ${maxKeyLength} characters.`);
    return key;
  }

  async #read(key: string): Promise<T | undefined> {
    const stored: unknown = await this.#keyv.get(key);
    if (stored === undefined) return undefined;
    const wrapped = envelope.safeParse(stored);
    if (!wrapped.success) throw unreadable(key, wrapped.error);
    if (wrapped.data.v > this.#options.version) {
      throw new StoreError(
        `The record ${key} was written by a newer version of Cliffhanger (record version ${wrapped.data.v}, ` +
          `this one reads up to ${this.#options.version}). Update Cliffhanger, or restore a backup made before.`,
      );
    }
    const parsed = this.#options.schema.safeParse(wrapped.data.data);
    if (!parsed.success) throw unreadable(key, parsed.error);
    return parsed.data;
  }
}

/** A record that does not parse is reported and never overwritten: every change reads first, and so fails here. */
function unreadable(key: string, error: z.ZodError): StoreError {
  return new StoreError(`The record ${key} cannot be read, and was left as it is: ${z.prettifyError(error)}`);
}
