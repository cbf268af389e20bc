import type { ChapterKind } from '../languages/kinds.js';
import type { ChapterPart } from './model.js';

/** `1.10` as it is written: an arc and its chapter, or a decimal. Only a story's files together tell which. */
export interface DottedNumber {
  /** Before the dot. */
  readonly part: number;
  /** After the dot, as a whole number: 10 of `1.10`, 5 of `2.5`. */
  readonly number: number;
}

/** What a heading, front matter or a file's name says of where a chapter belongs in its story. */
export interface PlaceReading {
  /** Of a number with a dot, the decimal: 1.1 of `1.10`. */
  readonly number?: number | undefined;
  readonly part?: ChapterPart | undefined;
  readonly dotted?: DottedNumber | undefined;
  readonly kind?: ChapterKind | undefined;
  /** A number in a file's name that puts files in order, and says no more. */
  readonly order?: number | undefined;
}
