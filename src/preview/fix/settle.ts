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
  const keys = wanted.map(({ unit }) => wordsKey(unit.text));
  const said = new Map<string, string>();
  const say = (at: number): boolean => {
    const { unit, asked } = wanted[at] ?? {};
    const [key, reading] = [keys[at] ?? '', asked ?? (unit && saidPart(unit.part))];
    if (unit === undefined || reading === undefined || said.has(key)) return false;
    const others = wanted.flatMap((other, index) => (keys[index] === key ? [] : [other.unit.text]));
    const entry = entryFor(unit.text, others);
    if (entry === undefined) return false;
    said.set(key, entry);
    fields.say(reading, entry);
    return true;
  };
  const isAsked = (at: number) => wanted[at]?.asked !== undefined;
  if (isOutright) for (const at of wanted.keys()) if (isAsked(at)) say(at);
  let follows: Settled | undefined;
  for (let kept = 0; ; ) {
    const now = read();
    const missed = [...wanted.keys()].filter((at) => !isAsWanted(now[at], wanted[at]));
    const asked = missed.filter(isAsked);
    const [first] = [...asked, ...missed];
    if (first === undefined) return { kind: 'settled', entries: [...said.values()] };
    const found = missedAt(wanted, now, first);
    if (asked.length === 0) kept += missed.length;
    const open = asked.length > 0 ? asked : missed;
    const isNew = kept <= mostKept && open.map(say).includes(true);
    // What follows from the change alone says more than what is left once that was told to stay.
    if (!isNew) return follows ?? found;
    if (asked.length === 0) follows ??= found;
  }
}

function missedAt(wanted: readonly Wanted[], now: readonly FileUnit[], at: number): Settled {
  const each = wanted[at];
  if (each === undefined) throw new Error(`There is no stretch ${at}.`);
  return { kind: 'missed', wanted: each, part: now[at]?.part };
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

function isAsWanted(now: FileUnit | undefined, wanted: Wanted | undefined): boolean {
  if (now === undefined || wanted === undefined) return false;
  const { unit, asked } = wanted;
  return asked === undefined ? now.part === unit.part : saidPart(now.part) === asked;
}
