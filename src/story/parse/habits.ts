import { foldedKey } from '../../languages/words.js';
import type { Block } from './block.js';
import type { Heading } from './heading/found-heading.js';
import { readHeading } from './heading.js';
import { breakCertainty } from './scene-break.js';

/** What of one file may repeat in others: data that can be compared, kept, and handed to another thread. */
export interface FileTraits {
  /** Folded words of the first and of the last stretches. */
  readonly heads: readonly string[];
  readonly tails: readonly string[];
  /** Lines that may be ornaments, as typed without white space. */
  readonly ornaments: readonly string[];
  /** The form of its first line that reads as a heading. */
  readonly form?: Heading['form'] | undefined;
}

/** What repeats over a story's files. */
export interface Habits {
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly ornaments: ReadonlySet<string>;
  /** How most files' headings look, where most agree. */
  readonly form?: Heading['form'] | undefined;
}

/** Of a file by itself nothing is known. */
export const noHabits: Habits = { heads: new Set(), tails: new Set(), ornaments: new Set() };

/** Stretches looked at from either end. */
const atEachEnd = 6;
/** A key of more UTF-16 units than a running head, a disclaimer or a signature has says no more. */
export const longestKey = 400;
/** Of a line that may be an ornament, in UTF-16 units. */
export const longestOrnament = 24;

/** Gathers what of a file may repeat in others. */
export function traitsOf(blocks: readonly Block[]): FileTraits {
  const written = blocks.flatMap((block): readonly { readonly plain: string }[] => {
    if (block.kind === 'break') return [];
    return block.kind === 'paragraph' && block.lines ? block.lines : [block];
  });
  const keys = (some: readonly { readonly plain: string }[]) =>
    [...new Set(some.map(({ plain }) => foldedKey(plain.slice(0, longestKey))))].filter((key) => key !== '');
  const first = written.slice(0, atEachEnd);
  return {
    heads: keys(first),
    tails: keys(written.slice(-atEachEnd)),
    ornaments: [...new Set(blocks.flatMap(ornamentOf))],
    form: first.map(({ plain }) => readHeading(plain)).find((each) => each !== undefined)?.form,
  };
}

/** A short line that stands alone and has the look of an ornament without being one beyond doubt. */
function ornamentOf(block: Block): readonly string[] {
  if (block.kind !== 'paragraph' || block.plain.length > longestOrnament) return [];
  const typed = block.plain.replace(/\s/gu, '');
  const isDrawn =
    breakCertainty(block.plain) > 0 || /^[^\p{L}\p{N}\s"“”‘’(¡¿].*[^\p{L}\p{N}\s"“”‘’).!?…]$/u.test(typed);
  return isDrawn || /^\p{Lu}{2,6}$/u.test(typed) ? [typed] : [];
}

/**
 * A short line such as `"No."` ends chapters of any long story by chance: what a story has as a habit stands in two files, and
 * in a quarter of them.
 */
const leastShare = 0.25;

/** What recurs in too many files of a story to be chance, and the form that more than half of their headings have. */
export function habitsOf(files: readonly FileTraits[]): Habits {
  if (files.length < 2) return noHabits;
  return {
    heads: repeated(files.map(({ heads }) => heads)),
    tails: repeated(files.map(({ tails }) => tails)),
    ornaments: repeated(files.map(({ ornaments }) => ornaments)),
    form: usualForm(files),
  };
}

function repeated(lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const least = Math.max(2, lists.length * leastShare);
  const counts = new Map<string, number>();
  for (const list of lists) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].flatMap(([key, count]) => (count >= least ? [key] : [])));
}

function usualForm(files: readonly FileTraits[]): Heading['form'] | undefined {
  const forms = files.flatMap(({ form }) => form ?? []);
  const most = [...new Set(forms)].map((form) => ({ form, count: forms.filter((each) => each === form).length }));
  const [usual] = most.toSorted((a, b) => b.count - a.count);
  return usual !== undefined && usual.count > 1 && usual.count * 2 > files.length ? usual.form : undefined;
}
