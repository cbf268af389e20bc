import type { Page } from './pager.js';

/** A stretch of markup that is shown whole. */
export interface Block {
  /** Discord markup. */
  readonly markup: string;
}

/** An entry of a list, laid out: most are one block, long ones are cut into several. */
export interface PlacedEntry<T extends Block> {
  /** Counts from 0 at the oldest entry of the list, and stays; see `Listing`. */
  readonly place: number;
  readonly blocks: readonly T[];
}

/** A list of entries that may be read from any place on, either way; see `Listing`, whose entries are laid out here. */
export interface BlockSource<T extends Block> {
  older(from?: number): AsyncIterable<PlacedEntry<T>>;
  newer(from: number): AsyncIterable<PlacedEntry<T>>;
  length(): Promise<number>;
}

/** What fits on one page. */
export interface PageLimits {
  /** Blocks on a page: an integer of at least 1. */
  readonly blocks: number;
  /** UTF-16 units of markup in all; a single block that is longer has a page of its own all the same. */
  readonly length: number;
}

/** A block of a list: the place of its entry, and its number among the entry's blocks, from 0. */
interface Spot {
  readonly place: number;
  readonly block: number;
}

/** A page that somebody asks for, as buttons carry it. */
export interface AskedPage {
  /** Its number, from 0, as it is shown. */
  readonly index: number;
  /** Where it begins, or before which block it ends; where neither is given, its number tells. */
  readonly from?: Spot;
  readonly until?: Spot;
}

/** One page out of many. */
export interface ChosenPage<T> extends Page {
  readonly blocks: readonly T[];
  /** How buttons ask for this page again, and for those beside it. */
  readonly state: PageState;
}

/** The states of the buttons that lead to a page and those beside it, for {@link askedPage}; none is longer than 20 characters. */
export interface PageState {
  readonly here: string;
  readonly before: string;
  readonly after: string;
}

/** Reads what {@link PageState} writes, or a bare number; whatever cannot be read means the first page. */
export function askedPage(given: string | undefined): AskedPage {
  const index = Math.max(0, Number.parseInt(given ?? '', 10) || 0);
  const found = /^\d+(?<side>[-+])(?<place>[\da-z]{1,8})-(?<block>\d{1,2})$/.exec(given ?? '')?.groups;
  if (found === undefined) return { index };
  const spot = { place: Number.parseInt(found['place'] ?? '', 36), block: Number(found['block']) };
  return found['side'] === '-' ? { index, from: spot } : { index, until: spot };
}

/**
 * Lays out a page of a list, newest first, and reads only what it shows. A page knows where it begins, and the buttons beside it
 * where theirs do: so none is passed over or comes twice when others are added or deleted meanwhile. A page by a bare number is
 * looked for where it would be if every entry before it took one block. Entries that were cut into several blocks get a page for
 * each. Gives the last page where there is none of that number.
 */
export async function choosePage<T extends Block>(
  source: BlockSource<T>,
  limits: PageLimits,
  asked: AskedPage,
): Promise<ChosenPage<T>> {
  if (asked.until !== undefined)
    return (await endingAt(source, limits, asked.index, asked.until)) ?? first(source, limits);
  if (asked.index === 0) return first(source, limits);
  const length = asked.from === undefined ? await source.length() : undefined;
  const from = asked.from ?? { place: (length ?? 0) - 1 - asked.index * limits.blocks, block: 0 };
  const page = from.place < 0 ? undefined : chosen(asked.index, await fill(older(source, from), limits));
  if (page !== undefined) return page;
  // There is nothing that old: what is the oldest, then.
  const last = length === undefined ? asked.index - 1 : Math.min(asked.index, Math.ceil(length / limits.blocks) - 1);
  return (await endingAt(source, limits, last, { place: -1, block: 0 })) ?? first(source, limits);
}

interface SpottedBlock<T> extends Spot {
  /** Whether its entry has other blocks, too. */
  readonly isCut: boolean;
  readonly content: T;
}

async function first<T extends Block>(source: BlockSource<T>, limits: PageLimits): Promise<ChosenPage<T>> {
  return chosen(0, await fill(older(source), limits)) ?? noPage;
}

const noPage = { blocks: [], index: 0, hasNext: false, state: { here: '0', before: '0', after: '0' } } as const;

/** Undefined where that is the first page, or there is none. */
async function endingAt<T extends Block>(
  source: BlockSource<T>,
  limits: PageLimits,
  index: number,
  until: Spot,
): Promise<ChosenPage<T> | undefined> {
  const { blocks, hasMore } = await fill(newer(source, until), limits);
  if (!hasMore) return undefined;
  return chosen(Math.max(1, index), { blocks: blocks.toReversed(), hasMore: until.place >= 0 });
}

interface Filled<T> {
  readonly blocks: readonly SpottedBlock<T>[];
  readonly hasMore: boolean;
}

/** As many blocks as fit on a page; what was cut has one for each of its blocks, so that nothing of the same stands there twice. */
async function fill<T extends Block>(
  candidates: AsyncIterable<SpottedBlock<T>>,
  limits: PageLimits,
): Promise<Filled<T>> {
  const blocks: SpottedBlock<T>[] = [];
  let length = 0;
  for await (const candidate of candidates) {
    length += candidate.content.markup.length;
    const isCut = candidate.isCut || blocks[0]?.isCut === true;
    const fits = !isCut && blocks.length < limits.blocks && length <= limits.length;
    if (blocks.length > 0 && !fits) return { blocks, hasMore: true };
    blocks.push(candidate);
  }
  return { blocks, hasMore: false };
}

function chosen<T extends Block>(index: number, { blocks, hasMore }: Filled<T>): ChosenPage<T> | undefined {
  const [begin, end] = [blocks[0], blocks.at(-1)];
  if (begin === undefined || end === undefined) return undefined;
  // After a block of an entry that was cut comes the next of them; the place of the entry after it is not known.
  const after = end.isCut ? { place: end.place, block: end.block + 1 } : { place: end.place - 1, block: 0 };
  return {
    blocks: blocks.map(({ content }) => content),
    index,
    hasNext: hasMore,
    state: {
      here: index === 0 ? '0' : written(index, '-', begin),
      before: index <= 1 ? '0' : written(index - 1, '+', begin),
      after: written(index + 1, '-', after),
    },
  };
}

function written(index: number, side: '-' | '+', { block, place }: Spot): string {
  return `${index}${side}${Math.max(0, place).toString(36)}-${block}`;
}

async function* older<T extends Block>(source: BlockSource<T>, from?: Spot): AsyncGenerator<SpottedBlock<T>> {
  for await (const entry of source.older(from?.place)) {
    const begin = entry.place === from?.place ? from.block : 0;
    yield* spotted(entry).slice(begin);
  }
}

async function* newer<T extends Block>(source: BlockSource<T>, until: Spot): AsyncGenerator<SpottedBlock<T>> {
  for await (const entry of source.newer(Math.max(0, until.place))) {
    const end = entry.place === until.place ? until.block : entry.blocks.length;
    yield* spotted(entry).slice(0, end).toReversed();
  }
}

function spotted<T extends Block>({ blocks, place }: PlacedEntry<T>): readonly SpottedBlock<T>[] {
  return blocks.map((content, block) => ({ content, place, block, isCut: blocks.length > 1 }));
}
