import type { FilePart } from '../../story/parse/outline.js';
import type { SaidReading } from '../../story/parse/reading-rules.js';
import { type FileUnit, saidPart } from './file-blocks.js';
import type { FrontMatterEdit } from './front-matter-edit.js';
import { entryFor, wordsKey } from './reading-entry.js';

/** What a unit has to be once a change is made. */
export interface Wanted {
  readonly unit: FileUnit;
  /** What its author asked for; undefined for one that is to stay what it is. */
  readonly asked: SaidReading | undefined;
}

/** What came of saying it: the entries that were added, or the first unit that would be something else, and what. */
export type Settled =
  | { readonly kind: 'settled'; readonly entries: readonly string[] }
  | { readonly kind: 'missed'; readonly wanted: Wanted; readonly part: FilePart | undefined };

/** So many other units are told to stay what they are; where more would change, something else is wrong. */
const mostKept = 6;

/**
 * Adds entries to `reading` until everything is read as it is wanted: first for what was asked, then for what would follow it
 * though it must not. What was asked is said even if it is so already where it is to be said outright. `read` reads the
 * file with the entries that there are; the units are always the same.
 */
export function settle(
  fields: FrontMatterEdit,
  wanted: readonly Wanted[],
  read: () => readonly FileUnit[],
  isOutright: boolean,
): Settled {
  const entries = new Set<string>();
  const say = ({ unit: { text, part }, asked }: Wanted): boolean => {
    const reading = asked ?? saidPart(part);
    const others = wanted.map(({ unit }) => unit.text).filter((other) => wordsKey(other) !== wordsKey(text));
    const entry = reading === undefined ? undefined : entryFor(text, others);
    if (reading === undefined || entry === undefined || entries.has(entry)) return false;
    entries.add(entry);
    fields.say(reading, entry);
    return true;
  };
  if (isOutright) for (const each of wanted) if (each.asked !== undefined) say(each);
  let follows: Settled | undefined;
  for (;;) {
    const missed = missedOf(wanted, read());
    const asked = missed.filter((each) => each.wanted.asked !== undefined);
    const [first] = [...asked, ...missed];
    if (first === undefined) return { kind: 'settled', entries: [...entries] };
    const open = asked.length > 0 ? asked : missed;
    const isNew =
      (asked.length > 0 || missed.length <= mostKept) && open.map((each) => say(each.wanted)).includes(true);
    // What follows from the change alone says more than what is left once that was told to stay.
    if (!isNew) return follows ?? { kind: 'missed', ...first };
    if (asked.length === 0) follows ??= { kind: 'missed', ...first };
  }
}

function missedOf(wanted: readonly Wanted[], now: readonly FileUnit[]) {
  return wanted.flatMap((each, at) => (isAsWanted(now[at], each) ? [] : [{ wanted: each, part: now[at]?.part }]));
}

/** Says of every unit what it has to be: those of `block`, and all with the same words, another thing; the rest what it is. */
export function wantedOf(
  units: readonly FileUnit[],
  block: readonly FileUnit[],
  reading: SaidReading,
): readonly Wanted[] {
  const keys = new Set(block.map(({ text }) => wordsKey(text)));
  return units.map((unit) => ({ unit, asked: keys.has(wordsKey(unit.text)) ? reading : undefined }));
}

function isAsWanted(now: FileUnit | undefined, { unit, asked }: Wanted): boolean {
  if (now === undefined) return false;
  return asked === undefined ? now.part === unit.part : saidPart(now.part) === asked;
}
