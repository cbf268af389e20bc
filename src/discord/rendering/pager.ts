import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { button } from './components.js';
import { encodeCustomId } from './custom-id.js';

/** A page of something; pages count from 0. */
export interface Page {
  readonly index: number;
  readonly hasNext: boolean;
}

/** What stands on a page of a list. */
export interface ListPage<T> extends Page {
  readonly items: readonly T[];
  /** How many pages there are, at least 1. */
  readonly pages: number;
}

/** The page of a list that was asked for; the nearest that there is, where there is none of that number. */
export function pageOf<T>(list: readonly T[], size: number, asked: number): ListPage<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const index = Math.max(0, Math.min(asked, pages - 1));
  return { items: list.slice(index * size, (index + 1) * size), index, pages, hasNext: index + 1 < pages };
}

/**
 * Buttons to the pages before and after one, as far as there are any. The number of a page ends the state of its button, or what
 * stands for it.
 */
export function pager(
  { index, hasNext }: Page,
  state: readonly [name: string, ...args: string[]],
  [before, after]: readonly [before: string, after: string],
  pages: { readonly before: string; readonly after: string } = { before: `${index - 1}`, after: `${index + 1}` },
): readonly APIButtonComponentWithCustomId[] {
  const turn = (to: string, label: string) => button(encodeCustomId(...state, to), label);
  return [...(index > 0 ? [turn(pages.before, before)] : []), ...(hasNext ? [turn(pages.after, after)] : [])];
}
