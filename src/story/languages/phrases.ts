/** Scripts that put no spaces between words: what is written in them is found inside other words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Matches nothing: for a list without entries. */
const nothing = '(?!)';

const wordStart = '(?<![\\p{L}\\p{M}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{M}\\p{N}])';

/**
 * What stands before and behind a phrase. Classes of letters are what takes long to compile: they are written once for all
 * phrases with the same bounds. Phrases that end in a sign (`18+`) come first: they are longer than the same without it.
 */
const bounds = [
  { start: wordStart, end: '' },
  { start: '', end: '' },
  { start: wordStart, end: wordEnd },
  { start: '', end: wordEnd },
] as const;

/**
 * The source of a pattern (for flags `iu`) for any of the entries of a language's lists, the longest first where one
 * begins another: whole words, any shape of apostrophe, any white space, `*` for any ending. Without capturing groups, so
 * that it can stand in a larger pattern.
 */
export function anyPhrase(phrases: Iterable<string>): string {
  const texts = [...new Set(phrases)].map((phrase) => phrase.normalize('NFC').toLowerCase());
  const sources = bounds.flatMap(({ start, end }) => {
    const bounded = texts.filter(
      (text) => isWord(text.slice(0, 1)) === (start !== '') && isWord(text.slice(-1)) === (end !== ''),
    );
    return bounded.length === 0 ? [] : [start + sourceOf(branchesOf(bounded)) + end];
  });
  return sources.length === 0 ? nothing : `(?:${sources.join('|')})`;
}

function isWord(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign) && !unspaced.test(sign);
}

/** Phrases that begin alike share their beginning, so that a place in a text costs a few steps and not one per phrase. */
type Branch = Map<string, Branch>;

/** A key that no part of a pattern has: a phrase ends here. */
const ending = '';

function branchesOf(texts: readonly string[]): Branch {
  const root: Branch = new Map();
  for (const text of texts) {
    let branch = root;
    for (const part of [...(text.match(/[\s-]+|./gsu) ?? []).map(partOf), ending]) {
      const next = branch.get(part) ?? new Map<string, Branch>();
      branch.set(part, next);
      branch = next;
    }
  }
  return root;
}

function partOf(sign: string): string {
  if (/^[\s-]/u.test(sign)) return '[\\s-]{1,3}';
  if (sign === '*') return '[\\p{L}\\p{M}]*';
  if (/['’]/u.test(sign)) return "['’ʼ´`]?";
  return sign.replace(/[\\^$.+?()[\]{}|/]/u, '\\$&');
}

/** From so many letters on that may follow, one look at the next sign says whether any of them does. */
const manyLetters = 5;

function sourceOf(branch: Branch): string {
  const ways = [...branch].filter(([part]) => part !== ending);
  const letters = ways.filter(([part]) => /^[\p{L}\p{N}]$/u.test(part));
  const others = ways.filter(([part]) => !/^[\p{L}\p{N}]$/u.test(part));
  const isMany = letters.length >= manyLetters;
  const sources = [...(isMany ? [] : letters), ...others].map(wayOf);
  if (isMany) sources.push(`(?=[${letters.map(([part]) => part).join('')}])(?:${letters.map(wayOf).join('|')})`);
  // The end comes last: what goes on from here is longer.
  if (branch.has(ending)) sources.push('');
  return sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`;
}

function wayOf([part, next]: readonly [string, Branch]): string {
  return part + sourceOf(next);
}
