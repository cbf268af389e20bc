import { type Listing, ListReader } from './listing.js';
import type { Entries, Records } from './ports.js';
import { type Sum, Sums } from './sums.js';
import type { OpenChange, Tally } from './tally.js';

/** What facts are kept in, and how they are counted. */
export interface TalliedFactsParts<Fact, Counts> {
  readonly facts: Records<Fact>;
  readonly tallies: Records<Tally<Fact, Counts>>;
  /** Sums of tallies, and how counts are added to others, or taken away; where left out, none are kept. */
  readonly sums?: {
    readonly records: Records<Sum<Counts>>;
    readonly plus: (counts: Counts, others: Counts, by: 1 | -1) => Counts;
  };
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
  /** How a fact notes its places on the list of its group and on the others, in that order; for lists that are read by pages. */
  readonly places?: {
    readonly of: (fact: Fact) => readonly number[] | undefined;
    readonly note: (fact: Fact, places: readonly number[]) => Fact;
    /** For facts of before that was noted; see {@link ListReader}. */
    readonly doubles: Records<readonly number[]>;
  };
}

/** How a tally is replaced. */
interface Retally<Fact, Counts> {
  readonly tally: Tally<Fact, Counts>;
  /** Puts new facts on their lists, and gives those that the tally counts anew. */
  readonly enlist?: () => Promise<readonly OpenChange<Fact>[]>;
  /** Writes these facts. */
  readonly write?: (open: readonly OpenChange<Fact>[]) => Promise<void>;
}

/** Facts that are read side by side. */
const readTogether = 500;

/** A change of one fact: what it is replaced by, undefined meaning "no fact" both ways; untouched, nothing is written. */
export interface FactChange<Fact> {
  readonly id: string;
  readonly change: (current: Fact | undefined) => Fact | undefined | Promise<Fact | undefined>;
}

/**
 * Facts, one per key, in groups that are listed and tallied, and whose tallies are summed up.
 *
 * A change is written in three parts, of which a crash may leave any first ones: the index entries (for new facts) and the sums,
 * the tally together with the facts that it counts anew, the facts themselves. The next change of the group writes the facts that
 * were left open, so the tally and the facts always come to agree; {@link Sums} tells how the sums do. All of it happens in the
 * queue of the group's tally; several changes in one go share all writes but those of the facts.
 */
export class TalliedFacts<Fact, Counts> {
  readonly #parts: TalliedFactsParts<Fact, Counts>;
  readonly #sums: Sums<Counts> | undefined;
  readonly #lists: ListReader<Fact>;

  constructor(parts: TalliedFactsParts<Fact, Counts>) {
    this.#parts = parts;
    const { index, facts, none, places, sums, tallies } = parts;
    this.#sums =
      sums &&
      new Sums({
        sums: sums.records,
        plus: sums.plus,
        none,
        talliesOf: async (groups) => (await tallies.getMany(groups)).map((tally) => this.#share(tally)),
      });
    this.#lists = new ListReader({
      index,
      facts,
      isListed: (fact) => this.#isListed(fact),
      placeOf: (fact, list) => places?.of(fact)?.[1 + (parts.alsoListed?.(fact) ?? []).indexOf(list)],
      doubles: places?.doubles,
    });
  }

  get(id: string): Promise<Fact | undefined> {
    return this.#parts.facts.get(id);
  }

  /** What the facts of a group come to. */
  async counts(group: string): Promise<Counts> {
    return (await this.#parts.tallies.get(group))?.counts ?? this.#parts.none;
  }

  /** What the facts of groups come to, in order. */
  async countsOf(groups: readonly string[]): Promise<readonly Counts[]> {
    return (await this.#parts.tallies.getMany(groups)).map((tally) => tally?.counts ?? this.#parts.none);
  }

  /** What a sum comes to; undefined where it is not kept yet, and {@link TalliedFacts.buildSum} must be told its groups. */
  async sum(id: string): Promise<Counts | undefined> {
    return this.#sums?.get(id);
  }

  /** Keeps a sum from now on, over the groups that `find` gives, unless it is kept already; gives what it comes to. */
  async buildSum(id: string, find: () => Promise<readonly string[]>): Promise<Counts> {
    return (await this.#sums?.build(id, find)) ?? this.#parts.none;
  }

  /** Replaces a fact by what `change` makes of it, and gives back the new one; see {@link FactChange}. */
  async change(
    group: string,
    id: string,
    change: FactChange<Fact>['change'],
    sums: readonly string[] = [],
  ): Promise<Fact | undefined> {
    let next: Fact | undefined;
    const note: FactChange<Fact>['change'] = async (current) => {
      next = await change(current);
      return next;
    };
    await this.changeAll(group, [{ id, change: note }], sums);
    return next;
  }

  /**
   * Makes changes of one group, which counts in these sums, each seeing those before it. Where it throws, none or all of them
   * will have been made.
   */
  async changeAll(group: string, changes: readonly FactChange<Fact>[], sums: readonly string[] = []): Promise<void> {
    if (changes.length === 0) return;
    const { facts } = this.#parts;
    await this.#retally(group, sums, async (closed) => {
      const before = await this.#read(changes.map(({ id }) => id));
      const after = new Map(before);
      for (const { id, change } of changes) after.set(id, await change(after.get(id)));
      const changed = [...after]
        .filter(([id, fact]) => fact !== before.get(id))
        .map(([id, fact]): OpenChange<Fact> => ({ id, fact }));
      if (changed.length === 0) return undefined;
      return {
        tally: { ...closed, counts: this.#recount(closed?.counts, before, changed) },
        enlist: () => this.#enlist(group, changed, before),
        write: (open) => facts.writeAll(open.map(({ id, fact }) => ({ id, record: fact }))),
      };
    });
  }

  /** From now on a group counts in no sum, whatever becomes of its facts: what it is about is not there any more. */
  async setApart(group: string, sums: readonly string[]): Promise<void> {
    await this.#retally(group, sums, async (closed) =>
      closed?.apart === true ? undefined : { tally: { counts: closed?.counts ?? this.#parts.none, apart: true } },
    );
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

  /** A list, or those of its facts whose id is wanted, to be read from any place on. For facts that note their places. */
  listing(list: string, isWanted?: (id: string) => boolean): Listing<Fact> {
    return this.#lists.read(list, isWanted);
  }

  /** Ids of facts on a list, newest first, some of which may be gone. */
  ids(list: string): AsyncIterable<string> {
    return this.#parts.index.newestFirst(list);
  }

  /** Counts a group afresh from its index and its facts, each of which is read once; gives these. */
  async rebuild(group: string, sums: readonly string[] = []): Promise<readonly Fact[]> {
    const facts: Fact[] = [];
    await this.#retally(group, sums, async (closed) => {
      const ids = new Set<string>();
      for await (const id of this.#parts.index.newestFirst(group)) ids.add(id);
      for (let from = 0; from < ids.size; from += readTogether) {
        const read = await this.#read([...ids].slice(from, from + readTogether));
        for (const fact of read.values()) if (fact !== undefined && this.#isListed(fact)) facts.push(fact);
      }
      const counts = facts.reduce((sum, fact) => this.#parts.count(sum, fact, 1), this.#parts.none);
      return { tally: { ...closed, counts } };
    });
    return facts;
  }

  /** Replaces a group's tally, and finishes first what a crash left open; what `plan` gives is written in order. */
  async #retally(
    group: string,
    sums: readonly string[],
    plan: (closed: Tally<Fact, Counts> | undefined) => Promise<Retally<Fact, Counts> | undefined>,
  ): Promise<void> {
    let settling: Promise<void> | undefined;
    await this.#parts.tallies.update(group, async (tally, put) => {
      const closed = await this.#closeChange(tally);
      const planned = await plan(closed);
      if (planned === undefined) return closed;
      const { enlist, tally: next, write } = planned;
      const counting = closed?.apart === true ? [] : sums;
      const begin = this.#sums?.begin(counting, group, this.#share(closed), this.#share(next));
      try {
        const [open = []] = await Promise.all([enlist?.(), begin]);
        await put(open.length === 0 ? next : { ...next, open });
        settling = this.#sums?.settle(counting, group, this.#share(next)).catch(leftNoted);
        await write?.(open);
        return next;
      } finally {
        settling = Promise.allSettled([begin, settling]).then(() => this.#sums?.end(group));
      }
    });
    await settling;
  }

  /** What a group counts for in sums. */
  #share(tally: Tally<Fact, Counts> | undefined): Counts {
    return tally === undefined || tally.apart === true ? this.#parts.none : tally.counts;
  }

  async #closeChange(tally: Tally<Fact, Counts> | undefined): Promise<Tally<Fact, Counts> | undefined> {
    if (tally?.open === undefined) return tally;
    const { open, ...closed } = tally;
    await Promise.all(open.map(({ id, fact }) => this.#parts.facts.update(id, () => fact)));
    return closed;
  }

  async #read(ids: readonly string[]): Promise<ReadonlyMap<string, Fact | undefined>> {
    const distinct = [...new Set(ids)];
    const facts = await this.#parts.facts.getMany(distinct);
    return new Map(distinct.map((id, index) => [id, facts[index]]));
  }

  /** Puts what is listed from now on on its lists; gives the changes, in which facts note their places where they do. */
  async #enlist(
    group: string,
    changed: readonly OpenChange<Fact>[],
    before: ReadonlyMap<string, Fact | undefined>,
  ): Promise<readonly OpenChange<Fact>[]> {
    const added = changed.filter(({ id, fact }) => this.#isListed(fact) && !this.#isListed(before.get(id)));
    const byList = new Map<string, string[]>();
    for (const { id, fact } of added) {
      for (const list of this.#listsOf(group, fact)) byList.set(list, [...(byList.get(list) ?? []), id]);
    }
    const first = new Map(
      await Promise.all(
        [...byList].map(async ([list, ids]) => [list, await this.#parts.index.append(list, ...ids)] as const),
      ),
    );
    const { places } = this.#parts;
    if (places === undefined) return changed;
    const placed = new Map(
      added.flatMap(({ id, fact }) => {
        if (fact === undefined) return [];
        const noted = this.#listsOf(group, fact).map(
          (list) => (first.get(list) ?? 0) + (byList.get(list) ?? []).indexOf(id),
        );
        return [[id, places.note(fact, noted)] as const];
      }),
    );
    return changed.map(({ id, fact }) => ({ id, fact: placed.get(id) ?? fact }));
  }

  #listsOf(group: string, fact: Fact | undefined): readonly string[] {
    return fact === undefined ? [] : [group, ...(this.#parts.alsoListed?.(fact) ?? [])];
  }

  #isListed(fact: Fact | undefined): boolean {
    return fact !== undefined && this.#parts.isListed?.(fact) !== false;
  }

  #recount(
    counts: Counts | undefined,
    before: ReadonlyMap<string, Fact | undefined>,
    changed: readonly OpenChange<Fact>[],
  ): Counts {
    const { count, none } = this.#parts;
    let sum = counts ?? none;
    for (const { id, fact } of changed) {
      const old = before.get(id);
      if (old !== undefined && this.#isListed(old)) sum = count(sum, old, -1);
      if (fact !== undefined && this.#isListed(fact)) sum = count(sum, fact, 1);
    }
    return sum;
  }
}

/** What could not be settled is compared with the tally when the sum is next asked for. */
function leftNoted(): void {}
