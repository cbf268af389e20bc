import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, choosePage } from '../../../src/discord/rendering/block-pages.js';

const block = (markup: string): Block => ({ markup });
const limits = { blocks: 3, length: 20 };

/** The entries as they would be read, counting how many were. */
function reading(entries: readonly (readonly Block[])[]) {
  const read = { count: 0 };
  async function* source() {
    for (const entry of entries) {
      read.count += 1;
      yield entry;
    }
  }
  return { read, source: source() };
}

async function pages(entries: readonly (readonly Block[])[]): Promise<readonly (readonly string[])[]> {
  const found: string[][] = [];
  for (let asked = 0; ; asked += 1) {
    const page = await choosePage(reading(entries).source, limits, asked);
    found.push(page.blocks.map(({ markup }) => markup));
    if (!page.hasNext) return found;
  }
}

describe('pages of blocks', () => {
  it('hold as many as fit by number and by length', async () => {
    const entries = ['a', 'b', 'c', 'd', 'x'.repeat(19), 'y'].map((markup) => [block(markup)]);
    expect(await pages(entries)).toEqual([['a', 'b', 'c'], ['d', 'x'.repeat(19)], ['y']]);
  });

  it('give an entry that was cut a page for each of its parts', async () => {
    expect(await pages([[block('a')], [block('b1'), block('b2')], [], [block('c')]])).toEqual([
      ['a'],
      ['b1'],
      ['b2'],
      ['c'],
    ]);
  });

  it('end with the last one, however far on was asked for, and begin with the first', async () => {
    const entries = ['a', 'b', 'c', 'd'].map((markup) => [block(markup)]);
    expect(await choosePage(reading(entries).source, limits, 99)).toEqual({
      blocks: [block('d')],
      index: 1,
      hasNext: false,
    });
    expect((await choosePage(reading(entries).source, limits, -5)).index).toBe(0);
    expect(await choosePage(reading([]).source, limits, 3)).toEqual({ blocks: [], index: 0, hasNext: false });
  });

  it('are read only as far as the one that was asked for', async () => {
    const { read, source } = reading(Array.from({ length: 1_000 }, () => [block('a')]));
    expect(await choosePage(source, limits, 1)).toMatchObject({ index: 1, hasNext: true });
    expect(read.count).toBeLessThanOrEqual(10);
  });

  it('show every block once and in order', async () => {
    const entry = fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 15 }), async (lengths) => {
        const entries = lengths.map((parts, index) =>
          parts.map((length, part) => block(`${index}.${part}`.padEnd(length))),
        );
        const shown = await pages(entries);
        expect(shown.flat()).toEqual(entries.flat().map(({ markup }) => markup));
      }),
      { numRuns: 100 },
    );
  });
});
