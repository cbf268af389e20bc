import type { Keyv } from 'keyv';
import { explainSqlite, type SqliteTrouble } from './explain-sqlite.js';
import { seal, unreadable } from './record.js';
import { StoreError } from './store-error.js';

/** Room that must be there before a store that could not be written counts as writable again, in bytes. */
const probeBytes = 64 * 1024;

/** The one value that stands for no record: it is written to see whether writing works. */
const probeKey = 'store/probe';

const damaged = 'it is damaged. Restore a backup.';

/** Is told in a sentence that the store cannot be written any more, and with undefined that it can again. */
export type OnTrouble = (trouble: string | undefined) => void;

interface Trouble {
  readonly kind: SqliteTrouble['kind'];
  readonly sentence: string;
}

/** Values by key, as Keyv keeps them, with failures in sentences, and an eye on whether writing works. */
export class WatchedKeyv {
  readonly #keyv: Keyv;
  /** What the store is called in sentences. */
  readonly #name: string;
  #onTrouble: OnTrouble = () => {};
  #trouble: Trouble | undefined;

  constructor(keyv: Keyv, name: string) {
    this.#keyv = keyv;
    this.#name = name;
  }

  /** From now on, tells `listener`, and nobody else, when writing begins to fail and when it works again. */
  watch(listener: OnTrouble): void {
    this.#onTrouble = listener;
  }

  get isDamaged(): boolean {
    return this.#trouble?.kind === 'damaged';
  }

  /** Why nothing can be written at the moment, in a sentence; undefined while the last write worked. */
  get trouble(): string | undefined {
    return this.#trouble?.sentence;
  }

  /** The value, or undefined where there is none. Throws a {@link StoreError} where reading fails. */
  async read(key: string): Promise<unknown> {
    const found = await this.#find(key);
    if (found === undefined) return undefined;
    // Keyv takes a wrapping whose name for the value was damaged for no value at all.
    if (found.value === undefined) throw unreadable(key, damaged);
    return found.value;
  }

  /** The values of several keys, in order, as {@link WatchedKeyv.read} gives them; throws where one cannot be read. */
  async readMany(keys: readonly string[]): Promise<readonly unknown[]> {
    try {
      const found = await this.#keyv.getMany<unknown>([...keys], { raw: true });
      if (found.every((each) => each === undefined || each.value !== undefined))
        return found.map((each) => each?.value);
    } catch {
      // One by one it is known which of them it was.
    }
    return Promise.all(keys.map((key) => this.read(key)));
  }

  /** Resolves when the value is safe on disk. Throws a {@link StoreError} where it is not. */
  async write(key: string, value: unknown): Promise<void> {
    await this.#attempt(() => this.#keyv.set(key, value));
  }

  /** As {@link WatchedKeyv.write}, for several keys; where it throws, some of them may have been written. */
  async writeMany(entries: readonly { readonly key: string; readonly value: unknown }[]): Promise<void> {
    await this.#attempt(() => this.#keyv.setMany(entries.map(({ key, value }) => ({ key, value }))));
  }

  /** As {@link WatchedKeyv.write}, for having no value. */
  async remove(key: string): Promise<void> {
    await this.#attempt(() => this.#keyv.delete(key));
  }

  /**
   * Whether writing works, as far as is known. Costs nothing while the last write worked; after one that did not it tries,
   * with more than a record takes, so that a disk with hardly any room does not seem well for a moment.
   */
  async isWritable(): Promise<boolean> {
    if (this.#trouble === undefined) return true;
    try {
      await this.write(probeKey, seal(probeKey, 1, 'x'.repeat(probeBytes)));
      return true;
    } catch {
      return false;
    }
  }

  /** What Keyv wrapped a value in, or undefined where there is none. */
  async #find(key: string): Promise<{ readonly value?: unknown } | undefined> {
    try {
      return await this.#keyv.get<unknown>(key, { raw: true });
    } catch (error) {
      // Keyv parses what it read: that is a fault of this record, everything else one of the file.
      throw error instanceof SyntaxError ? unreadable(key, damaged) : this.#report(error, 'read');
    }
  }

  async #attempt(write: () => Promise<unknown>): Promise<void> {
    // What SQLite would write into a damaged file rests on pages that mean something else.
    if (this.#trouble?.kind === 'damaged') throw new StoreError('damaged', this.#trouble.sentence);
    try {
      await write();
    } catch (error) {
      throw this.#report(error, 'written');
    }
    this.#change(undefined);
  }

  /** Writes nothing from now on: the file turned out to be damaged, as SQLite says in these words. */
  condemn(words: string): void {
    const said = `the file is damaged (${words.replaceAll(/\s+/g, ' ').trim()})`;
    this.#change({ kind: 'damaged', sentence: this.#sentence('written', said, 'damaged') });
  }

  #report(error: unknown, failed: 'read' | 'written'): StoreError {
    const { kind, words } = explainSqlite(error);
    const sentence = this.#sentence(failed, words, kind);
    if (failed === 'written' || kind === 'damaged') this.#change({ kind, sentence });
    return new StoreError(kind, sentence, { cause: error });
  }

  #sentence(failed: 'read' | 'written', words: string, kind: SqliteTrouble['kind']): string {
    const cure = kind === 'damaged' ? ' Nothing is written to it any more. Stop the bot and restore a backup.' : '';
    return `The store ${this.#name} cannot be ${failed}: ${words}.${cure}`;
  }

  /** A damaged file stays one, whatever writes that were already under way come to. */
  #change(trouble: Trouble | undefined): void {
    if (this.#trouble?.kind === 'damaged' || this.#trouble?.kind === trouble?.kind) return;
    this.#trouble = trouble;
    this.#onTrouble(trouble?.sentence);
  }
}
