import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Entries, Records } from '../../src/feedback/ports.js';
import { sumSchema } from '../../src/feedback/sums.js';
import { TalliedFacts } from '../../src/feedback/tallied-facts.js';
import { tallySchema } from '../../src/feedback/tally.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { all, onEveryStore } from './on-every-store.js';

const factSchema = z.object({ worth: z.int() });
const countsSchema = z.object({ facts: z.int(), worth: z.int() });
type Fact = z.infer<typeof factSchema>;

/** Throws once the given number of writes has been made, as if the process had died there. */
class Mortal {
  #writesLeft = Number.POSITIVE_INFINITY;

  dieAfter(writes: number): void {
    this.#writesLeft = writes;
  }

  write(): void {
    if (this.#writesLeft <= 0) throw new Error('dead');
    this.#writesLeft -= 1;
  }

  records<T>(records: Records<T>): Records<T> {
    return {
      get: (id) => records.get(id),
      getMany: (ids) => records.getMany(ids),
      update: (id, change) =>
        records.update(id, async (current, put) => {
          let standing = current;
          const next = await change(current, async (interim) => {
            this.write();
            await put(interim);
            standing = interim;
          });
          if (next !== standing) this.write();
          return next;
        }),
      // One after another, so that it may die between any two.
      writeAll: async (written) => {
        for (const each of written) {
          this.write();
          await records.writeAll([each]);
        }
      },
    };
  }

  entries<T>(entries: Entries<T>): Entries<T> {
    return {
      newestFirst: (id) => entries.newestFirst(id),
      end: (id) => entries.end(id),
      slice: (id, from, to) => entries.slice(id, from, to),
      append: async (id, ...added) => {
        this.write();
        return entries.append(id, ...added);
      },
    };
  }
}

function factsIn(store: Store, mortal = new Mortal()) {
  return new TalliedFacts({
    facts: mortal.records(store.openCollection('fact', factSchema, 1)),
    tallies: mortal.records(store.openCollection('tally', tallySchema(factSchema, countsSchema), 1)),
    index: mortal.entries(store.openList('fact', z.string())),
    none: { facts: 0, worth: 0 },
    count: (counts, { worth }: Fact, by) => ({ facts: counts.facts + by, worth: counts.worth + by * worth }),
    alsoListed: () => ['everything'],
    sums: {
      records: mortal.records(store.openCollection('sum', sumSchema(countsSchema), 1)),
      plus: (counts, others, by) => ({
        facts: counts.facts + by * others.facts,
        worth: counts.worth + by * others.worth,
      }),
    },
  });
}

const worth = (facts: readonly Fact[]) => ({
  facts: facts.length,
  worth: facts.reduce((sum, fact) => sum + fact.worth, 0),
});

onEveryStore('tallied facts', (store) => {
  it('count what was added, changed and deleted', async () => {
    const facts = factsIn(store());
    await facts.change('a', 'a/1', () => ({ worth: 5 }));
    await facts.change('a', 'a/2', () => ({ worth: 7 }));
    await facts.change('b', 'b/1', () => ({ worth: 100 }));
    await facts.change('a', 'a/1', () => ({ worth: 6 }));
    expect(await facts.counts('a')).toEqual({ facts: 2, worth: 13 });
    await facts.change('a', 'a/2', () => undefined);
    expect(await facts.counts('a')).toEqual({ facts: 1, worth: 6 });
    expect(await facts.get('a/2')).toBeUndefined();
    expect(await facts.counts('c')).toEqual({ facts: 0, worth: 0 });
  });

  it('stand on the list of their group and on others, newest first', async () => {
    const facts = factsIn(store());
    await facts.change('a', 'a/1', () => ({ worth: 1 }));
    await facts.change('b', 'b/1', () => ({ worth: 2 }));
    expect(await all(facts.newestFirst('a'))).toEqual([{ worth: 1 }]);
    expect(await all(facts.newestFirst('everything'))).toEqual([{ worth: 2 }, { worth: 1 }]);
  });

  it('are listed once when they were deleted and came again, and where they came again', async () => {
    const facts = factsIn(store());
    for (const id of ['a/1', 'a/2']) await facts.change('a', id, () => ({ worth: 1 }));
    await facts.change('a', 'a/1', () => undefined);
    expect(await all(facts.newestFirst('a'))).toEqual([{ worth: 1 }]);
    await facts.change('a', 'a/1', () => ({ worth: 9 }));
    expect(await all(facts.newestFirst('a'))).toEqual([{ worth: 9 }, { worth: 1 }]);
  });

  it('are counted right when 100 changes are asked for at once', async () => {
    const facts = factsIn(store());
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        facts.change('a', `a/${index % 10}`, (current) => ({ worth: (current?.worth ?? 0) + 1 })),
      ),
    );
    expect(await facts.counts('a')).toEqual({ facts: 10, worth: 100 });
    expect(worth(await all(facts.newestFirst('a')))).toEqual({ facts: 10, worth: 100 });
  });

  it('can be counted afresh where a tally was lost', async () => {
    const facts = factsIn(store());
    for (const id of ['a/1', 'a/2']) await facts.change('a', id, () => ({ worth: 4 }));
    const tallies = store().openCollection('tally', tallySchema(factSchema, countsSchema), 1);
    await tallies.update('a', () => undefined);
    expect(await facts.counts('a')).toEqual({ facts: 0, worth: 0 });
    await facts.rebuild('a');
    expect(await facts.counts('a')).toEqual({ facts: 2, worth: 8 });
  });
});

describe('tallied facts, whatever the write at which the process dies', () => {
  const change = fc.record({
    id: fc.constantFrom('a/1', 'a/2', 'a/3'),
    worth: fc.option(fc.integer({ min: 1, max: 9 })),
  });

  it('agree with their tally again after the next change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        change,
        fc.nat({ max: 8 }),
        fc.boolean(),
        async (before, last, writes, isSummedUp) => {
          const store = await openStore('memory://');
          const mortal = new Mortal();
          const dying = factsIn(store, mortal);
          const apply = (facts: ReturnType<typeof factsIn>, { id, worth: given }: typeof last) =>
            facts.change('a', id, () => (given === null ? undefined : { worth: given }), ['sum']);
          if (isSummedUp) await dying.buildSum('sum', async () => ['a']);
          for (const each of before) await apply(dying, each);
          mortal.dieAfter(writes);
          const died = await apply(dying, last).then(
            () => false,
            () => true,
          );
          const revived = factsIn(store);
          const counted = await revived.counts('a');
          expect(await revived.buildSum('sum', async () => ['a'])).toEqual(counted);
          expect(await revived.sum('sum')).toEqual(counted);
          // Whoever was told that it is kept finds it kept, at once.
          if (!died && last.worth !== null) expect(await revived.get(last.id)).toEqual({ worth: last.worth });
          await revived.change('a', 'a/other', () => ({ worth: 1 }), ['sum']);
          const facts = await all(revived.newestFirst('a'));
          expect(await revived.counts('a')).toEqual(worth(facts));
          expect(counted).toEqual(worth(facts.slice(1)));
          expect(await revived.sum('sum')).toEqual(worth(facts));
          await store.close();
        },
      ),
      { numRuns: 300 },
    );
  });
});
