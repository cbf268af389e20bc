import { cutMarkdown } from '../markup/split.js';
import type { ComposedText } from '../pieces/compose.js';
import { positionOf, type Spot, spotAt } from './spot.js';

/**
 * Longest text of one page, in UTF-16 units: about two screens of a phone, and it leaves room for notes beside it within the
 * 4,000 characters of a components message.
 */
export const maxPageLength = 1_800;

/** One page of the private reader. */
export interface Page {
  readonly text: string;
  /** Where it begins. */
  readonly spot: Spot;
  /** How much of the chapter's text lies before its end, from 0 to 1. */
  readonly progress: number;
}

/** Cuts a chapter's text into pages. */
export function paginate(body: ComposedText): readonly Page[] {
  return cutMarkdown(body.text, { maxLength: maxPageLength }).map(({ text, start, end }) => ({
    text,
    spot: spotAt(start, body),
    progress: Math.min(1, end / Math.max(1, body.text.trimEnd().length)),
  }));
}

/** Index of the page on which a spot stands today. */
export function pageAt(spot: Spot, body: ComposedText, pages: readonly Page[]): number {
  const position = positionOf(spot, body);
  let first = 0;
  let after = pages.length;
  // The pages are in the order of the text, and looking up where one begins may take a walk over all its passages.
  while (first < after) {
    const middle = (first + after) >>> 1;
    const page = pages[middle];
    if (page === undefined || positionOf(page.spot, body) > position) after = middle;
    else first = middle + 1;
  }
  return Math.max(0, after - 1);
}
