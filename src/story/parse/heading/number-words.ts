import { createRequire } from 'node:module';
import { fold, isUnspaced } from './fold.js';

/** A number in words that was found in a text. */
export interface WordNumber {
  readonly value: number;
  readonly end: number;
  /** `fifth`; `five` is none. What a language's data adds to its library counts as both. */
  readonly isOrdinal: boolean;
}

/** The part of a language that its numbers are made of. */
export interface NumberSource {
  readonly tag: string;
  readonly numbers: { readonly library?: string; readonly words: Readonly<Record<string, number>> };
}

interface NumberWord {
  readonly value: number;
  readonly isOrdinal: boolean;
}

/** Longest run of words, and of letters in scripts without spaces, that is tried as a number. */
const mostWords = 14;
const mostLetters = 24;

const nextWord = /[\p{L}\p{M}][\p{L}\p{M}']*/uy;

/**
 * Numbers in the words of one language, up to 9,999: what its library writes, turned round, and what its data adds. Spaces,
 * hyphens and the word between (`one hundred and five`) are of no account; larger numbers are put together from smaller ones.
 */
export class NumberWords {
  readonly #words = new Map<string, NumberWord>();
  /** Numbers that others are added to, with how much may be added; the longest first. */
  readonly #rounds: { readonly key: string; readonly value: number; readonly below: number }[] = [];
  /** Words that stand inside numbers and at neither end: `and`. */
  readonly #joiners: ReadonlySet<string>;
  readonly #isUnspaced: boolean;
  /** How numbers begin: most words are seen to be none at once. */
  readonly #beginnings: ReadonlySet<string>;

  constructor(source: NumberSource) {
    const library = source.numbers.library === undefined ? undefined : loadLibrary(source.numbers.library);
    const cardinals = writtenNumbers(library?.toCardinal);
    this.#joiners = joinersOf(cardinals.map(([words]) => words));
    this.#enter(cardinals, false);
    this.#enter(writtenNumbers(library?.toOrdinal), true);
    this.#enter(Object.entries(source.numbers.words), true);
    this.#isUnspaced = isUnspaced(cardinals[1]?.[0].charAt(0));
    this.#listRounds();
    this.#beginnings = new Set([...this.#words.keys()].map((key) => key.slice(0, 2)));
  }

  #enter(entries: readonly (readonly [words: string, value: number])[], isOrdinal: boolean): void {
    for (const [words, value] of entries) {
      const key = this.#keyOf(words);
      if (key !== '' && !this.#words.has(key)) this.#words.set(key, { value, isOrdinal });
    }
  }

  #keyOf(words: string): string {
    return wordsOf(words)
      .filter((word) => !this.#joiners.has(word))
      .join('');
  }

  #listRounds(): void {
    const hundred = this.#implied(100);
    const thousand = this.#implied(1000);
    for (const [key, value] of [hundred, thousand])
      if (key !== '' && !this.#words.has(key)) this.#words.set(key, { value, isOrdinal: false });
    for (const [key, { value, isOrdinal }] of this.#words) {
      const below = value % 1000 === 0 ? 1000 : value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 0;
      if (!isOrdinal && value >= 20 && below > 0) this.#rounds.push({ key, value, below });
    }
    this.#rounds.sort((a, b) => b.key.length - a.key.length);
  }

  /** `hundert` of `einhundert`, found in `zweihundert`. */
  #implied(unit: number): readonly [string, number] {
    const keyFor = (value: number) => [...this.#words].find(([, each]) => each.value === value)?.[0] ?? '';
    const [one, two, twice] = [keyFor(unit), keyFor(2), keyFor(2 * unit)];
    const bare = twice.startsWith(two) ? twice.slice(two.length) : '';
    return [one.endsWith(bare) ? bare : '', unit];
  }

  /** The longest number that begins at a place of a folded text. */
  read(folded: string, at: number): WordNumber | undefined {
    if (
      !this.#beginnings.has(folded.slice(at, at + 2)) &&
      !/^[\p{L}\p{M}](?![\p{L}\p{M}])/u.test(folded.slice(at, at + 2))
    )
      return undefined;
    return this.#isUnspaced ? this.#readLetters(folded, at) : this.#readWords(folded, at);
  }

  #readWords(folded: string, at: number): WordNumber | undefined {
    let found: WordNumber | undefined;
    let key = '';
    let place = at;
    for (let count = 0; count < mostWords; count += 1) {
      nextWord.lastIndex = place;
      const word = nextWord.exec(folded)?.[0];
      if (word === undefined) break;
      const end = nextWord.lastIndex;
      const bare = bareWord(word);
      if (!this.#joiners.has(bare)) {
        key += bare;
        const number = this.#valueOf(key);
        if (number) found = { ...number, end };
      }
      place = this.#nextPlace(folded, end, found);
      if (place === end) break;
    }
    return found;
  }

  /** Words of a number are parted by a space or a hyphen; some languages write a comma behind the thousands. */
  #nextPlace(folded: string, end: number, found: WordNumber | undefined): number {
    if (/[ -]/u.test(folded.charAt(end))) return end + 1;
    return folded.startsWith(', ', end) && found?.end === end && found.value % 1000 === 0 ? end + 2 : end;
  }

  #readLetters(folded: string, at: number): WordNumber | undefined {
    nextWord.lastIndex = at;
    const word = nextWord.exec(folded)?.[0].slice(0, mostLetters) ?? '';
    for (let length = word.length; length > 0; length -= 1) {
      const number = this.#valueOf(bareWord(word.slice(0, length)));
      if (number) return { ...number, end: at + length };
    }
    return undefined;
  }

  #valueOf(key: string): NumberWord | undefined {
    const known = this.#words.get(key);
    if (known) return known;
    for (const round of this.#rounds) {
      if (!key.startsWith(round.key)) continue;
      const rest = this.#valueOf(key.slice(round.key.length));
      if (rest && rest.value > 0 && rest.value < round.below) return { ...rest, value: round.value + rest.value };
    }
    return undefined;
  }
}

function wordsOf(text: string): string[] {
  return fold(text.normalize('NFC'))
    .split(/[\s,-]+/u)
    .map(bareWord)
    .filter((word) => word !== '');
}

/** Apostrophes go; the Latin `i` that the library has among Ukrainian letters becomes theirs. */
function bareWord(word: string): string {
  return word.replaceAll("'", '').replace(/(?<=\p{Script=Cyrillic})i|i(?=\p{Script=Cyrillic})/gu, 'і');
}

/** From 0 to 999, and the full hundreds above. */
const written = [...Array(1000).keys(), ...Array.from({ length: 90 }, (_, index) => 1000 + index * 100)];

function writtenNumbers(write: ((value: number) => string) | undefined): (readonly [words: string, value: number])[] {
  if (!write) return [];
  const entries: (readonly [string, number])[] = [];
  for (const value of written) {
    try {
      entries.push([write(value), value]);
    } catch {
      // Some have no ordinal of zero, some none at all.
    }
  }
  return entries;
}

function joinersOf(phrases: readonly string[]): ReadonlySet<string> {
  const inner = new Set<string>();
  const outer = new Set<string>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    for (const [index, word] of words.entries()) (index === 0 || index === words.length - 1 ? outer : inner).add(word);
  }
  return new Set([...inner].filter((word) => !outer.has(word)));
}

interface NumberLibrary {
  readonly toCardinal?: (value: number) => string;
  readonly toOrdinal?: (value: number) => string;
}

const requireModule = createRequire(import.meta.url);

/** Loads one language of `n2words`, without waiting for it: most are never needed. */
function loadLibrary(name: string): NumberLibrary {
  const loaded: unknown = requireModule(`n2words/${name}`);
  const { toCardinal, toOrdinal } = loaded as Record<string, unknown>;
  return { ...asWriter('toCardinal', toCardinal), ...asWriter('toOrdinal', toOrdinal) };
}

function asWriter(name: keyof NumberLibrary, value: unknown): NumberLibrary {
  return typeof value === 'function' ? { [name]: (each: number) => String(value(each)) } : {};
}
