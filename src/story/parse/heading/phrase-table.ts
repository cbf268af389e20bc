import { lazily } from '../../../languages/lazily.js';
import { isUnspaced } from '../../../languages/words.js';
import { fold, isInWord } from './fold.js';

/** A phrase found in a text: where it ends, and all that was entered for it. */
export interface FoundPhrase<T> {
  readonly end: number;
  /** As folded. */
  readonly phrase: string;
  readonly values: readonly T[];
}

/**
 * Phrases of all languages with what they mean, looked up at one place of a folded text: the longest wins. A space stands for
 * a space, a hyphen or nothing (`one shot`, `one-shot`, `oneshot`), `*` at the end for any ending.
 */
export class PhraseTable<T> {
  readonly #byFirst: () => ReadonlyMap<string, readonly Entry<T>[]>;

  /** The entries are asked for at the first look. */
  constructor(entries: () => Iterable<readonly [phrase: string, value: T]>) {
    this.#byFirst = lazily(() => groupByFirst(entries()));
  }

  /** The longest phrase that begins at a place and ends with a word; a digit may follow at once (`ch5`). */
  match(folded: string, at: number): FoundPhrase<T> | undefined {
    for (const { phrase, values } of this.#byFirst().get(folded.charAt(at)) ?? []) {
      const end = endOf(phrase, folded, at);
      if (end !== undefined) return { end, phrase, values };
    }
    return undefined;
  }
}

interface Entry<T> {
  readonly phrase: string;
  readonly values: T[];
}

function groupByFirst<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): ReadonlyMap<string, readonly Entry<T>[]> {
  const byFirst = new Map<string, Entry<T>[]>();
  for (const [typed, value] of entries) {
    const phrase = fold(typed.normalize('NFC'))
      .replace(/[\s-]+/gu, ' ')
      .trim();
    if (phrase === '') continue;
    const group = byFirst.get(phrase.charAt(0)) ?? [];
    byFirst.set(phrase.charAt(0), group);
    const entry = group.find((each) => each.phrase === phrase);
    if (!entry) group.push({ phrase, values: [value] });
    else if (!entry.values.includes(value)) entry.values.push(value);
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.phrase.length - a.phrase.length);
  return byFirst;
}

function endOf(phrase: string, folded: string, at: number): number | undefined {
  let end = at;
  for (let index = 0; index < phrase.length; index += 1) {
    const char = phrase[index];
    if (char === '*') return endOfWord(folded, end);
    if (char === folded[end]) end += 1;
    else if (char === ' ' && folded[end] === '-') end += 1;
    else if (char !== ' ' && char !== "'") return undefined;
  }
  const isWhole = isUnspaced(phrase.at(-1)) || !isInWord(folded, end);
  return isWhole ? end : undefined;
}

function endOfWord(folded: string, from: number): number {
  let end = from;
  while (isInWord(folded, end)) end += 1;
  return end;
}
