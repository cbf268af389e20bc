import * as z from 'zod';
import { Batches } from './batches.js';
import type { Records } from './ports.js';

/** What the groups of a chapter or a story come to together, kept so that nobody has to read all their tallies. */
export interface Sum<Counts> {
  readonly counts: Counts;
  /** By group, what of it is counted here where its tally may say something else: a change is under way, or was cut short. */
  readonly open: Readonly<Record<string, Counts>>;
  /** Whether it is not known yet which groups there are: until then, those that change are only noted. */
  readonly building?: true | undefined;
}

/** The shape of a stored sum over counts of the given shape. */
export function sumSchema<Counts>(counts: z.ZodType<Counts>): z.ZodType<Sum<Counts>> {
  return z.object({ counts, open: z.record(z.string(), counts), building: z.literal(true).optional() });
}

/** Changes of one sum that are made in one go. */
const mostTogether = 1_000;

/** What sums are kept in, and how they are made. */
export interface SumsParts<Counts> {
  readonly sums: Records<Sum<Counts>>;
  /** What the tallies of groups come to, in order. */
  readonly talliesOf: (groups: readonly string[]) => Promise<readonly Counts[]>;
  readonly none: Counts;
  /** Counts with others added, or taken away again. */
  readonly plus: (counts: Counts, others: Counts, by: 1 | -1) => Counts;
}

/**
 * Sums of tallies. A sum takes in what a group will come to before the group's tally says so, and notes what it took in until the
 * tally was written; what a crash left noted is compared with the tally when the sum is next asked for. So a sum and its tallies
 * come to agree, whatever was written last. A sum that was never asked for is not kept at all: it is counted from the tallies when
 * it is wanted first, and can be at any time.
 */
export class Sums<Counts> {
  readonly #parts: SumsParts<Counts>;
  /** Groups of which changes are under way in this process, and how many. */
  readonly #changing = new Map<string, number>();

  /** Those of a sum that wait are made in one go: many messages of one story change at once. */
  readonly #changes = new Batches<(sum: Sum<Counts>) => Sum<Counts>>(mostTogether, async (id, changes) => {
    await this.#parts.sums.update(id, (sum) => sum && changes.reduce((changed, change) => change(changed), sum));
  });

  constructor(parts: SumsParts<Counts>) {
    this.#parts = parts;
  }

  /**
   * Takes in what a group is about to come to. To be called in the group's queue, and {@link Sums.settle} when its tally says so;
   * and {@link Sums.end} when that is over, well or not.
   */
  async begin(sums: readonly string[], group: string, before: Counts, after: Counts): Promise<void> {
    const { none } = this.#parts;
    this.#changing.set(group, (this.#changing.get(group) ?? 0) + 1);
    await this.#updateAll(sums, (sum) => {
      const counted = Object.hasOwn(sum.open, group) ? sum.open[group] : undefined;
      if (sum.building === true) return { ...sum, open: { ...sum.open, [group]: none } };
      return this.#replaced(sum, counted ?? before, after, { ...sum.open, [group]: after });
    });
  }

  /** The tally of a group says now what it was to come to. */
  settle(sums: readonly string[], group: string, after: Counts): Promise<void> {
    return this.#updateAll(sums, (sum) => {
      const { [group]: counted, ...open } = sum.open;
      // Nothing is noted of it where the sum was begun a moment ago: it is among the groups that are told later.
      if (counted === undefined || sum.building === true) return sum;
      return this.#replaced(sum, counted, after, open);
    });
  }

  end(group: string): void {
    const others = (this.#changing.get(group) ?? 1) - 1;
    if (others === 0) this.#changing.delete(group);
    else this.#changing.set(group, others);
  }

  /** What a sum comes to; undefined where it is not kept yet. */
  async get(id: string): Promise<Counts | undefined> {
    const sum = await this.#parts.sums.get(id);
    if (sum === undefined || sum.building === true) return undefined;
    if (this.#cutShort(sum).length === 0) return sum.counts;
    return (await this.#parts.sums.update(id, (current) => current && this.#compared(current)))?.counts;
  }

  /** Keeps a sum from now on, over the groups that `find` gives, unless it is kept already; gives what it comes to. */
  async build(id: string, find: () => Promise<readonly string[]>): Promise<Counts> {
    const { none, sums } = this.#parts;
    // From here on whatever changes is noted: none is missed while the others are looked for.
    const begun = await sums.update(id, (known) => known ?? { counts: none, open: {}, building: true });
    if (begun?.building === true) {
      const groups = await find();
      const open = Object.fromEntries(groups.map((group) => [group, none]));
      await sums.update(id, (sum) => (sum?.building === true ? { counts: none, open: { ...open, ...sum.open } } : sum));
    }
    return (await this.get(id)) ?? none;
  }

  #cutShort({ open }: Sum<Counts>): readonly string[] {
    return Object.keys(open).filter((group) => !this.#changing.has(group));
  }

  async #compared(sum: Sum<Counts>): Promise<Sum<Counts>> {
    const { plus, talliesOf } = this.#parts;
    const groups = this.#cutShort(sum);
    const tallies = await talliesOf(groups);
    const open = new Map(Object.entries(sum.open));
    let { counts } = sum;
    for (const [index, group] of groups.entries()) {
      const [counted, tally] = [open.get(group), tallies[index]];
      if (counted === undefined || tally === undefined) continue;
      counts = plus(plus(counts, counted, -1), tally, 1);
      open.delete(group);
    }
    return { counts, open: Object.fromEntries(open) };
  }

  #replaced({ counts }: Sum<Counts>, before: Counts, after: Counts, open: Sum<Counts>['open']): Sum<Counts> {
    const { plus } = this.#parts;
    return { counts: plus(plus(counts, before, -1), after, 1), open };
  }

  async #updateAll(sums: readonly string[], change: (sum: Sum<Counts>) => Sum<Counts>): Promise<void> {
    await Promise.all(sums.map((id) => this.#changes.add(id, change)));
  }
}
