import { foldedWords, isUnspaced } from './words.js';

/** Phrases that a whole line may consist of. */
export interface LineIndex {
  /** How much of the line's words are such phrases, from 0 to 1; numbers count as part of whatever stands beside them. */
  coverage(words: readonly string[]): number;
}

/** Stems are looked up by this many first letters. Each stem has that many. */
const stemKey = 3;
const number = /^\p{N}+$/u;

/** Where a script may do without spaces, `다음 화` is `다음화`. */
function keyOf(words: readonly string[]): string {
  const spaced = words.join(' ');
  return isUnspaced(spaced) ? words.join('') : spaced;
}

/** Indexes phrases for whole lines. Cost grows with the words of a line only; call it for short lines. */
export function lineIndex(phrases: Iterable<string>): LineIndex {
  const keys = new Set<string>();
  /** The first letters of first words: most words begin nothing, and need no further look. */
  const first = new Set<string>();
  const stems = new Map<string, string[]>();
  let longest = 1;
  for (const phrase of phrases) {
    const words = foldedWords(phrase);
    if (words.length === 0) continue;
    const key = keyOf(words);
    first.add((words[0] ?? '').slice(0, stemKey)).add(key.slice(0, stemKey));
    if (phrase.endsWith('*')) stems.set(key.slice(0, stemKey), [...(stems.get(key.slice(0, stemKey)) ?? []), key]);
    else keys.add(key);
    longest = Math.max(longest, words.length);
  }
  const isPhrase = (key: string) =>
    keys.has(key) || stems.get(key.slice(0, stemKey))?.some((stem) => key.startsWith(stem)) === true;
  const longestAt = (words: readonly string[], at: number) => {
    if (!first.has((words[at] ?? '').slice(0, stemKey))) return 0;
    for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
      if (isPhrase(keyOf(words.slice(at, at + count)))) return count;
    }
    return 0;
  };
  return {
    coverage(words) {
      let covered = 0;
      let numbers = 0;
      for (let at = 0; at < words.length; ) {
        const count = longestAt(words, at);
        if (count === 0 && number.test(words[at] ?? '')) numbers += 1;
        covered += count;
        at += Math.max(1, count);
      }
      return covered === 0 ? 0 : (covered + numbers) / words.length;
    },
  };
}
