import { languages } from '../../../languages/languages.js';
import { lineLook } from '../line-look.js';
import { type FoundNumber, readNumber } from '../number-phrase.js';
import type { Line } from './fold.js';
import type { Heading } from './found-heading.js';
import { readTail } from './heading-tail.js';
import { languagesLike, numberMarks } from './heading-words.js';
import { kindOfTitle } from './kind-heading.js';
import { numbersOf, readCount } from './named-heading.js';

/**
 * Reads a number that stands first, with a title behind it or alone: `5. Harbour`, `V`, `Five`, `5/12`, `No. 5`. Words are read
 * in the language of a tag and in English; without a tag in all, and with less trust: `once` is eleven somewhere.
 */
export function readNumberedHeading(line: Line, tag?: string): Heading | undefined {
  const marked = afterMark(line.folded);
  const number = readLeading(line, marked, tag);
  if (!number || number.letter !== undefined) return undefined;
  const count = readCount(line, { end: number.end, languages: [] });
  if (count?.count !== undefined && count.count < number.value) return undefined;
  const rest = line.text.slice(count?.end ?? number.end);
  const isAlone = !/[\p{L}\p{N}]/u.test(rest);
  const found = isAlone ? readAlone(number, rest) : readTitled(line, number, count?.end ?? number.end);
  if (!found) return undefined;
  const counted = count ? { ...(count.count !== undefined && { count: count.count }) } : {};
  const sure = found.confidence * (count && isAlone ? 0.9 : 1);
  const confidence = marked > 0 ? Math.max(sure, 0.6) : sure;
  return { ...numbersOf(number), kind: 'chapter', ...found, ...counted, text: line.text, confidence };
}

/** `#5`, `No. 5`, `number five`. `No` is a word, too: it wants digits. */
function afterMark(folded: string): number {
  const mark = numberMarks.match(folded, 0);
  const end = mark?.end ?? (/^[#№]/u.test(folded) ? 1 : 0);
  const space = /^\.?\s?/u.exec(folded.slice(end))?.[0].length ?? 0;
  const isWord = (mark?.phrase.length ?? 0) > 2;
  return end > 0 && (isWord || /\d/u.test(folded.charAt(end + space))) ? end + space : 0;
}

/** The longest number in words that is read without a word for a chapter. */
const mostNumberWords = 7;

/** Words are read only where all of the line could be one, or a sign parts them from a title. */
function readLeading(line: Line, at: number, tag: string | undefined): Leading | undefined {
  const numeral = readNumber(line, at, [], false);
  if (numeral) return numeral;
  const end = /[^\p{L}\p{M}\s'-]/u.exec(line.folded.slice(at))?.index ?? line.folded.length;
  if (/[,;!?"”]/u.test(line.folded.charAt(at + end))) return undefined;
  if (line.folded.slice(at, at + end).split(/[\s-]+/u).length > mostNumberWords) return undefined;
  const near = languages.filter((language) => language.tag === 'en' || language.tag === tag);
  const number = readNumber(line, at, near, false);
  if (number || tag !== undefined) return number;
  const foreign = readNumber(line, at, languagesLike(line.folded.charAt(at)), false);
  return foreign && { ...foreign, isForeign: true };
}

interface Leading extends FoundNumber {
  /** A word of a language that nothing else speaks for. */
  readonly isForeign?: boolean;
}

type Found = Pick<Heading, 'form' | 'confidence'> & { readonly title?: string; readonly kind?: Heading['kind'] };

function readAlone({ value, style, dotted, isForeign }: Leading, rest: string): Found | undefined {
  if (/[+%°€$£?!…]|\.\.|\.["”’]$/u.test(rest)) return undefined;
  if (isYear(value)) return style === 'words' ? { form: 'bare', confidence: 0.2 } : undefined;
  if (isForeign) return /[.,]/u.test(rest) ? undefined : { form: 'bare', confidence: 0.25 };
  if (style === 'words') return { form: 'bare', confidence: /[.,]/u.test(rest) ? 0.2 : 0.4 };
  if (style === 'roman') return { form: 'bare', confidence: romanSureness(value) };
  // `-0-` and `0` are rather ornaments.
  return { form: 'bare', confidence: value === 0 ? 0.2 : dotted ? 0.35 : 0.5 };
}

/** A letter is an initial, a pronoun, a vote; `MIX` and `DIM` are words. */
function romanSureness(value: number): number {
  return value > 49 ? 0.2 : [1, 5, 10].includes(value) ? 0.3 : 0.5;
}

function readTitled(line: Line, number: FoundNumber, end: number): Found | undefined {
  const between = /^[\s\p{P}\p{S}]*/u.exec(line.text.slice(end))?.[0] ?? '';
  const title = readTail(line, end, number.style)?.title;
  if (title === undefined || isQuantity(title, between)) return undefined;
  const hasMark = between.trim() !== '';
  // `10.30 Uhr`, `V Harbour` and `Five Harbours` need a sign to be headings.
  if (!hasMark && (number.dotted || number.style === 'roman' || number.style === 'words')) return undefined;
  // `4. September` is a date; `4. The Thirtieth of September` is a title that names one.
  const isDate = lineLook(line.text) === 'unclear' && title.split(/\s+/u).length < 3;
  const look = !number.dotted && isDate ? 'unclear' : lineLook(title);
  if (look === 'prose' || look === 'unclear' || /^\p{Ll}/u.test(title)) return undefined;
  const sure = hasMark ? (number.style === 'roman' ? initialSureness(line.text) : 0.65) : 0.4;
  const fit = look === 'title' ? 1 : !/\p{Lu}/u.test(title) ? 0.8 : hasMark ? 0.65 : 0.4;
  const confidence = sure * fit * (isYear(number.value) ? 0.3 : 1) * (number.style === 'words' ? 0.7 : 1);
  return { form: 'numbered', title, kind: kindOfTitle(title), confidence };
}

/** A sum, a time, a date, a price, an age; a counter of a script without spaces. */
function isQuantity(title: string, between: string): boolean {
  return between === '' || /^["“„«]?\p{N}/u.test(title) || /^[:.,'/%°€$£]\S|^['’]/u.test(between);
}

function isYear(value: number): boolean {
  return value >= 1000 && value < 2200;
}

/** `C. Harbour` is more likely a person; `I`, `V` and `X` count. */
function initialSureness(text: string): number {
  return /^[CDLM](?![IVXLCDM])/u.test(text) ? 0.2 : 0.6;
}
