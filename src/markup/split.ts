import type { Boundary } from './split/candidates.js';
import { cutPieces } from './split/cut-pieces.js';
import { normalizeText } from './split/normalize-text.js';
import { skipSpace } from './split/place.js';
import { readSource } from './split/source.js';

export type { Boundary } from './split/candidates.js';
export { normalizeText } from './split/normalize-text.js';

/** One piece of a text and where it stands in it. */
export interface Cut {
  /** The piece as it is posted: at most `maxLength` UTF-16 units, not blank, its markup balanced. */
  readonly text: string;
  /** Offset in UTF-16 units of the normalised text, at the first character that is not white space. */
  readonly start: number;
  /** Offset just behind the last character that is not white space. */
  readonly end: number;
  /** Why it ends where it ends. */
  readonly boundary: Boundary;
}

/** What the splitter has to keep to. */
export interface SplitOptions {
  /** Most UTF-16 units in a piece: an integer of at least 2. Discord takes 2,000 in a message. */
  readonly maxLength: number;
  /** Whether to make as few pieces as can be, rather than to keep paragraphs whole: for text that must fit into what is there. */
  readonly isFrugal?: boolean;
}

/** The texts of `cutMarkdown`. */
export function splitMarkdown(text: string, options: SplitOptions): readonly string[] {
  return cutMarkdown(text, options).map((cut) => cut.text);
}

/**
 * Cuts Discord markup into pieces of at most `maxLength` UTF-16 units; a blank text gives none.
 * Throws a RangeError when `maxLength` is not an integer of at least 2.
 */
export function cutMarkdown(text: string, options: SplitOptions): readonly Cut[] {
  const { maxLength, isFrugal = false } = options;
  if (!Number.isInteger(maxLength) || maxLength < 2) {
    throw new RangeError(`maxLength must be an integer of at least 2, not ${maxLength}`);
  }
  const source = normalizeText(text);
  if (source.trim() === '') return [];
  if (source.length <= maxLength) return [wholeText(source)];
  return cutPieces(readSource(source.trimEnd()), { maxLength, isFrugal }).map(
    ({ text: piece, from, end, boundary }) => ({
      text: piece,
      start: skipSpace(source, from),
      end,
      boundary,
    }),
  );
}

/** A text that fits is not touched, not even the white space around it. */
function wholeText(text: string): Cut {
  return { text, start: skipSpace(text, 0), end: text.trimEnd().length, boundary: 'end' };
}
