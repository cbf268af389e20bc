import {
  askedPage,
  type Block,
  type BlockSource,
  type ChosenPage,
  choosePage,
  type PageLimits,
} from '../../../src/discord/rendering/block-pages.js';

/** A list of entries, the newest first, each laid out in blocks; `read` counts how many were. */
export function blockSource<T extends Block>(newestFirst: readonly (readonly T[])[]) {
  const entries = newestFirst.toReversed();
  const read = { count: 0 };
  async function* from(places: readonly number[]) {
    for (const place of places) {
      read.count += 1;
      yield { place, blocks: entries[place] ?? [] };
    }
  }
  const places = [...entries.keys()];
  const source: BlockSource<T> = {
    older: (start = entries.length - 1) => from(places.slice(0, start + 1).toReversed()),
    newer: (start) => from(places.slice(start)),
    length: async () => entries.length,
  };
  return { read, source };
}

/** All pages, from the first on, as the buttons to older ones lead to them. */
export async function turnOlder<T extends Block>(
  source: BlockSource<T>,
  limits: PageLimits,
): Promise<readonly ChosenPage<T>[]> {
  const pages = [await choosePage(source, limits, { index: 0 })];
  for (let page = pages.at(-1); page?.hasNext === true; page = pages.at(-1)) {
    pages.push(await choosePage(source, limits, askedPage(page.state.after)));
  }
  return pages;
}
