import type { Entry } from './entry.js';

/** Files of one number, each with what follows it and has none. A group before all numbers has none itself. */
interface NumberGroup {
  readonly number: number;
  readonly entries: Entry[];
}

/**
 * Orders the files of one part, given in the order of their names: numbered ones by number; one without stays behind the file
 * before it. Of several with one number, those that give no chapter come first, so that none of them is published unseen.
 */
export function byNumber(entries: readonly Entry[]): readonly Entry[] {
  const groups: NumberGroup[] = [{ number: Number.NEGATIVE_INFINITY, entries: [] }];
  for (const entry of entries) {
    if (entry.number === undefined) groups.at(-1)?.entries.push(entry);
    else groups.push({ number: entry.number, entries: [entry] });
  }
  return groups.toSorted(compare).flatMap((group) => group.entries);
}

function compare(a: NumberGroup, b: NumberGroup): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  return Number(a.entries[0]?.chapter !== undefined) - Number(b.entries[0]?.chapter !== undefined);
}
