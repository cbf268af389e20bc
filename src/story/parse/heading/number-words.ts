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
const mostLetters = 60;

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
    const cardinals = writtenNumbers(library?.toCardinal, cardinalValues);
    this.#joiners = joinersOf(cardinals.map(({ words }) => words));
    const keys = this.#enter(cardinals, false);
    this.#enter(impliedUnits(keys), false);
    this.#enter(writtenNumbers(library?.toOrdinal, ordinalValues), true);
    this.#enter(
      Object.entries(source.numbers.words).map(([words, value]) => ({ words: wordsOf(words), value })),
      true,
    );
    this.#isUnspaced = isUnspaced(keys.get(1)?.charAt(0));
    this.#listRounds();
    if (library?.toCardinal) this.#learnJoints(library.toCardinal, keys);
    this.#rounds.sort((a, b) => b.key.length - a.key.length);
    this.#beginnings = new Set([...this.#words.keys()].map((key) => key.slice(0, 2)));
  }

  /** What is entered first stays. Returns the keys by their numbers. */
  #enter(entries: readonly WrittenNumber[], isOrdinal: boolean): ReadonlyMap<number, string> {
    const keys = new Map<number, string>();
    for (const { words, value } of entries) {
      const key = this.#keyOf(words);
      keys.set(value, key);
      if (key !== '' && !this.#words.has(key)) this.#words.set(key, { value, isOrdinal });
    }
    return keys;
  }

  #listRounds(): void {
    for (const [key, { value, isOrdinal }] of this.#words) {
      const below = value % 1000 === 0 ? 1000 : value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 0;
      if (!isOrdinal && value >= 20 && below > 0) this.#rounds.push({ key, value, below });
    }
  }

  /**
   * How round numbers look with something behind them (`deux cent`, Italian `duecent`), and how small ones look behind them
   * (Thai says another one): found by taking the one from the other.
   */
  #learnJoints(write: (value: number) => string, keys: ReadonlyMap<number, string>): void {
    for (const { value, below } of jointed) {
      for (const small of probes.filter((each) => each < below)) {
        const key = this.#keyOf(wordsOf(write(value + small)));
        const behind = keys.get(small) ?? '';
        if (behind !== '' && key.endsWith(behind))
          this.#rounds.push({ key: key.slice(0, -behind.length), value, below });
      }
    }
    const stem = this.#rounds.findLast(({ value }) => value === 200)?.key ?? '';
    for (let small = 1; small < 10 && stem !== ''; small += 1) {
      const key = this.#keyOf(wordsOf(write(200 + small)));
      const behind = key.startsWith(stem) ? key.slice(stem.length) : '';
      if (behind !== '' && !this.#words.has(behind)) this.#words.set(behind, { value: small, isOrdinal: false });
    }
  }

  #keyOf(words: readonly string[]): string {
    return words.filter((word) => !this.#joiners.has(word)).join('');
  }

  /** The longest number that begins at a place of a folded text. */
  read(folded: string, at: number): WordNumber | undefined {
    const beginning = folded.slice(at, at + 2);
    if (!this.#beginnings.has(beginning) && !this.#beginnings.has(beginning.charAt(0))) return undefined;
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

function bareWord(word: string): string {
  return word.replaceAll("'", '');
}

interface WrittenNumber {
  readonly words: readonly string[];
  readonly value: number;
}

/** All that others are put together from: up to 199, then full hundreds (`nineteen hundred` is one), up to 9,900. */
const cardinalValues = [...Array(200).keys(), ...Array.from({ length: 98 }, (_, index) => (index + 2) * 100)];
const ordinalValues = [...Array.from({ length: 100 }, (_, index) => index + 1), 200, 300, 500, 1000];

/** Round numbers that are tried with each of some small ones behind them. */
const jointed = [
  ...Array.from({ length: 8 }, (_, index) => ({ value: (index + 2) * 100, below: 100 })),
  ...Array.from({ length: 9 }, (_, index) => ({ value: (index + 1) * 1000, below: 1000 })),
];
const probes = [5, 8, 15, 100];

function writtenNumbers(
  write: ((value: number) => string) | undefined,
  values: readonly number[],
): readonly WrittenNumber[] {
  if (!write) return [];
  return values.flatMap((value) => {
    try {
      return [{ words: wordsOf(write(value)), value }];
    } catch {
      // Some languages have no ordinals there, or none at all.
      return [];
    }
  });
}

function joinersOf(phrases: readonly (readonly string[])[]): ReadonlySet<string> {
  const inner = new Set(phrases.flatMap((words) => words.slice(1, -1)));
  for (const words of phrases) {
    inner.delete(words[0] ?? '');
    inner.delete(words.at(-1) ?? '');
  }
  return inner;
}

/** `hundert` of `einhundert`, as `zweihundert` has it; `thousand` in the same way. */
function impliedUnits(keys: ReadonlyMap<number, string>): readonly WrittenNumber[] {
  return [100, 1000].flatMap((value) => {
    const [one = '', two = '', twice = ''] = [keys.get(value), keys.get(2), keys.get(2 * value)];
    const bare = two !== '' && twice.startsWith(two) ? twice.slice(two.length) : '';
    return bare !== '' && one.endsWith(bare) ? [{ words: [bare], value }] : [];
  });
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
