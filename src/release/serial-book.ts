import { refOf } from '../story/ref.js';
import type { Entries, Records } from './ports.js';
import type { Serial } from './serial.js';

/** Under which a serial is stored. */
export function serialKey(guildId: string, storyId: string): string {
  return `${guildId}/${refOf(storyId)}`;
}

/** All serials, held in memory and written through to the store, so that a heartbeat costs no reads. */
export class SerialBook {
  readonly #records: Records<Serial>;
  readonly #index: Entries<string>;
  readonly #serials: Map<string, Serial>;

  private constructor(records: Records<Serial>, index: Entries<string>, serials: Map<string, Serial>) {
    this.#records = records;
    this.#index = index;
    this.#serials = serials;
  }

  /** Reads every serial there is. Throws where one cannot be read: releasing on half the truth could double a chapter. */
  static async open(records: Records<Serial>, index: Entries<string>): Promise<SerialBook> {
    const serials = new Map<string, Serial>();
    for await (const key of index.newestFirst(indexId)) {
      const serial = serials.has(key) ? undefined : await records.get(key);
      if (serial !== undefined) serials.set(key, serial);
    }
    return new SerialBook(records, index, serials);
  }

  all(): readonly Serial[] {
    return [...this.#serials.values()];
  }

  inGuild(guildId: string): readonly Serial[] {
    return this.all().filter((serial) => serial.guildId === guildId);
  }

  get(guildId: string, storyId: string): Serial | undefined {
    return this.#serials.get(serialKey(guildId, storyId));
  }

  /** Adds a serial, or replaces the stopped one that stands in its place. */
  async add(serial: Serial): Promise<void> {
    const key = serialKey(serial.guildId, serial.storyId);
    if (!this.#serials.has(key)) await this.#index.append(indexId, key);
    await this.#records.update(key, () => serial);
    this.#serials.set(key, serial);
  }

  /** Changes a serial in one write; the memory follows the store, never the other way round. */
  async change(serial: Serial, change: (current: Serial) => Serial): Promise<Serial> {
    const key = serialKey(serial.guildId, serial.storyId);
    const changed = await this.#records.update(key, (current) => change(current ?? serial));
    const next = changed ?? serial;
    this.#serials.set(key, next);
    return next;
  }
}

/** There is one list of all serials. */
const indexId = 'all';
