import type { Entries, Records } from './ports.js';
import type { Tally } from './tally.js';

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
}

/**
 * Facts, one per key, in groups that are listed and tallied.
 *
 * A change is three writes, of which a crash may leave any first part: the index entry (for a new fact), the tally together with
 * the fact that it counts, the fact itself. Whoever comes to the group next writes the fact that was left open, so the tally and
 * the facts always come to agree. All of it happens in the queue of the group's tally.
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

  /** Replaces a fact by what `change` makes of it, undefined meaning "no fact" both ways; untouched, nothing is written. */
  async change(
    group: string,
    id: string,
    change: (current: Fact | undefined) => Fact | undefined,
  ): Promise<Fact | undefined> {
    const { facts, tallies } = this.#parts;
    let next: Fact | undefined;
    await tallies.update(group, async (tally) => {
      const settled = await this.#settle(tally);
      const current = await facts.get(id);
      next = change(current);
      if (next === current) return settled;
      if (current === undefined && next !== undefined) await this.#enlist(group, id, next);
      return { counts: this.#recount(settled?.counts, current, next), open: { id, fact: next } };
    });
    await tallies.update(group, (tally) => this.#settle(tally));
    return next;
  }

  /** The facts on a list, newest first, each once; entries whose fact is gone or was never written are passed over. */
  async *newestFirst(list: string): AsyncGenerator<Fact, void, undefined> {
    const seen = new Set<string>();
    for await (const id of this.#parts.index.newestFirst(list)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const fact = await this.#parts.facts.get(id);
      if (fact !== undefined) yield fact;
    }
  }

  /** Counts a group afresh from its index and its facts. */
  async rebuild(group: string): Promise<void> {
    await this.#parts.tallies.update(group, async (tally) => {
      await this.#settle(tally);
      let counts = this.#parts.none;
      for await (const fact of this.newestFirst(group)) counts = this.#parts.count(counts, fact, 1);
      return { counts };
    });
  }

  async #settle(tally: Tally<Fact, Counts> | undefined): Promise<Tally<Fact, Counts> | undefined> {
    const open = tally?.open;
    if (open === undefined) return tally;
    await this.#parts.facts.update(open.id, () => open.fact);
    return { counts: tally?.counts ?? this.#parts.none };
  }

  async #enlist(group: string, id: string, fact: Fact): Promise<void> {
    const lists = [group, ...(this.#parts.alsoListed?.(fact) ?? [])];
    for (const list of lists) await this.#parts.index.append(list, id);
  }

  #recount(counts: Counts | undefined, before: Fact | undefined, after: Fact | undefined): Counts {
    const { count, none } = this.#parts;
    const without = before === undefined ? (counts ?? none) : count(counts ?? none, before, -1);
    return after === undefined ? without : count(without, after, 1);
  }
}
