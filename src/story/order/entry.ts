import type { ChapterKind } from '../../languages/kinds.js';
import { partName } from '../labels.js';
import type { Chapter, ChapterPart, Problem } from '../model.js';
import type { DottedNumber, PlaceReading } from '../place-reading.js';

/** One file on its way to its place in the story, whether or not it gives a chapter. */
export interface Entry {
  /** The file's name without extension. */
  readonly id: string;
  /** Relative to the chapters folder. */
  readonly file: string;
  /** Absent where errors keep the file from being a chapter. */
  readonly chapter?: Chapter | undefined;
  /** The errors that keep it from being one; empty for a chapter. */
  readonly errors: readonly Problem[];
  readonly number?: number | undefined;
  readonly part?: ChapterPart | undefined;
  /** Whether the number is only the file's name's. */
  readonly isNumberByName: boolean;
  readonly dotted?: DottedNumber | undefined;
  readonly kind?: ChapterKind | undefined;
  /** What the file's name says. */
  readonly name: PlaceReading;
}

/** The file's name for people, without its folder. */
export function shortName({ file }: Pick<Entry, 'file'>): string {
  return file.replace(/^.*\//u, '');
}

/** Tells parts apart: by number, else by name whatever its case. Undefined without a part. */
export function partKey(part: ChapterPart | undefined): string | undefined {
  if (part?.number !== undefined) return `${part.number}`;
  return part?.name === undefined ? undefined : `“${part.name.toLowerCase()}`;
}

/** `chapter 3`, or `chapter 3 of Part Two`. */
export function numberName({ number, part }: Pick<Entry, 'number' | 'part'>): string {
  return part === undefined ? `chapter ${number}` : `chapter ${number} of ${partName(part)}`;
}
