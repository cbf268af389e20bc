import { readNumberPhrase } from '../../src/story/parse/number-phrase.js';
import { fold } from './fold.js';

/** The number of a chapter as somebody types it. */
export interface TypedPlace {
  /** Absent where a part alone is typed. */
  readonly number?: number;
  readonly part?: number;
  /** The same as one number: `2.3` may be chapter 3 of part 2, or a chapter between 2 and 3. */
  readonly decimal?: number;
}

const forms = [
  /^(?:chapter|chap\.?|ch\.?|c|#|no\.?)? ?(?<number>\d{1,5})$/u,
  /^(?:chapter|chap\.?|ch\.?|c|#|no\.?)? ?(?<part>\d{1,4})\.(?<number>\d{1,4})$/u,
  /^(?:part|pt\.?|book|bk\.?|volume|vol\.?|season|arc|act|p|b|v|s)[ .]?(?<part>\d{1,4})[ ,.:–-]*(?:chapter|chap\.?|ch\.?|c|episode|ep\.?|e|#)[ .]?(?<number>\d{1,5})$/u,
  /^(?:part|pt\.?|book|bk\.?|volume|vol\.?|season|arc|act)[ .]?(?<part>\d{1,4})$/u,
] as const;

/** In UTF-16 units; no number of a chapter takes more words. */
const longestPlace = 100;

/** Reads `2`, `chapter 2`, `#2`, `2.3`, `part 2 chapter 3`, `book two, chapter three`, `p2c3`, `part 2`; undefined where it is no such thing. */
export function readPlace(typed: string): TypedPlace | undefined {
  const text = inDigits(fold(typed)).replace(/\s+/gu, ' ');
  const found = forms.map((form) => form.exec(text)).find((match) => match !== null);
  if (found === undefined) return undefined;
  const { number, part } = found.groups ?? {};
  if (number === undefined) return { part: Number(part) };
  if (part === undefined) return { number: Number(number) };
  const isDotted = text.includes(`${part}.${number}`);
  return { number: Number(number), part: Number(part), ...(isDotted && { decimal: Number(`${part}.${number}`) }) };
}

/** Numbers in words as digits: `book two chapter twenty-one` is `book 2 chapter 21`. */
function inDigits(text: string): string {
  let done = '';
  let rest = text.slice(0, longestPlace);
  while (rest !== '') {
    const read = /^\p{L}/u.test(rest) ? readNumberPhrase(rest) : undefined;
    const word = /^\S*\s*/u.exec(rest)?.[0] ?? rest;
    done += read === undefined ? word : read.value;
    rest = read === undefined ? rest.slice(word.length) : read.rest;
  }
  return done;
}
