import { monthNames, unitNames, weekdayNames } from './heading/calendar-words.js';
import { fold } from './heading/fold.js';
import { languagesLike, readNumberWords, smallWords } from './heading/heading-words.js';

/**
 * What a line is by its look alone: `title` is in title case or capitals and has no full stop; `short` is a short line
 * that just ends, as a title in lower case or in a script without capitals does; `unclear` is a place, a date, a span of time
 * or a dedication; `prose` is all else.
 */
export type LineLook = 'title' | 'short' | 'unclear' | 'prose';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

const sentenceEnd = /(?:[.,;:。，、；：؛،।]|[.。]["”’»」』])$/u;
const otherEnd = /[!?…！？؟"”'’»」』]$|\.\.\.$/u;

/** `12:30`, `7 a.m.`, `1888`, `3月14日`. */
const clock =
  /\d{1,2}[:.h]\d{2}(?!\d)|(?<!\d)\d{4}(?!\d)|\d\s?(?:[ap]\.?m\b|uhr\b)|[\d一二三四五六七八九十]\s?[月年日号월년일]/u;

const dedication = /^(?:for|to|in memory of|dedicated to)\s/iu;

/** Judges a whole line. A title has at most 12 words and 80 characters here; longer ones need a heading's words. */
export function lineLook(line: string): LineLook {
  const text = line.trim();
  if (text.length > 80 || text.includes('\n')) return 'prose';
  const words = text.match(word) ?? [];
  if (words.length === 0 || words.length > 12) return 'prose';
  if (sentenceEnd.test(text) && !/\.\.\.$/u.test(text)) return 'prose';
  const quoted = /^["“'‘«].*["”'’»]$/u.test(text);
  if (/^["“”„«»'‘—–-]/u.test(text) && !quoted) return 'prose';
  if (isTimeOrPlace(text) || dedication.test(text)) return 'unclear';
  const ends = otherEnd.test(text);
  if (!/[\p{Lu}\p{Ll}\p{Lt}]/u.test(text)) return caselessLook(text, words.length, ends);
  const major = words.filter((each) => !smallWords().has(fold(each)));
  const capitalised = major.length > 0 && major.every((each) => /^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u.test(each));
  if (capitalised && (!ends || major.length >= 2)) return quoted && /[!?…]["”'’»]$/u.test(text) ? 'unclear' : 'title';
  return ends || words.length > 8 ? 'prose' : 'short';
}

/** Without spaces a line of 30 characters is as long as eight words. */
function caselessLook(text: string, words: number, ends: boolean): LineLook {
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
  return ends || (isUnspaced ? text.length > 30 : words > 8) ? 'prose' : 'short';
}

function isTimeOrPlace(text: string): boolean {
  const folded = fold(text.normalize('NFC'));
  if (clock.test(folded)) return true;
  const words = folded.match(/[\p{L}\p{M}']+/gu) ?? [];
  if (words.length > 6) return false;
  if (!/\d/u.test(folded)) return words.length === 1 ? weekdayNames().has(folded) : isSpanInWords(folded);
  return words.some((each) => monthNames().has(each) || weekdayNames().has(each)) || isSpan(folded);
}

/** `2 days later`, `5 лет спустя`. */
function isSpan(folded: string): boolean {
  const behind = /\d\s?([\p{L}\p{M}]+)/u.exec(folded)?.[1];
  return behind !== undefined && unitNames().has(behind);
}

/** `Two weeks later`. */
function isSpanInWords(folded: string): boolean {
  const number = readNumberWords(folded, 0, languagesLike(folded.charAt(0)));
  const behind = number && /^[\s-]([\p{L}\p{M}]+)/u.exec(folded.slice(number.end))?.[1];
  return behind !== undefined && unitNames().has(behind);
}
