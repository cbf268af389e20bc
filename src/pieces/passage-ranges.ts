import type { PassageRange } from './compose.js';

/** Index of the first passage, of those in the order of a text, that ends behind an offset; their number where none does. */
export function firstEndingBehind(passages: readonly PassageRange[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Ids of the passages of which a stretch [start, end) of the text holds at least a part, in order. */
export function passagesBetween(passages: readonly PassageRange[], start: number, end: number): readonly string[] {
  const ids: string[] = [];
  for (let index = firstEndingBehind(passages, start); index < passages.length; index += 1) {
    const passage = passages[index];
    if (passage === undefined || passage.start >= end) break;
    ids.push(passage.id);
  }
  return ids;
}
