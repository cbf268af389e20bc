import type { NumberWords } from '../../../languages/language.js';
import { isUnspaced } from '../../../languages/words.js';
import { fold } from './fold.js';
import { loadNumberLibrary, type NumberLibrary } from './number-library.js';

/** The part of a language that its numbers are made of. */
export interface NumberSource {
  readonly numbers: NumberWords;
}

/** A number in words; `fifth` is ordinal, `five` is not. What data adds to a library counts as ordinal. */
export interface NumberWord {
  readonly value: number;
  readonly isOrdinal: boolean;
}

/** A round number that others are added to. */
export interface RoundNumber {
  readonly key: string;
  readonly value: number;
  /** What is added is less: 100 for `two hundred`. */
  readonly below: number;
}

/** Numbers by their keys: folded words without spaces, hyphens, apostrophes and the word between (`onehundredfive`). */
export interface NumberVocabulary {
  readonly words: ReadonlyMap<string, NumberWord>;
  /** By the first letter of their keys, the longest first. */
  readonly rounds: ReadonlyMap<string, readonly RoundNumber[]>;
  /** Words that stand inside numbers and at neither end: `and`. */
  readonly joiners: ReadonlySet<string>;
  readonly isUnspaced: boolean;
  /** The first two letters of all keys: most words are seen to be no numbers by them. */
  readonly beginnings: ReadonlySet<string>;
}

interface WrittenNumber {
  readonly words: readonly string[];
  readonly value: number;
}

/** All that others are put together from: up to 199, then full hundreds (`nineteen hundred` is one), up to 9,900. */
const cardinalValues = [...Array(200).keys(), ...Array.from({ length: 98 }, (_, index) => (index + 2) * 100)];
const ordinalValues = [...Array.from({ length: 100 }, (_, index) => index + 1), 200, 300, 500, 1000];

/** Larger ones hardly count chapters, and their forms are other words: Czech 300 would be `triste`. */
const mostFormed = 100;

/** Round numbers that are tried with each of some small ones behind them. */
const jointed = [
  ...Array.from({ length: 8 }, (_, index) => ({ value: (index + 2) * 100, below: 100 })),
  ...Array.from({ length: 9 }, (_, index) => ({ value: (index + 1) * 1000, below: 1000 })),
];
const probes = [5, 8, 15, 100];

/** What stands inside fewer numbers is a part of one: Arabic has a twelve of its own behind a hundred. */
const fewestJoined = 8;

/** Turns round what a language's library writes, and adds the language's own words: some 400 numbers, in milliseconds. */
export function numberVocabulary({ numbers }: NumberSource): NumberVocabulary {
  const library = numbers.library === undefined ? {} : loadNumberLibrary(numbers.library);
  const cardinals = writtenNumbers(library.toCardinal, cardinalValues);
  const joiners = joinersOf(cardinals.map(({ words }) => words));
  const keyOf = (words: readonly string[]) => words.filter((word) => !joiners.has(word)).join('');
  const keys = new Map(cardinals.map(({ words, value }) => [value, keyOf(words)] as const));
  const own = Object.entries(numbers.words).map(([words, value]) => ({ words: wordsOf(words), value }));
  const ordinals = [...writtenNumbers(library.toOrdinal, ordinalValues), ...own];
  const small = ordinals.filter(({ value }) => value <= mostFormed);
  const formed = (numbers.forms ?? []).flatMap((form) => small.map(inForm(form)));
  const joints = library.toCardinal
    ? jointsOf((value) => keyOf(wordsOf(library.toCardinal?.(value) ?? '')), keys)
    : noJoints;

  const words = new Map<string, NumberWord>();
  enter(words, [...[...keys].map(([value, key]) => [key, value] as const), ...impliedUnits(keys)], false);
  enter(
    words,
    [...ordinals, ...formed].map((each) => [keyOf(each.words), each.value] as const),
    true,
  );
  enter(words, joints.small, false);
  return {
    words,
    rounds: byFirstLetter([...roundsIn(words), ...joints.rounds]),
    joiners,
    isUnspaced: isUnspaced(keys.get(1)?.charAt(0)),
    beginnings: new Set([...words.keys()].map((key) => key.slice(0, 2))),
  };
}

/** Words of a phrase as keys are made of them. */
function wordsOf(text: string): readonly string[] {
  const words = fold(text.normalize('NFC'))
    .replaceAll("'", '')
    .split(/[\s,-]+/u);
  return words.filter((word) => word !== '');
}

function writtenNumbers(write: NumberLibrary['toCardinal'], values: readonly number[]): readonly WrittenNumber[] {
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

/** Changes the endings of a number's words, in each the longest that is known. */
function inForm(form: Readonly<Record<string, string>>): (number: WrittenNumber) => WrittenNumber {
  const endings = Object.entries(form)
    .map(([from, to]) => [fold(from), fold(to)] as const)
    .toSorted(([a], [b]) => b.length - a.length);
  const change = (word: string) => {
    const ending = endings.find(([from]) => word.endsWith(from));
    return ending === undefined ? word : word.slice(0, -ending[0].length) + ending[1];
  };
  return ({ words, value }) => ({ words: words.map(change), value });
}

/** What is entered first stays. */
function enter(
  words: Map<string, NumberWord>,
  entries: readonly (readonly [key: string, value: number])[],
  isOrdinal: boolean,
): void {
  for (const [key, value] of entries) if (key !== '' && !words.has(key)) words.set(key, { value, isOrdinal });
}

/** Words that are in many numbers, and first or last in none. */
function joinersOf(phrases: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const word of phrases.flatMap((words) => words.slice(1, -1))) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const words of phrases) {
    counts.delete(words[0] ?? '');
    counts.delete(words.at(-1) ?? '');
  }
  return new Set([...counts].filter(([, count]) => count >= fewestJoined).map(([word]) => word));
}

/** `hundert` of `einhundert`, as `zweihundert` has it; `thousand` in the same way. */
function impliedUnits(keys: ReadonlyMap<number, string>): readonly (readonly [key: string, value: number])[] {
  return [100, 1000].flatMap((value) => {
    const [one = '', two = '', twice = ''] = [keys.get(value), keys.get(2), keys.get(2 * value)];
    const bare = two !== '' && twice.startsWith(two) ? twice.slice(two.length) : '';
    return bare !== '' && one.endsWith(bare) ? [[bare, value] as const] : [];
  });
}

interface Joints {
  readonly rounds: readonly RoundNumber[];
  readonly small: readonly (readonly [key: string, value: number])[];
}
const noJoints: Joints = { rounds: [], small: [] };

/**
 * How round numbers look with something behind them (`deux cent`, Italian `duecent`), and how small ones look behind them
 * (Thai has another word for one): found by taking the one from the other.
 */
function jointsOf(keyFor: (value: number) => string, keys: ReadonlyMap<number, string>): Joints {
  const rounds = jointed.flatMap(({ value, below }) =>
    probes.flatMap((small) => {
      const [whole, behind] = [keyFor(value + small), keys.get(small) ?? ''];
      const isJoint = small < below && behind !== '' && whole.endsWith(behind);
      return isJoint ? [{ key: whole.slice(0, -behind.length), value, below }] : [];
    }),
  );
  const stem = rounds.findLast(({ value }) => value === 200)?.key;
  const small = Array.from({ length: 9 }, (_, index) => {
    const whole = keyFor(201 + index);
    return [stem !== undefined && whole.startsWith(stem) ? whole.slice(stem.length) : '', index + 1] as const;
  });
  return { rounds, small };
}

function roundsIn(words: ReadonlyMap<string, NumberWord>): readonly RoundNumber[] {
  return [...words].flatMap(([key, { value, isOrdinal }]) => {
    const below = [1000, 100, 10].find((each) => value % each === 0);
    return isOrdinal || below === undefined || value < 20 ? [] : [{ key, value, below }];
  });
}

function byFirstLetter(rounds: readonly RoundNumber[]): ReadonlyMap<string, readonly RoundNumber[]> {
  const groups = new Map<string, RoundNumber[]>();
  for (const round of rounds.toSorted((a, b) => b.key.length - a.key.length)) {
    const first = round.key.charAt(0);
    const group = groups.get(first);
    if (group) group.push(round);
    else groups.set(first, [round]);
  }
  return groups;
}
