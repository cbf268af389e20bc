/** Words that titles leave in lower case. */
const minorWords = new Set(
  'a an and as at but by de des die der das du el en for from if in into is it la le les of off on or out over the to up upon vs with'.split(
    ' ',
  ),
);

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** Where and when a scene plays: `London, 1888`, `12:30`, `3 March`, `Monday`. */
const dateline =
  /\d{1,2}[:.]\d{2}\b|\b\d{4}\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*\d|\d.*\b(?:january|february|march|april|june|july|august|september|october|november|december|a\.?m|p\.?m)\b|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

const dedication = /^(?:for|to|in memory of|dedicated to)\s/iu;

/**
 * What a line is by its look alone: `title` is in title case or capitals and has no full stop; `short` is a short line
 * that just ends, as a title in lower case does; `unclear` is a place, a date or a dedication; `prose` is all else.
 */
export type LineLook = 'title' | 'short' | 'unclear' | 'prose';

/** Judges a whole line. A title has at most 12 words and 80 characters here; longer ones need a heading's words. */
export function lineLook(line: string): LineLook {
  const text = line.trim();
  const words = text.match(word) ?? [];
  if (words.length === 0 || words.length > 12 || text.length > 80 || text.includes('\n')) return 'prose';
  if (/[.,;:]$/u.test(text) && !/\.\.\.$/u.test(text)) return 'prose';
  const quoted = /^["“'‘«].*["”'’»]$/u.test(text);
  if (/^["“”„«»'‘—–-]/u.test(text) && !quoted) return 'prose';
  if (dateline.test(text) || dedication.test(text)) return 'unclear';
  const major = words.filter((each) => !minorWords.has(each.toLowerCase()));
  const capitalised = major.length > 0 && major.every((each) => /^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u.test(each));
  const ends = /[!?…"”'’»]$|\.\.\.$/u.test(text);
  if (capitalised && (!ends || major.length >= 2)) return quoted && /[!?…]["”'’»]$/u.test(text) ? 'unclear' : 'title';
  return ends || words.length > 8 ? 'prose' : 'short';
}
