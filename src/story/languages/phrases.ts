/** Scripts that put no spaces between words: what is written in them is found inside other words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Matches nothing: for a list without entries. */
const nothing = '(?!)';

/** Entries that begin alike share their beginning, so that a place in a text costs a few steps and not one per entry. */
type Branch = Map<string, Branch>;

const wordStart = '(?<![\\p{L}\\p{M}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{M}\\p{N}])';

/** A key that no atom of a pattern has: an entry ends here. */
const end = '';

/**
 * The source of a pattern (for flags `iu`) for any of the entries of a language's lists, the longest first where one
 * begins another: whole words, any shape of apostrophe, any white space, `*` for any ending. Without capturing groups, so
 * that it can stand in a larger pattern.
 */
export function anyPhrase(phrases: Iterable<string>): string {
  const root: Branch = new Map();
  for (const phrase of phrases) {
    let branch = root;
    for (const atom of [...atomsOf(phrase), end]) {
      const next = branch.get(atom) ?? new Map<string, Branch>();
      branch.set(atom, next);
      branch = next;
    }
  }
  return root.size === 0 ? nothing : sourceOf(root);
}

/** The pattern of a phrase in the smallest parts that can be shared: bounds of words, single letters, white space. */
function atomsOf(phrase: string): readonly string[] {
  const text = phrase.normalize('NFC').toLowerCase();
  const first = text.slice(0, 1);
  const last = text.slice(-1);
  const atoms = (text.match(/[\s-]+|./gsu) ?? []).map(atomOf);
  if (/[\p{L}\p{N}]/u.test(first) && !unspaced.test(first)) atoms.unshift(wordStart);
  if (/[\p{L}\p{N}]/u.test(last) && !unspaced.test(last)) atoms.push(wordEnd);
  return atoms;
}

function atomOf(sign: string): string {
  if (/^[\s-]/u.test(sign)) return '[\\s-]{1,3}';
  if (sign === '*') return '[\\p{L}\\p{M}]*';
  if (/['’]/u.test(sign)) return "['’ʼ´`]?";
  return sign.replace(/[\\^$.+?()[\]{}|/]/u, '\\$&');
}

/** Where many letters may follow, one look at the next sign says whether any of them does. */
const manyWays = 4;

function sourceOf(branch: Branch): string {
  const ways = [...branch].filter(([atom]) => atom !== end && atom !== wordEnd);
  const letters = ways.filter(([atom]) => /^[\p{L}\p{N}]$/u.test(atom));
  const others = ways.filter(([atom]) => !/^[\p{L}\p{N}]$/u.test(atom));
  const isMany = letters.length > manyWays;
  const sources = [...(isMany ? [] : letters), ...others].map(wayOf);
  if (isMany) sources.push(`(?=[${letters.map(([atom]) => atom).join('')}])(?:${letters.map(wayOf).join('|')})`);
  // An end comes last: what goes on from here is longer.
  const ended = branch.get(wordEnd);
  if (ended) sources.push(wayOf([wordEnd, ended]));
  if (branch.has(end)) sources.push('');
  return sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`;
}

function wayOf([atom, next]: readonly [string, Branch]): string {
  return atom + sourceOf(next);
}
