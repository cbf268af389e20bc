import type { DottedNumber } from '../place-reading.js';
import type { Entry } from './entry.js';

/**
 * Decides what the dots in a story's numbers mean. They part arcs from their chapters (`1.1, 1.2, 1.10, 2.1`) where what is
 * behind one has two digits or begins with a zero, or where several arcs count from 1 and no whole number stands beside them;
 * else they are decimals (`2.5` between 2 and 3), and everything stays as it is.
 */
export function settleDots(entries: readonly Entry[]): readonly Entry[] {
  const dots = entries.flatMap(({ dotted, number }) => (dotted === undefined ? [] : [{ ...dotted, decimal: number }]));
  if (!dots.some(isWritten) && !countsArcs(dots, entries)) return entries;
  return entries.map((entry) => (fits(entry) ? asArc(entry, entry.dotted) : entry));
}

/** `1.10` and `1.01`: no decimal is written so. */
function isWritten({ part, number, decimal }: DottedNumber & { readonly decimal: number | undefined }): boolean {
  return number > 9 || (decimal !== undefined && decimal !== Number(`${part}.${number}`));
}

function countsArcs(dots: readonly DottedNumber[], entries: readonly Entry[]): boolean {
  const whole = new Set(entries.flatMap(({ dotted, number }) => (dotted === undefined ? [number] : [])));
  const begun = new Set(dots.filter(({ number }) => number === 1).map(({ part }) => part));
  return [...begun].filter((part) => !whole.has(part)).length > 1;
}

/** Below `Part One`, the 2 of `2.3` is no part. */
function fits(entry: Entry): entry is Entry & { readonly dotted: DottedNumber } {
  const { dotted, part } = entry;
  return dotted !== undefined && (part?.number ?? dotted.part) === dotted.part;
}

/** A number that is the whole title is written anew: 1.1 would stand there for `1.10`. */
function asArc(entry: Entry, { part, number }: DottedNumber): Entry {
  const { chapter, name } = entry;
  const isBare = chapter !== undefined && chapter.title === `Chapter ${chapter.number}`;
  const title = isBare ? `Chapter ${part}.${number}` : chapter?.title;
  return {
    ...entry,
    part: entry.part ?? { number: part },
    number,
    name: name.dotted === undefined ? name : { ...name, number: name.dotted.number },
    chapter: chapter && { ...chapter, part: chapter.part ?? { number: part }, number, title: title ?? chapter.title },
  };
}
