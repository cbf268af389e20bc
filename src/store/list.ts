import * as z from 'zod';
import type { KeyedQueue } from './keyed-queue.js';
import { isUnsealedPage, seal, unseal } from './record.js';
import type { WatchedKeyv } from './watched-keyv.js';

/** Entries in one page: small enough to rewrite at every append, large enough that a long list has few pages. */
const pageSize = 100;

/** Version of the pages' own shape; the entries have the schema that the list was opened with. */
const pageVersion = 1;

const headSchema = z.object({ pages: z.int().nonnegative() });

/**
 * Lists that only grow, kept as pages, so that what a command needs can be reached by key: Keyv can neither scan by prefix
 * nor iterate in order. An entry is appended *before* the fact that it points to is written, and a reader of the list skips
 * entries without a fact; a crash between the two may leave the same entry twice.
 */
export class List<T> {
  readonly #keyv: WatchedKeyv;
  readonly #queue: KeyedQueue;
  readonly #prefix: string;
  readonly #schema: z.ZodType<T>;

  constructor(keyv: WatchedKeyv, queue: KeyedQueue, prefix: string, schema: z.ZodType<T>) {
    this.#keyv = keyv;
    this.#queue = queue;
    this.#prefix = prefix;
    this.#schema = schema;
  }

  /** Adds entries at the end of the list, in their order. Throws a StoreError where they cannot be written; then none count. */
  async append(id: string, ...entries: readonly T[]): Promise<void> {
    await this.#queue.run(this.#key(id), async () => {
      const pages = await this.#pageCount(id);
      const last = pages === 0 ? [] : await this.#page(id, pages - 1);
      const full = pages === 0 || last.length >= pageSize;
      const first = full ? pages : pages - 1;
      const written = full ? entries : [...last, ...entries];
      const count = Math.ceil(written.length / pageSize);
      // Pages before head: a head never counts a page that is not there.
      for (let page = 0; page < count; page += 1) {
        await this.#write(this.#key(id, first + page), written.slice(page * pageSize, (page + 1) * pageSize));
      }
      if (first + count > pages) await this.#write(this.#key(id), { pages: first + count });
    });
  }

  /** The entries, newest first, read page by page as they are asked for. */
  async *newestFirst(id: string): AsyncGenerator<T, void, undefined> {
    for (let index = (await this.#pageCount(id)) - 1; index >= 0; index -= 1) {
      yield* (await this.#page(id, index)).toReversed();
    }
  }

  #key(id: string, page?: number): string {
    return `list/${this.#prefix}/${id}${page === undefined ? '' : `/${page}`}`;
  }

  async #pageCount(id: string): Promise<number> {
    return (await this.#read(this.#key(id), headSchema))?.pages ?? 0;
  }

  async #page(id: string, index: number): Promise<readonly T[]> {
    return (await this.#read(this.#key(id, index), z.array(this.#schema))) ?? [];
  }

  async #read<R>(key: string, schema: z.ZodType<R>): Promise<R | undefined> {
    const stored = await this.#keyv.read(key);
    if (stored === undefined) return undefined;
    const sealed = isUnsealedPage(stored) ? seal(key, pageVersion, stored) : stored;
    return unseal(key, sealed, { schema, version: pageVersion });
  }

  #write(key: string, page: unknown): Promise<void> {
    return this.#keyv.write(key, seal(key, pageVersion, page));
  }
}
