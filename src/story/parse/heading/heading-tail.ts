import { lineLook } from '../line-look.js';
import type { FoundNumber } from '../number-phrase.js';
import type { Line } from './fold.js';
import { closingWords } from './heading-words.js';
import { bareTitle } from './prepare-line.js';

/** What follows a heading's word and number. */
export interface HeadingTail {
  /** Absent where nothing but signs follows. */
  readonly title?: string;
  /** How surely this is a title rather than the rest of a sentence, from 0 to 1. */
  readonly confidence: number;
}

const longestTitle = 120;

/** Signs between a number and a title; a sign that opens a title stays with it. */
const separator = /(?:\s|\p{Cf}|\p{VS}|(?![¿¡"“”„«‹「『《〈‘'([{【（#$£€&@])[\p{P}\p{S}])*/uy;

const sentenceEnd = /[.。！？!?…؟।]["”’»」』)]*$/u;

/**
 * Reads what follows at a place of a line as a title. What parts them decides: anything may follow a colon or a dash, few
 * sentences a comma or a full stop, and only what looks like a title a mere space. `undefined` where it is no title.
 */
export function readTail(line: Line, at: number, style: FoundNumber['style'] | 'none'): HeadingTail | undefined {
  separator.lastIndex = at;
  const between = separator.exec(line.text)?.[0] ?? '';
  const rest = line.text.slice(at + between.length);
  const title = bareTitle(rest);
  if (!/[\p{L}\p{N}]/u.test(title)) return bareTail((between + rest).trim());
  // `Chapter 5's`, but not `Chapter 5: 'Storm Warning'`.
  if (title.length > longestTitle || (between === '' && /^['’]\p{L}/u.test(rest))) return undefined;
  const mark = between.trim();
  if (!/\p{Lu}|\p{Ll}/u.test(title) && closingWords().has(title)) return { title, confidence: 0.3 };
  const confidence = sureness(title, { mark, isOpened: /^[\p{Ps}\p{Pi}"]/u.test(rest), between, style });
  return confidence === undefined ? undefined : { title, confidence };
}

/** `Chapter 5.`, `Chapter 5: ???`, `Chapter five?` */
function bareTail(signs: string): HeadingTail {
  const title = /(?<=[\s:])[?!]{2,}$/u.exec(signs)?.[0];
  if (title !== undefined) return { title, confidence: 0.9 };
  return { confidence: /[?!]/u.test(signs) ? 0.6 : 1 };
}

interface Parting {
  readonly mark: string;
  /** A bracket or a quotation mark opens the title. */
  readonly isOpened: boolean;
  readonly between: string;
  readonly style: FoundNumber['style'] | 'none';
}

function sureness(title: string, { mark, isOpened, between, style }: Parting): number | undefined {
  const words = title.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const isSentence = sentenceEnd.test(title) && !/(?:\.\.\.|…|[!?])["”’»]?$/u.test(title);
  if (/\p{L}[.!?]\s+\p{Lu}\p{Ll}/u.test(title) && words > 9) return undefined;
  if (mark === '' && !isOpened && !/\t|\u3000|\s{2}/u.test(between)) return afterSpace(title, words, between, style);
  const isWeak = mark === '' ? !isOpened : /^[.,;!?…、，]+$/u.test(mark);
  const isLower = /^\p{Ll}/u.test(title);
  if (!isWeak) return isSentence && words > 4 ? 0.65 : isLower ? 0.9 : 0.98;
  if (isSentence && words > 3) return undefined;
  if (/[!?…]/u.test(mark)) return 0.3;
  if (!isLower) return words > 12 ? 0.7 : style === 'none' && mark !== ',' ? 0.6 : 0.92;
  if (words > 12 || (mark !== ',' && style !== 'digits')) return undefined;
  return style === 'none' ? 0.3 : style === 'words' ? 0.5 : 0.7;
}

function afterSpace(title: string, words: number, between: string, style: Parting['style']): number | undefined {
  if (!/[\p{Lu}\p{Ll}\p{Lt}]/u.test(title)) return caseless(title, words, between, style);
  if (/^\p{Ll}/u.test(title)) return style === 'digits' && words <= 4 && lineLook(title) === 'short' ? 0.3 : undefined;
  const look = lineLook(title);
  const isDigits = style === 'digits' || style === 'roman';
  if (look === 'title') return isDigits ? 0.9 : style === 'none' ? 0.35 : 0.75;
  if (look === 'short') return words <= 8 ? (isDigits ? 0.6 : 0.4) : undefined;
  if (look === 'unclear') return 0.5;
  return words <= 8 && /[!?…]["”’»]?$/u.test(title) ? 0.4 : undefined;
}

function caseless(title: string, words: number, between: string, style: Parting['style']): number | undefined {
  if (/^\p{N}/u.test(title) || sentenceEnd.test(title) || /[。，、؛،]/u.test(title)) return undefined;
  // Behind a kind it is rather the rest of a word: `回想終わり`.
  if (between === '') return title.length > 16 ? undefined : style === 'none' ? 0.3 : 0.7;
  return words <= 8 && title.length <= 40 ? 0.85 : undefined;
}
