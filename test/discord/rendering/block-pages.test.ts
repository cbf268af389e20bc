import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPage, type Block, type ChosenPage, choosePage } from '../../../src/discord/rendering/block-pages.js';
import { blockSource, turnOlder } from './block-source.js';

const block = (markup: string): Block => ({ markup });
const limits = { blocks: 3, length: 20 };
const alone = (...markups: readonly string[]) => markups.map((markup) => [block(markup)]);
const shown = ({ blocks }: ChosenPage<Block>) => blocks.map(({ markup }) => markup);

async function pages(entries: readonly (readonly Block[])[]): Promise<readonly (readonly string[])[]> {
  return (await turnOlder(blockSource(entries).source, limits)).map(shown);
}

/** Entries of up to three blocks, some of them longer than a page. */
const someEntries = fc
  .array(fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 3 }), { maxLength: 15 })
  .map((lengths) =>
    lengths.map((parts, index) => parts.map((length, part) => block(`${index}.${part}`.padEnd(length)))),
  );

describe('pages of blocks', () => {
  it('hold as many as fit by number and by length', async () => {
    const entries = alone('a', 'b', 'c', 'd', 'x'.repeat(19), 'y');
    expect(await pages(entries)).toEqual([['a', 'b', 'c'], ['d', 'x'.repeat(19)], ['y']]);
  });

  it('give an entry that was cut a page for each of its parts', async () => {
    const entries = [[block('a')], [block('b1'), block('b2')], [], [block('c')]];
    expect(await pages(entries)).toEqual([['a'], ['b1'], ['b2'], ['c']]);
  });

  it('are found by a bare number, too, and end with the last one, however far on was asked for', async () => {
    const { source } = blockSource(alone('a', 'b', 'c', 'd', 'e', 'f', 'g'));
    expect(shown(await choosePage(source, limits, askedPage('1')))).toEqual(['d', 'e', 'f']);
    expect(await choosePage(source, limits, askedPage('99'))).toMatchObject({ index: 2, hasNext: false });
    expect(shown(await choosePage(source, limits, askedPage('99')))).toEqual(['e', 'f', 'g']);
    for (const odd of ['-5', '', 'x', '1-', '1-zz', undefined]) {
      expect((await choosePage(source, limits, askedPage(odd))).index).toBeLessThanOrEqual(1);
    }
    const none = await choosePage(blockSource([]).source, limits, askedPage('3'));
    expect(none).toMatchObject({ blocks: [], index: 0, hasNext: false });
  });

  it('are the last there is where all that was older is gone', async () => {
    const { source } = blockSource([...alone('a', 'b', 'c', 'd', 'e'), [], [], []]);
    const found = await choosePage(source, limits, askedPage('2-1-0'));
    expect({ ...found, blocks: shown(found) }).toMatchObject({ index: 1, hasNext: false, blocks: ['c', 'd', 'e'] });
  });

  it('cost what they show, however far on they are', async () => {
    const many = blockSource(Array.from({ length: 100_000 }, () => [block('a')]));
    for (const asked of ['0', '1', '30000', '30000-100-0', '29999+100-0', '99999']) {
      many.read.count = 0;
      await choosePage(many.source, limits, askedPage(asked));
      expect(many.read.count).toBeLessThanOrEqual(5);
    }
  });

  it('show every block once and in order, there and back again', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, async (entries) => {
        const { source } = blockSource(entries);
        const there = await turnOlder(source, limits);
        expect(there.flatMap(shown)).toEqual(entries.flat().map(({ markup }) => markup));
        for (let at = there.length - 1; at > 0; at -= 1) {
          const [before, here] = [there[at - 1], there[at]];
          if (before === undefined || here === undefined) throw new Error('There is no such page.');
          const back = await choosePage(source, limits, askedPage(here.state.before));
          // A page that is laid out backwards ends where this one begins, and may hold more than the one that led here.
          if (at > 1) expect(shown(back).at(-1)).toEqual(shown(before).at(-1));
          else expect(shown(back)).toEqual(shown(before));
          const again = await choosePage(source, limits, askedPage(here.state.here));
          expect(shown(again)).toEqual(shown(here));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('pass none over and show none twice where others come meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, fc.integer({ min: 1, max: 4 }), async (entries, coming) => {
        let list = entries;
        let page = await choosePage(blockSource(list).source, limits, { index: 0 });
        const seen = [...shown(page)];
        while (page.hasNext) {
          list = [...Array.from({ length: coming }, () => [block('new')]), ...list];
          page = await choosePage(blockSource(list).source, limits, askedPage(page.state.after));
          seen.push(...shown(page));
        }
        expect(seen).toEqual(entries.flat().map(({ markup }) => markup));
      }),
      { numRuns: 100 },
    );
  });
});
