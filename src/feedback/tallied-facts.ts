import type { Entries, Records } from './ports.js';
import type { OpenChange, Tally } from './tally.js';

/** What facts are kept in, and how they are counted. */
export interface TalliedFactsParts<Fact, Counts> {
  readonly facts: Records<Fact>;
  readonly tallies: Records<Tally<Fact, Counts>>;
  /** Ids of facts, by list. */
  readonly index: Entries<string>;
  /** Counts of no facts at all. */
  readonly none: Counts;
  /** The counts with one fact added, or taken away again. */
  readonly count: (counts: Counts, fact: Fact, by: 1 | -1) => Counts;
  /** The lists that a fact belongs on, beside the one of its group. */
  readonly alsoListed?: (fact: Fact) => readonly string[];
  /** Whether a fact is listed and counted; one that is not is only remembered. By default every one is. */
  readonly isListed?: (fact: Fact) => boolean;
}

/** Facts that are read side by side. */
const readTogether = 500;

/** A change of one fact: what it is replaced by, undefined meaning "no fact" both ways; untouched, nothing is written. */
export interface FactChange<Fact> {
  readonly id: string;
  readonly change: (current: Fact | undefined) => Fact | undefined | Promise<Fact | undefined>;
}

/**
 * Facts, one per key, in groups that are listed and tallied.
 *
 * A change is written in three parts, of which a crash may leave any first ones: the index entries (for new facts), the tally
 * together with the facts that it counts anew, the facts themselves. The next change of the group writes the facts that were
 * left open, so the tally and the facts always come to agree. All of it happens in the queue of the group's tally; several
 * changes in one go share all writes but those of the facts.
 */
export class TalliedFacts<Fact, Counts> {
  readonly #parts: TalliedFactsParts<Fact, Counts>;

  constructor(parts: TalliedFactsParts<Fact, Counts>) {
    this.#parts = parts;
  }

  get(id: string): Promise<Fact | undefined> {
    return this.#parts.facts.get(id);
  }

  /** What the facts of a group come to. */
  async counts(group: string): Promise<Counts> {
    return (await this.#parts.tallies.get(group))?.counts ?? this.#parts.none;
  }

  /** Replaces a fact by what `change` makes of it, and gives back the new one; see {@link FactChange}. */
  async change(group: string, id: string, change: FactChange<Fact>['change']): Promise<Fact | undefined> {
    let next: Fact | undefined;
    const note: FactChange<Fact>['change'] = async (current) => {
      next = await change(current);
      return next;
    };
    await this.changeAll(group, [{ id, change: note }]);
    return next;
  }

  /** Makes changes of one group, each seeing those before it. Where it throws, none or all of them will have been made. */
  async changeAll(group: string, changes: readonly FactChange<Fact>[]): Promise<void> {
    if (changes.length === 0) return;
    const { facts, tallies } = this.#parts;
    await tallies.update(group, async (tally, put) => {
      const closed = await this.#closeChange(tally);
      const before = await this.#read(changes.map(({ id }) => id));
      const after = new Map(before);
      for (const { id, change } of changes) after.set(id, await change(after.get(id)));
      const open = [...after]
        .filter(([id, fact]) => fact !== before.get(id))
        .map(([id, fact]): OpenChange<Fact> => ({ id, fact }));
      if (open.length === 0) return closed;
      await this.#enlist(
        group,
        open.filter(({ id, fact }) => this.#isListed(fact) && !this.#isListed(before.get(id))),
      );
      const counts = this.#recount(closed?.counts, before, open);
      await put({ counts, open });
      await facts.writeAll(open.map(({ id, fact }) => ({ id, record: fact })));
      return { counts };
    });
  }

  /** The facts on a list, newest first, each once; entries whose fact is gone or was never written are passed over. */
  async *newestFirst(list: string): AsyncGenerator<Fact, void, undefined> {
    const seen = new Set<string>();
    for await (const id of this.#parts.index.newestFirst(list)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const fact = await this.#parts.facts.get(id);
      if (fact !== undefined && this.#isListed(fact)) yield fact;
    }
  }

  /** Counts a group afresh from its index and its facts, each of which is read once; gives these. */
  async rebuild(group: string): Promise<readonly Fact[]> {
    const facts: Fact[] = [];
    await this.#parts.tallies.update(group, async (tally) => {
      await this.#closeChange(tally);
      const ids = new Set<string>();
      for await (const id of this.#parts.index.newestFirst(group)) ids.add(id);
      for (let from = 0; from < ids.size; from += readTogether) {
        const read = await this.#read([...ids].slice(from, from + readTogether));
        for (const fact of read.values()) if (fact !== undefined && this.#isListed(fact)) facts.push(fact);
      }
      return { counts: facts.reduce((counts, fact) => this.#parts.count(counts, fact, 1), this.#parts.none) };
    });
    return facts;
  }

  async #closeChange(tally: Tally<Fact, Counts> | undefined): Promise<Tally<Fact, Counts> | undefined> {
    const open = tally?.open;
    if (open === undefined) return tally;
    await Promise.all(open.map(({ id, fact }) => this.#parts.facts.update(id, () => fact)));
    return { counts: tally?.counts ?? this.#parts.none };
  }

  async #read(ids: readonly string[]): Promise<ReadonlyMap<string, Fact | undefined>> {
    const distinct = [...new Set(ids)];
    const facts = await this.#parts.facts.getMany(distinct);
    return new Map(distinct.map((id, index) => [id, facts[index]]));
  }

  async #enlist(group: string, added: readonly OpenChange<Fact>[]): Promise<void> {
    const byList = new Map<string, string[]>();
    for (const { id, fact } of added) {
      const lists = fact === undefined ? [] : [group, ...(this.#parts.alsoListed?.(fact) ?? [])];
      for (const list of lists) byList.set(list, [...(byList.get(list) ?? []), id]);
    }
    for (const [list, ids] of byList) await this.#parts.index.append(list, ...ids);
  }

  #isListed(fact: Fact | undefined): boolean {
    return fact !== undefined && this.#parts.isListed?.(fact) !== false;
  }

  #recount(
    counts: Counts | undefined,
    before: ReadonlyMap<string, Fact | undefined>,
    open: readonly OpenChange<Fact>[],
  ): Counts {
    const { count, none } = this.#parts;
    let sum = counts ?? none;
    for (const { id, fact } of open) {
      const old = before.get(id);
      if (old !== undefined && this.#isListed(old)) sum = count(sum, old, -1);
      if (fact !== undefined && this.#isListed(fact)) sum = count(sum, fact, 1);
    }
    return sum;
  }
}
