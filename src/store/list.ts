import * as z from 'zod';
import type { KeyedQueue } from './keyed-queue.js';
import { isUnsealedPage, seal, unseal } from './record.js';
import type { WatchedKeyv } from './watched-keyv.js';

/** Entries in one page: small enough to rewrite at every append, large enough that a long list has few pages. */
const pageSize = 100;

/** Pages that are read in one go where many are: a page or two would do for a short list. */
const pagesTogether = 8;

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

  /**
   * Adds entries at the end of the list, in their order; gives the place of the first, counted from 0 at the oldest. Throws a
   * StoreError where they cannot be written; then none count.
   */
  append(id: string, ...entries: readonly T[]): Promise<number> {
    return this.#queue.run(this.#key(id), async () => {
      const pages = await this.#pageCount(id);
      const [last = []] = pages === 0 ? [] : await this.#pages(id, pages - 1, pages);
      const full = pages === 0 || last.length >= pageSize;
      const first = full ? pages : pages - 1;
      const written = full ? entries : [...last, ...entries];
      const count = Math.ceil(written.length / pageSize);
      // Pages before head: a head never counts a page that is not there.
      await this.#keyv.writeMany(
        Array.from({ length: count }, (_, page) =>
          sealed(this.#key(id, first + page), written.slice(page * pageSize, (page + 1) * pageSize)),
        ),
      );
      if (first + count > pages) await this.#keyv.writeMany([sealed(this.#key(id), { pages: first + count })]);
      return first * pageSize + written.length - entries.length;
    });
  }

  /** How many entries there are, and the newest of them, at least 100 where there are so many, the oldest first. */
  async end(id: string): Promise<{ readonly length: number; readonly newest: readonly T[] }> {
    const pages = await this.#pageCount(id);
    if (pages === 0) return { length: 0, newest: [] };
    const from = Math.max(0, pages - 2);
    const newest = (await this.#pages(id, from, pages)).flat();
    return { length: from * pageSize + newest.length, newest };
  }

  /** The entries from a place on and before another, as far as there are any, the oldest first; costs no more further back. */
  async slice(id: string, from: number, to: number): Promise<readonly T[]> {
    const first = Math.floor(from / pageSize);
    const entries = (await this.#pages(id, first, Math.ceil(to / pageSize))).flat();
    return entries.slice(from - first * pageSize, to - first * pageSize);
  }

  /** The entries, newest first, read page by page as they are asked for. */
  async *newestFirst(id: string): AsyncGenerator<T, void, undefined> {
    for (let to = await this.#pageCount(id); to > 0; to -= pagesTogether) {
      const pages = await this.#pages(id, Math.max(0, to - pagesTogether), to);
      yield* pages.flat().toReversed();
    }
  }

  #key(id: string, page?: number): string {
    return `list/${this.#prefix}/${id}${page === undefined ? '' : `/${page}`}`;
  }

  async #pageCount(id: string): Promise<number> {
    const key = this.#key(id);
    return this.#open(key, await this.#keyv.read(key), headSchema)?.pages ?? 0;
  }

  async #pages(id: string, from: number, to: number): Promise<readonly (readonly T[])[]> {
    const keys = Array.from({ length: to - from }, (_, index) => this.#key(id, from + index));
    const stored = await this.#keyv.readMany(keys);
    return keys.map((key, index) => this.#open(key, stored[index], z.array(this.#schema)) ?? []);
  }

  #open<R>(key: string, stored: unknown, schema: z.ZodType<R>): R | undefined {
    if (stored === undefined) return undefined;
    const envelope = isUnsealedPage(stored) ? seal(key, pageVersion, stored) : stored;
    return unseal(key, envelope, { schema, version: pageVersion });
  }
}

function sealed(key: string, page: unknown) {
  return { key, value: seal(key, pageVersion, page) };
}
