import KeyvSqlite from '@keyv/sqlite';
import { Batch } from './batch.js';

/** How many waiting reads, or writes, share a statement: SQLite takes 32,766 parameters in one, and a write has two. */
const maxShared = 500;

/**
 * Keyv's adapter for SQLite, in which reads that wait together share one statement, and writes that wait together one statement,
 * and so one commit. Each is answered as it would be alone: a write once it is safe on disk, and one that fails fails alone.
 */
export class BatchedSqlite extends KeyvSqlite {
  readonly #reads = new Batch(async (asked: readonly { readonly key: string }[]) => {
    const keys = asked.map(({ key }) => key);
    const rows = await this.query(`SELECT key, value FROM keyv WHERE key IN (${keys.map(() => '?')})`, ...keys);
    const found = new Map(Array.from(rows, ({ key, value }) => [key, value]));
    return keys.map((key) => found.get(key));
  }, maxShared);

  readonly #writes = new Batch(async (asked: readonly { readonly key: string; readonly value: unknown }[]) => {
    const statement = `INSERT INTO keyv (key, value) VALUES ${asked.map(() => '(?, ?)')} ON CONFLICT(key) DO UPDATE SET value=excluded.value`;
    await this.query(statement, ...asked.flatMap(({ key, value }) => [key, value]));
    return asked.map(() => true);
  }, maxShared);

  override get<Value>(key: string): Promise<Value | undefined> {
    return this.#reads.ask({ key });
  }

  override set(key: string, value: unknown): Promise<boolean> {
    return this.#writes.ask({ key, value });
  }

  /** Keyv asks for this where several keys are read at once. Rejects where any cannot be read. */
  override getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    return Promise.all(keys.map((key) => this.get<Value>(key)));
  }

  /** Keyv asks for this where several values are written at once. Rejects where any cannot be written; others may be. */
  async setMany(entries: readonly { readonly key: string; readonly value: unknown }[]): Promise<void> {
    await Promise.all(entries.map(({ key, value }) => this.set(key, value)));
  }
}
