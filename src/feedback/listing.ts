import type { Entries, Records } from './ports.js';

/** Something that stands on a list. */
export interface Listed<Fact> {
  /** Counts from 0 at the oldest entry of the list, and stays as long as it stands there. */
  readonly place: number;
  readonly fact: Fact;
}

/** A list that may be read from any place on, either way, at the cost of what is read. */
export interface Listing<Fact> {
  /** From a place on, that included, or from the newest on where none is given, the newer ones first. */
  older(from?: number): AsyncIterable<Listed<Fact>>;
  /** From a place on, that included, the older ones first. */
  newer(from: number): AsyncIterable<Listed<Fact>>;
  /** How many entries it has; some of them may not be shown. */
  length(): Promise<number>;
}

/** What a list is read from. */
export interface ListReaderParts<Fact> {
  readonly index: Entries<string>;
  readonly facts: Pick<Records<Fact>, 'getMany'>;
  /** Whether a fact is to be shown at all. */
  readonly isListed: (fact: Fact) => boolean;
  /** Where a fact stands on a list; undefined where it was written before that was noted. */
  readonly placeOf: (fact: Fact, list: string) => number | undefined;
  /** Places of a list whose fact stands at a newer one too, among facts that do not know their place. */
  readonly doubles: Records<readonly number[]> | undefined;
}

/** Facts that are read together: at first what a page takes, and more where they turn out not to be wanted. */
const [fewest, most] = [8, 256];
/** Entries that are looked through in one go, after the first hundred. */
const mostEntries = 3_200;

/** Reads lists of facts from any place on; each fact comes once, at the place where it was listed last. */
export class ListReader<Fact> {
  readonly #parts: ListReaderParts<Fact>;

  constructor(parts: ListReaderParts<Fact>) {
    this.#parts = parts;
  }

  /** A list, or those of its facts whose id is wanted. */
  read(list: string, isWanted: (id: string) => boolean = () => true): Listing<Fact> {
    return {
      older: (from) => this.#facts(list, this.#older(list, from), isWanted),
      newer: (from) => this.#facts(list, this.#newer(list, from), isWanted),
      length: async () => (await this.#parts.index.end(list)).length,
    };
  }

  async *#older(list: string, from: number | undefined): AsyncGenerator<readonly Entry[], void, undefined> {
    let next = from ?? -1;
    if (from === undefined) {
      const { length, newest } = await this.#parts.index.end(list);
      next = length - newest.length - 1;
      yield withPlaces(newest, next + 1).toReversed();
    }
    for (let count = 100; next >= 0; count = Math.min(count * 2, mostEntries)) {
      const start = Math.max(0, next + 1 - count);
      const entries = await this.#parts.index.slice(list, start, next + 1);
      yield withPlaces(entries, start).toReversed();
      next = start - 1;
    }
  }

  async *#newer(list: string, from: number): AsyncGenerator<readonly Entry[], void, undefined> {
    for (let start = Math.max(0, from), count = 100; ; start += count, count = Math.min(count * 2, mostEntries)) {
      const entries = await this.#parts.index.slice(list, start, start + count);
      yield withPlaces(entries, start);
      if (entries.length < count) return;
    }
  }

  async *#facts(
    list: string,
    chunks: AsyncIterable<readonly Entry[]>,
    isWanted: (id: string) => boolean,
  ): AsyncGenerator<Listed<Fact>, void, undefined> {
    let count: number = fewest;
    let doubles: readonly number[] | undefined;
    const isDouble = async (place: number) => {
      doubles ??= await this.#doublesOf(list);
      return doubles.includes(place);
    };
    for await (const chunk of chunks) {
      const wanted = chunk.filter(({ id }) => isWanted(id));
      for (let from = 0; from < wanted.length; count = Math.min(count * 2, most)) {
        const entries = wanted.slice(from, from + count);
        from += count;
        const facts = await this.#parts.facts.getMany(entries.map(({ id }) => id));
        for (const [index, { place }] of entries.entries()) {
          const fact = facts[index];
          if (fact === undefined || !this.#parts.isListed(fact)) continue;
          const noted = this.#parts.placeOf(fact, list);
          // The entry of a fact is neither one that a crash left, nor that of before it was deleted and came again.
          if (noted === undefined ? !(await isDouble(place)) : noted === place) yield { place, fact };
        }
      }
    }
  }

  /** Looked for once for each list: a fact that is listed after that knows its place. */
  async #doublesOf(list: string): Promise<readonly number[]> {
    const { doubles } = this.#parts;
    const known = await doubles?.get(list);
    return known ?? (await doubles?.update(list, async (current) => current ?? this.#findDoubles(list))) ?? [];
  }

  async #findDoubles(list: string): Promise<readonly number[]> {
    const seen = new Set<string>();
    const doubles: number[] = [];
    for await (const chunk of this.#older(list, undefined)) {
      for (const { id, place } of chunk) {
        if (seen.has(id)) doubles.push(place);
        seen.add(id);
      }
    }
    return doubles;
  }
}

interface Entry {
  readonly place: number;
  readonly id: string;
}

function withPlaces(ids: readonly string[], first: number): readonly Entry[] {
  return ids.map((id, index) => ({ id, place: first + index }));
}
