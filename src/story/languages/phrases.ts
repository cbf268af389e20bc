/** Scripts that put no spaces between words: what is written in them is found inside other words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Matches nothing: for a list without entries. */
const nothing = '(?!)';

/**
 * The source of a pattern (for flags `iu`) for any of the entries of a language's lists, the longest first: whole words, any
 * shape of apostrophe, any white space, `*` for any ending. Without groups, so that it can stand in a larger pattern.
 */
export function anyPhrase(phrases: Iterable<string>): string {
  const sources = [...new Set(phrases)].sort((a, b) => b.length - a.length).map(phraseSource);
  return sources.length === 0 ? nothing : `(?:${sources.join('|')})`;
}

function phraseSource(phrase: string): string {
  const source = phrase
    .normalize('NFC')
    .replace(/[\\^$.*+?()[\]{}|/]/gu, (sign) => (sign === '*' ? '[\\p{L}\\p{M}]*' : `\\${sign}`))
    .replace(/['’]/gu, "['’ʼ´`]?")
    .replace(/[\s-]+/gu, '[\\s-]{1,3}');
  const before = /^[\p{L}\p{N}]/u.test(phrase) && !unspaced.test(phrase.slice(0, 1)) ? '(?<![\\p{L}\\p{M}\\p{N}])' : '';
  const last = phrase.slice(-1);
  const after = /[\p{L}\p{N}]/u.test(last) && !unspaced.test(last) ? '(?![\\p{L}\\p{M}\\p{N}])' : '';
  return before + source + after;
}
