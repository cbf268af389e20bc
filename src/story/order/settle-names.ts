import { type Entry, partKey } from './entry.js';

/**
 * Settles which numbers of files' names are chapters' numbers, over files in the order of their names. Where chapters say
 * theirs, the distance between the two teaches it: an archive that counts its prologue calls chapter 2 `3.txt`. A name's number
 * that fits nowhere, or is taken, only orders files; and a file that gives no chapter stands where its name is.
 */
export function settleNames(entries: readonly Entry[]): readonly Entry[] {
  const distance = distanceOf(entries);
  const taken = new Set(entries.flatMap((entry) => (entry.isNumberByName ? [] : keyOf(entry))));
  return entries.map((entry) => {
    if (!entry.isNumberByName || entry.number === undefined) return entry;
    const number = distance === undefined ? undefined : entry.number - distance;
    const settled = withNumber(entry, number === undefined || number < 0 ? undefined : number);
    const key = keyOf(settled);
    if (entry.chapter === undefined || key === undefined || taken.has(key)) return withNumber(entry, undefined);
    taken.add(key);
    return settled;
  });
}

/** By how much names count higher than chapters: 0 where nothing tells, undefined where it is not the same everywhere. */
function distanceOf(entries: readonly Entry[]): number | undefined {
  const distances = new Set(
    entries.flatMap(({ isNumberByName, name, number }) =>
      isNumberByName || name.number === undefined || number === undefined ? [] : [name.number - number],
    ),
  );
  return distances.size > 1 ? undefined : ([...distances][0] ?? 0);
}

function keyOf({ number, part }: Entry): string | undefined {
  return number === undefined ? undefined : `${partKey(part) ?? ''} ${number}`;
}

/** A title that is nothing but the number goes with it. */
function withNumber(entry: Entry, number: number | undefined): Entry {
  const { chapter } = entry;
  if (chapter === undefined || entry.number === number) return { ...entry, number };
  const isBare = number !== undefined && chapter.title === `Chapter ${entry.number}`;
  return { ...entry, number, chapter: { ...chapter, number, title: isBare ? `Chapter ${number}` : chapter.title } };
}
