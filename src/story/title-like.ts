/** Words that titles leave in lower case. */
const minorWords = new Set(
  'a an and as at but by de des die der das du el en for from if in into is it la le les of off on or out over the to up upon vs with'.split(
    ' ',
  ),
);

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** Where and when a scene plays: `London, 1888`, `12:30`, `3 March`, `Monday`. */
const dateline =
  /\d{1,2}[:.]\d{2}\b|\b\d{4}\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*\d|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

const dedication = /^(?:for|to|in memory of|dedicated to)\s/iu;

/** How surely a line is a title by its look alone. */
export type TitleLikeness = 'title' | 'maybe' | 'no';

/**
 * Judges a whole line: `title` for up to 12 words in title case or capitals with no full stop, `maybe` for what a
 * reader would have to think about (a short line that just ends, a place and date, a dedication), `no` for prose.
 */
export function titleLikeness(line: string): TitleLikeness {
  const text = line.trim();
  const words = text.match(word) ?? [];
  if (words.length === 0 || words.length > 12 || text.length > 80 || text.includes('\n')) return 'no';
  if (/[.,;:]$/u.test(text) && !/…$|\.\.\.$/u.test(text)) return 'no';
  if (/^["“”„«»'‘’—–-]/u.test(text) && !/^(["“'‘«]).*["”'’»]$/u.test(text)) return 'no';
  if (dateline.test(text) || dedication.test(text)) return 'maybe';
  const major = words.filter((each) => !minorWords.has(each.toLowerCase()));
  const capitalised = major.every((each) => /^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u.test(each)) && major.length > 0;
  const ends = /[!?…"”'’»]$|\.\.\.$/u.test(text);
  if (capitalised && (!ends || major.length >= 2)) return 'title';
  return ends || words.length > 8 ? 'no' : 'maybe';
}
