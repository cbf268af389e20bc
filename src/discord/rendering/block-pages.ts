import type { Page } from './pager.js';

/** A stretch of markup that is shown whole. */
export interface Block {
  /** Discord markup. */
  readonly markup: string;
}

/** What fits on one page. */
export interface PageLimits {
  /** Blocks on a page: an integer of at least 1. */
  readonly blocks: number;
  /** UTF-16 units of markup in all; a single block that is longer has a page of its own all the same. */
  readonly length: number;
}

/** One page out of many. */
export interface ChosenPage<T> extends Page {
  readonly blocks: readonly T[];
}

/**
 * Lays out entries on pages, in order, reading only as many as the page asked for needs. Entries that were cut into several
 * blocks get a page for each, so that nothing of the same entry stands twice on a page.
 */
export async function choosePage<T extends Block>(
  entries: AsyncIterable<readonly T[]>,
  limits: PageLimits,
  asked: number,
): Promise<ChosenPage<T>> {
  let last: ChosenPage<T> = { blocks: [], index: 0, hasNext: false };
  let index = -1;
  for await (const blocks of pagesOf(entries, limits)) {
    if (index >= Math.max(0, asked)) return { ...last, hasNext: true };
    index += 1;
    last = { blocks, index, hasNext: false };
  }
  return last;
}

async function* pagesOf<T extends Block>(
  entries: AsyncIterable<readonly T[]>,
  limits: PageLimits,
): AsyncGenerator<readonly T[], void, undefined> {
  let page: readonly T[] = [];
  for await (const blocks of entries) {
    const [only, ...others] = blocks;
    if (only === undefined) continue;
    const cut = others.length > 0;
    if (page.length > 0 && (cut || !fits([...page, only], limits))) {
      yield page;
      page = [];
    }
    if (cut) for (const block of blocks) yield [block];
    else page = [...page, only];
  }
  if (page.length > 0) yield page;
}

function fits(page: readonly Block[], limits: PageLimits): boolean {
  return page.length <= limits.blocks && page.reduce((sum, { markup }) => sum + markup.length, 0) <= limits.length;
}
