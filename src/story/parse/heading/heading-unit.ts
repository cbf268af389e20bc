import type { Language } from '../../../languages/language.js';
import { isUnspaced } from '../../../languages/words.js';
import { type FoundNumber, readNumber } from '../number-phrase.js';
import type { Line } from './fold.js';
import { articles, type Noun, nouns, numberMarks, openers, readNumberWords } from './heading-words.js';

/** A word for a chapter or a part with its number: `Chapter 5`, `the Fifth Chapter`, `第五章`. */
export interface HeadingUnit {
  readonly is: 'chapter' | 'part';
  readonly number: FoundNumber;
  readonly languages: readonly Language[];
  readonly start: number;
  readonly end: number;
  /** How surely these words are a heading's, from 0 to 1. */
  readonly confidence: number;
}

const gap = /[\s.]*/uy;

/** How far behind a number in words its noun may stand. */
const mostWordsBefore = 7;

/** Reads the word and its number at a place of a line, in either order. */
export function readUnit(line: Line, at: number): HeadingUnit | undefined {
  return readWordFirst(line, at) ?? readOpened(line, at) ?? readNumberFirst(line, at);
}

function readWordFirst(line: Line, at: number): HeadingUnit | undefined {
  const word = nouns.match(line.folded, at);
  const first = word?.values.filter((noun) => noun.behind === undefined) ?? [];
  if (!word || first.length === 0) return undefined;
  const place = skipMarks(line.folded, word.end);
  const spoken = languagesOf(first);
  const number =
    readNumber(line, place, spoken, true) ?? readNumber(line, afterArticle(line, place, spoken), spoken, true);
  if (!number) return undefined;
  // `No`, `C` and `Ep` are other words, too: their numbers must be written as such.
  const isShort = word.phrase.length <= 2 && !isUnspaced(word.phrase[0]);
  const isWordy = number.style === 'words' && line.folded.charAt(word.end) !== '.';
  if (isShort && (isWordy || (word.phrase.length === 1 && number.style !== 'digits'))) return undefined;
  return unitOf(first, number, at, number.end, word.phrase.length === 1 ? 0.5 : sureness(number));
}

/** `.`, `#`, `no.` between a word and its number; a colon or a dash only before digits. */
function skipMarks(folded: string, from: number): number {
  let place = skipGap(folded, from);
  const sign = /^[:#№–—-]\s*(?=[#\d])/u.exec(folded.slice(place, place + 4));
  if (sign) place += sign[0].length;
  const mark = numberMarks.match(folded, place);
  if (mark && /[\s.\d#]/u.test(folded.charAt(mark.end))) place = skipGap(folded, mark.end);
  else if (/[#№]/u.test(folded.charAt(place))) place = skipGap(folded, place + 1);
  return place;
}

/** Behind an article of some languages, or the place itself: `o` is an article here and a number there. */
function afterArticle({ folded }: Line, at: number, among?: readonly Language[]): number {
  const article = articles.match(folded, at);
  const isKnown = article?.values.some((language) => !among || among.includes(language));
  return article && isKnown && folded.charAt(article.end) === ' ' ? article.end + 1 : at;
}

function readOpened(line: Line, at: number): HeadingUnit | undefined {
  const opener = openers.match(line.folded, at);
  if (!opener) return undefined;
  const number = readNumber(line, skipGap(line.folded, opener.end), opener.values, false);
  const word = number && nouns.match(line.folded, skipGap(line.folded, number.end));
  const fitting = word?.values.filter((noun) => noun.behind === opener.phrase) ?? [];
  return number && word && fitting.length > 0 ? unitOf(fitting, number, at, word.end, 1) : undefined;
}

/** `5th Chapter`, `5. fejezet`, `5화`, `The Fifth Chapter`. `5 chapters` and `one part` count something else. */
function readNumberFirst(line: Line, at: number): HeadingUnit | undefined {
  const start = afterArticle(line, at);
  const read = readNumeralFirst(line, at, start) ?? readOrdinalFirst(line, at, start);
  return read ?? (start === at ? undefined : readOrdinalFirst(line, at, at));
}

function readNumeralFirst(line: Line, at: number, start: number): HeadingUnit | undefined {
  const number = readNumber(line, start, [], false);
  if (!number) return undefined;
  const place = skipGap(line.folded, number.end);
  const isOrdinal = number.isOrdinal || line.folded.charAt(number.end) === '.' || isLongRoman(number, start);
  const word = nouns.match(line.folded, line.folded.charAt(place) === '-' ? place + 1 : place);
  const fitting = word?.values.filter(({ behind }) => behind === '' || (isOrdinal && behind === undefined)) ?? [];
  if (!word || fitting.length === 0) return undefined;
  return unitOf(fitting, number, at, word.end, isOrdinal || isUnspaced(word.phrase[0]) ? 0.95 : 0.6);
}

/** `V` and `M` are letters. */
function isLongRoman({ style, end }: FoundNumber, start: number): boolean {
  return style === 'roman' && end - start > 1;
}

/** The noun is looked for first: it tells whose numbers are to be read. */
function readOrdinalFirst(line: Line, at: number, start: number): HeadingUnit | undefined {
  let place = start;
  for (let count = 0; count < mostWordsBefore; count += 1) {
    const space = line.folded.indexOf(' ', place);
    if (space < 0) return undefined;
    const word = nouns.match(line.folded, space + 1);
    const fitting = word?.values.filter(({ behind }) => behind === undefined || behind === '') ?? [];
    const number = word && fitting.length > 0 ? readNumberWords(line.folded, start, languagesOf(fitting)) : undefined;
    if (word && number?.isOrdinal && afterArticle(line, number.end + 1, languagesOf(fitting)) === space + 1) {
      return unitOf(fitting, { ...number, style: 'words' }, at, word.end, 0.9);
    }
    place = space + 1;
  }
  return undefined;
}

function unitOf(found: readonly Noun[], number: FoundNumber, start: number, end: number, sure: number): HeadingUnit {
  const is = found.find((noun) => !noun.isWeak)?.is ?? 'chapter';
  const confidence = sure * (found.every((noun) => noun.isWeak) ? 0.6 : is === 'part' ? 0.9 : 1);
  return { is, number, languages: languagesOf(found), start, end, confidence };
}

function sureness({ style }: FoundNumber): number {
  return style === 'digits' || style === 'han' ? 1 : 0.95;
}

function languagesOf(found: readonly Noun[]): readonly Language[] {
  return [...new Set(found.map(({ language }) => language))];
}

function skipGap(folded: string, from: number): number {
  gap.lastIndex = from;
  gap.test(folded);
  return Math.max(from, gap.lastIndex);
}
