import { foldedKey } from '../../../languages/words.js';
import type { Habits } from '../habits.js';
import type { Seen } from './see.js';
import type { Signal } from './weights.js';

/** How often each ornament stands in a file, by its signs without white space. */
export function countOrnaments(all: readonly Seen[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ornament, text } of all) {
    if (ornament === 0) continue;
    const typed = text.replace(/\s/gu, '');
    counts.set(typed, (counts.get(typed) ?? 0) + 1);
  }
  return counts;
}

/** So near to an end a line is repeated that frames the file. */
const frame = 8;

/** Short lines that stand both at the top and at the bottom: links, or the name of a site. */
export function linesAtBothEnds(all: readonly Seen[]): ReadonlySet<number> {
  const isSaid = ({ text, spoken }: Seen) => spoken.isSpeech || /[.!?…。！？][^\p{L}\p{N}]*$/u.test(text);
  const keyOf = (seen: Seen) => (seen.isLine && seen.text.length <= 120 && !isSaid(seen) ? foldedKey(seen.text) : '');
  const places = (from: number, to: number) =>
    all
      .slice(from, to)
      .map((seen, index) => ({ key: keyOf(seen), at: from + index }))
      .filter(({ key }) => key !== '');
  const tailStart = Math.max(frame, all.length - frame);
  const top = places(0, frame);
  const bottom = places(tailStart, all.length);
  const both = (some: typeof top, others: typeof top) => {
    const keys = new Set(others.map(({ key }) => key));
    return some.filter(({ key }) => keys.has(key)).map(({ at }) => at);
  };
  return new Set([...both(top, bottom), ...both(bottom, top)]);
}

/** A line that announces a table of contents, and the entries below it. */
export function contentsLists(all: readonly Seen[]): ReadonlySet<number> {
  const found = new Set<number>();
  all.forEach(({ isContents }, at) => {
    if (!isContents) return;
    found.add(at);
    for (
      let next = at + 1;
      all[next]?.unit.isJoined || (all[next]?.heading !== undefined && all[next + 1]?.heading !== undefined);
      next += 1
    ) {
      found.add(next);
    }
  });
  return found;
}

/** What stands at the same end of the story's other files. */
export function habitSignals(seen: Seen, at: number, count: number, { heads, tails }: Habits): readonly Signal[] {
  if (seen.ornament > 0 || (heads.size === 0 && tails.size === 0)) return [];
  const key = foldedKey(seen.text.slice(0, 400));
  // A refrain of the story is a sentence or a saying; a head or a signature is none.
  const isSaid = seen.spoken.isSpeech || /[.!?…。！？]["”'’»」)]*$/u.test(seen.text);
  const isShort = seen.isLine && seen.words.length <= 12 && !isSaid;
  const signals: Signal[] = [];
  const repeats = (name: 'usualHead' | 'usualTail') => {
    if (isShort) signals.push({ name, value: 1 });
    else if (!seen.spoken.isSpeech) signals.push({ name: 'usualNote', value: 1 });
  };
  if (at < frame * 2 && heads.has(key) && seen.heading === undefined) repeats('usualHead');
  if (at >= count - frame * 2 && tails.has(key)) repeats('usualTail');
  return signals;
}

/** An ornament that is none beyond doubt, and comes again in this file or in the story's others. */
export function ornamentSignals(
  { text, ornament, isLine }: Seen,
  counts: ReadonlyMap<string, number>,
  habits: Habits,
): readonly Signal[] {
  if (ornament >= 1 || (ornament === 0 && habits.ornaments.size === 0)) return [];
  const typed = text.replace(/\s/gu, '');
  const isUsual = isLine && habits.ornaments.has(typed);
  const count = counts.get(typed) ?? 0;
  if (!isUsual && !(ornament > 0 && count > 1)) return [];
  return [
    ...(isUsual && ornament < 0.5 ? [{ name: 'ornament', value: 0.7 } as const] : []),
    { name: 'repeatedOrnament', value: 1, said: isUsual ? 'in several files' : `${count} times` },
  ];
}
