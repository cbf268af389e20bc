import type { Keyv } from 'keyv';
import { z } from 'zod';
import type { KeyedQueue } from './keyed-queue.js';
import { StoreError } from './store-error.js';

/** Entries in one page: small enough to rewrite at every append, large enough that a long list has few pages. */
const pageSize = 100;

const headSchema = z.object({ pages: z.int().nonnegative() });

/**
 * Lists that only grow, kept as pages, so that what a command needs can be reached by key: Keyv can neither scan by prefix
 * nor iterate in order. An entry is appended *before* the fact that it points to is written, and whoever reads a list skips
 * entries without a fact; a crash between the two may leave the same entry twice.
 */
export class List<T> {
  readonly #keyv: Keyv;
  readonly #queue: KeyedQueue;
  readonly #options: { readonly prefix: string; readonly schema: z.ZodType<T> };

  constructor(keyv: Keyv, queue: KeyedQueue, options: { readonly prefix: string; readonly schema: z.ZodType<T> }) {
    this.#keyv = keyv;
    this.#queue = queue;
    this.#options = options;
  }

  /** Adds an entry at the end of the list. */
  async append(id: string, entry: T): Promise<void> {
    await this.#queue.run(this.#key(id), async () => {
      const pages = await this.#pageCount(id);
      const last = pages === 0 ? [] : await this.#page(id, pages - 1);
      const full = pages === 0 || last.length >= pageSize;
      const index = full ? pages : pages - 1;
      // Page before head: a head never counts a page that is not there.
      await this.#keyv.set(this.#key(id, index), full ? [entry] : [...last, entry]);
      if (full) await this.#keyv.set(this.#key(id), { pages: pages + 1 });
    });
  }

  /** The entries, newest first, read page by page as they are asked for. */
  async *newestFirst(id: string): AsyncGenerator<T, void, undefined> {
    for (let index = (await this.#pageCount(id)) - 1; index >= 0; index -= 1) {
      yield* (await this.#page(id, index)).toReversed();
    }
  }

  #key(id: string, page?: number): string {
    return `list/${this.#options.prefix}/${id}${page === undefined ? '' : `/${page}`}`;
  }

  async #pageCount(id: string): Promise<number> {
    return (await this.#read(this.#key(id), headSchema))?.pages ?? 0;
  }

  async #page(id: string, index: number): Promise<readonly T[]> {
    return (await this.#read(this.#key(id, index), z.array(this.#options.schema))) ?? [];
  }

  async #read<R>(key: string, schema: z.ZodType<R>): Promise<R | undefined> {
    const stored: unknown = await this.#keyv.get(key);
    if (stored === undefined) return undefined;
    const parsed = schema.safeParse(stored);
    if (!parsed.success) {
      throw new StoreError(`The index ${key} cannot be read, and was left as it is: ${z.prettifyError(parsed.error)}`);
    }
    return parsed.data;
  }
}
