import type { ChapterPart } from '../model.js';
import type { Entry } from './entry.js';

/** Gives the parts that only files' names tell of a name for readers: `part two` is `Part Two`, and `b1` is `Part 1`. */
export function nameParts(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => {
    const told = entry.name.part;
    if (told === undefined) return entry;
    const shown = shownPart(told);
    const isOnlyNamed = entry.part !== undefined && entry.part.name === told.name;
    const part = isOnlyNamed ? shown : entry.part;
    return {
      ...entry,
      part,
      name: { ...entry.name, part: shown },
      chapter: entry.chapter && (isOnlyNamed ? { ...entry.chapter, part: shown } : entry.chapter),
    };
  });
}

function shownPart(part: ChapterPart): ChapterPart {
  const { name, number } = part;
  if (number !== undefined && !/\p{L}{3}|[^\p{Script=Latin}\P{L}]/u.test(name ?? ''))
    return { ...part, name: `Part ${number}` };
  return name === undefined
    ? part
    : { ...part, name: name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()) };
}
