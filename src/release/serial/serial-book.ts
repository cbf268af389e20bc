import type { Entries, Records } from '../ports.js';
import type { Serial } from './serial.js';
import { guildOf, serialKey } from './serial-key.js';

/** What of a serial its key is made of. */
type SerialName = Pick<Serial, 'guildId' | 'storyId'>;

/**
 * All serials, held in memory and written through to the store, so that a heartbeat costs no reads; and what holds one back
 * that is no fault of Discord's: its record or a journal cannot be read, or nothing can be written.
 */
export class SerialBook {
  readonly #records: Records<Serial>;
  readonly #index: Entries<string>;
  readonly #serials = new Map<string, Serial>();
  /** Why a serial is held back, by key. Those whose record cannot be read are here alone. */
  readonly #heldBack = new Map<string, string>();
  readonly #resting = new Set<string>();

  private constructor(records: Records<Serial>, index: Entries<string>) {
    this.#records = records;
    this.#index = index;
  }

  /**
   * Reads every serial there is. One that cannot be read is held back, and the others run: releasing on half the truth could
   * double a chapter. Those of servers in which the bot may not work rest as they are. Throws where the list of all serials
   * cannot be read.
   */
  static async open(
    records: Records<Serial>,
    index: Entries<string>,
    isAllowed: (guildId: string) => boolean = () => true,
  ): Promise<SerialBook> {
    const book = new SerialBook(records, index);
    for await (const key of index.newestFirst(indexId)) {
      if (!isAllowed(guildOf(key))) book.#resting.add(key);
      else if (!book.#serials.has(key)) await book.#load(key);
    }
    return book;
  }

  /** Keys of serials that rest because the bot may not work in their servers. */
  get resting(): readonly string[] {
    return [...this.#resting];
  }

  /** Keys of all serials that are there and are not among {@link SerialBook.all}: those that rest, or cannot be read. */
  get absent(): readonly string[] {
    return [...this.#resting, ...[...this.#heldBack.keys()].filter((key) => !this.#serials.has(key))];
  }

  all(): readonly Serial[] {
    return [...this.#serials.values()];
  }

  inGuild(guildId: string): readonly Serial[] {
    return this.all().filter((serial) => serial.guildId === guildId);
  }

  get(guildId: string, storyId: string): Serial | undefined {
    return this.#serials.get(serialKey({ guildId, storyId }));
  }

  /**
   * Adds a serial, or replaces the stopped one that stands in its place, of which what is out and under way stays. Gives false
   * where one stands there that is not stopped: that stays.
   */
  async add(serial: Serial): Promise<boolean> {
    const key = serialKey(serial);
    if (!this.#serials.has(key)) await this.#index.append(indexId, key);
    let isFree = true;
    const added = await this.#records.update(key, (before) => {
      isFree = before === undefined || before.status.kind === 'stopped';
      if (before === undefined || !isFree) return before ?? serial;
      return { ...serial, current: before.current, updating: before.updating, released: before.released };
    });
    this.#serials.set(key, added ?? serial);
    return isFree;
  }

  /** Changes a serial in one write; the memory follows the store, never the other way round. */
  async change(serial: Serial, change: (current: Serial) => Serial): Promise<Serial> {
    const key = serialKey(serial);
    const changed = await this.#records.update(key, (current) => change(current ?? serial));
    const next = changed ?? serial;
    this.#serials.set(key, next);
    return next;
  }

  /**
   * The serial as it is once every change that was asked for before is written; undefined where there is none. What it says
   * of a claim holds until the next `await`.
   */
  async latest(name: SerialName): Promise<Serial | undefined> {
    const serial = this.get(name.guildId, name.storyId);
    return serial && this.change(serial, (current) => current);
  }

  /** Notes what holds a serial back, until {@link SerialBook.letGoOn}; gives false where that was known. */
  holdBack({ guildId, storyId }: SerialName, error: unknown): boolean {
    const key = serialKey({ guildId, storyId });
    const reason = reasonOf(error);
    if (this.#heldBack.get(key) === reason) return false;
    this.#heldBack.set(key, reason);
    return true;
  }

  letGoOn({ guildId, storyId }: SerialName): void {
    this.#heldBack.delete(serialKey({ guildId, storyId }));
  }

  /** Why a serial is held back, in a sentence; undefined where it is not, or there is none. */
  whyHeldBack({ guildId, storyId }: SerialName): string | undefined {
    return this.#heldBack.get(serialKey({ guildId, storyId }));
  }

  /** Why serials cannot even be read, one sentence each; of one server, or of all. */
  unreadable(guildId?: string): readonly string[] {
    return [...this.#heldBack].flatMap(([key, reason]) =>
      this.#serials.has(key) || !key.startsWith(guildId === undefined ? '' : `${guildId}/`) ? [] : [reason],
    );
  }

  async #load(key: string): Promise<void> {
    try {
      const serial = await this.#records.get(key);
      if (serial !== undefined) this.#serials.set(key, serial);
    } catch (error) {
      this.#heldBack.set(key, reasonOf(error));
    }
  }
}

/** There is one list of all serials. */
const indexId = 'all';

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
