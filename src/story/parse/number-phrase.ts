import type { Language } from '../../languages/language.js';
import { languages } from '../../languages/languages.js';
import { asLine, isInWord, type Line } from './heading/fold.js';
import { readHanNumeral } from './heading/han-numeral.js';
import { readNumberWords } from './heading/heading-words.js';
import { readHebrewNumeral } from './heading/hebrew-numeral.js';
import { readRomanNumeral } from './heading/roman-numeral.js';

/** A number that was read in a line, with the place where it ends. */
export interface FoundNumber {
  readonly value: number;
  readonly end: number;
  readonly style: 'digits' | 'roman' | 'han' | 'letters' | 'words';
  /** It says so (`5th`, `fifth`, `5.`); Roman numerals never do. */
  readonly isOrdinal: boolean;
  /** `1.10`: its halves, for it may be an arc and a number. */
  readonly dotted?: { readonly part: number; readonly number: number };
  /** `b` of `5b`. */
  readonly letter?: string;
}

const digits = /(\d{1,5})(?:\.(\d{1,3}))?(?!\d)/uy;

/** What is written behind digits for an ordinal, folded: `5th`, `5ème`, `5.º`, `5:e`, `5-я`. */
const ordinalEnding =
  /(?:st|nd|rd|th|\.?[ºª°]|ere?|re|eme|e|nde?|de|ste|te|:[ae]|-?(?:я|и|е|а|ая|ыи|ии|ои|го|та|ша))(?![\p{L}\p{M}\p{N}])/uy;

/**
 * Reads a number at a place of a line: digits of any script, Roman, Chinese and Hebrew numerals, and words of some languages.
 * `iv` and Hebrew letters are numbers only behind a word such as `chapter`.
 */
export function readNumber(
  line: Line,
  at: number,
  among: Iterable<Language>,
  behindNoun: boolean,
): FoundNumber | undefined {
  const inDigits = readDigits(line.folded, at);
  if (inDigits) return inDigits;
  const han = readHanNumeral(line.folded, at);
  if (han) return { ...han, style: 'han', isOrdinal: false };
  const words = readNumberWords(line.folded, at, among);
  const letters = behindNoun ? readHebrewNumeral(line.folded, at) : undefined;
  if (letters && letters.end > (words?.end ?? at)) return { ...letters, style: 'letters', isOrdinal: false };
  if (words) return { ...words, style: 'words' };
  const roman = readRomanNumeral(line.text, at, behindNoun);
  return roman && { ...roman, style: 'roman', isOrdinal: false };
}

function readDigits(folded: string, at: number): FoundNumber | undefined {
  digits.lastIndex = at;
  const found = digits.exec(folded);
  if (!found) return undefined;
  const [written, whole = '', behind] = found;
  const number = { value: Number(written), style: 'digits', isOrdinal: false, end: at + written.length } as const;
  ordinalEnding.lastIndex = number.end;
  if (ordinalEnding.test(folded)) return { ...number, end: ordinalEnding.lastIndex, isOrdinal: true };
  const letter = /^[a-h](?![\p{L}\p{M}\p{N}'])/u.exec(folded.slice(number.end, number.end + 2))?.[0];
  if (letter !== undefined) return { ...number, end: number.end + 1, letter };
  if (isInWord(folded, number.end)) return undefined;
  return behind === undefined ? number : { ...number, dotted: { part: Number(whole), number: Number(behind) } };
}

/** A number at the start of a text, and what follows it, white space included. */
export interface NumberPhrase {
  readonly value: number;
  readonly rest: string;
}

/**
 * Reads `12`, `2.5`, `3rd`, `IV`, `twenty-one`, `the Third`, in the words of every language, or of those given, at the start
 * of a text; up to 99,999 in digits.
 */
export function readNumberPhrase(text: string, among: readonly Language[] = languages): NumberPhrase | undefined {
  const line = asLine(text.normalize('NFC'));
  const start = /^(?:no\.? ?|#|№ ?|the )?/u.exec(line.folded)?.[0].length ?? 0;
  const found = readNumber(line, start, among, true);
  return found && { value: found.value, rest: line.text.slice(found.end) };
}
