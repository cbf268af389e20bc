import { normalizeText } from './split/normalize-text.js';

export { normalizeText } from './split/normalize-text.js';

/** Why a piece ends where it ends, from the best place to the worst; `end` is the end of the text. */
export type Boundary = 'scene' | 'paragraph' | 'line' | 'sentence' | 'word' | 'grapheme' | 'end';

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
  const { maxLength } = options;
  if (!Number.isInteger(maxLength) || maxLength < 2) {
    throw new RangeError(`maxLength must be an integer of at least 2, not ${maxLength}`);
  }
  const source = normalizeText(text);
  const cuts: Cut[] = [];
  const last = source.trimEnd().length;
  let start = skipSpace(source, 0);
  while (start < last) {
    const pieces = Math.ceil((last - start) / maxLength);
    const place =
      pieces === 1
        ? { at: last, boundary: 'end' as const }
        : placeNear(source, start, maxLength, (last - start) / pieces);
    const piece = source.slice(start, place.at).trimEnd();
    cuts.push({ text: piece, start, end: start + piece.length, boundary: place.boundary });
    start = skipSpace(source, place.at);
  }
  return cuts;
}

function skipSpace(source: string, from: number): number {
  return source.length - source.slice(from).trimStart().length;
}

const separators = [
  ['paragraph', /\n\s*\n/g],
  ['line', /\n/g],
  ['sentence', /(?<=[.!?…]["'”’]?)\s/g],
  ['word', /\s/g],
] as const;

function placeNear(
  source: string,
  start: number,
  maxLength: number,
  target: number,
): { at: number; boundary: Boundary } {
  const from = start + Math.max(1, Math.floor(target * 0.85));
  const view = source.slice(from, start + maxLength + 1);
  for (const [boundary, separator] of separators) {
    const found = [...view.matchAll(separator)]
      .map((match) => from + match.index)
      .sort((a, b) => Math.abs(a - start - target) - Math.abs(b - start - target))[0];
    if (found !== undefined && found - start <= maxLength) return { at: found, boundary };
  }
  const at = start + maxLength;
  const insidePair = /[\uDC00-\uDFFF]/.test(source.charAt(at)) && maxLength > 1;
  return { at: insidePair ? at - 1 : at, boundary: 'grapheme' };
}
