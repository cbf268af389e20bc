import type { z } from 'zod';

/**
 * Records of one kind by id; undefined means "no record" both ways. Changes of one record happen one after another, each seeing
 * the one before; what `change` returns untouched is not written, and it must not change the same record within. `put` writes
 * what is to stand there until the change is done.
 */
export interface Records<T> {
  get(id: string): Promise<T | undefined>;
  /** In order; throws where one is unreadable. */
  getMany(ids: readonly string[]): Promise<readonly (T | undefined)[]>;
  update(
    id: string,
    change: (current: T | undefined, put: (interim: T) => Promise<void>) => T | undefined | Promise<T | undefined>,
  ): Promise<T | undefined>;
  /** Writes what the caller has just read and nobody else changes; where it throws, some may have been written. */
  writeAll(records: readonly { readonly id: string; readonly record: T | undefined }[]): Promise<void>;
}

/** Lists that only grow, by id; an entry's place counts from 0 at the oldest, and stays. */
export interface Entries<T> {
  /** Adds entries at the end, in their order, and gives the place of the first; a crash may leave none of them. */
  append(id: string, ...entries: readonly T[]): Promise<number>;
  /** How many there are, and the newest of them, the oldest first. */
  end(id: string): Promise<{ readonly length: number; readonly newest: readonly T[] }>;
  /** Those from a place on and before another, as far as there are any, the oldest first. */
  slice(id: string, from: number, to: number): Promise<readonly T[]>;
  newestFirst(id: string): AsyncIterable<T>;
}

/** Where this room keeps its records. */
export interface FeedbackStore {
  openCollection<T>(prefix: string, schema: z.ZodType<T>, version: number): Records<T>;
  openList<T>(prefix: string, schema: z.ZodType<T>): Entries<T>;
}

/** What of a story stands in a server's channels. It is asked for what was posted before that was summed up. */
export interface Posted {
  /** Keys of the chapters that came out there. */
  chapterKeys(): readonly string[];
  /** Ids of the messages of a chapter that stand. */
  messages(chapterKey: string): Promise<readonly string[]>;
}

/** The time by which feedback is dated; tests and the playground move it. */
export interface Clock {
  now(): Date;
}
