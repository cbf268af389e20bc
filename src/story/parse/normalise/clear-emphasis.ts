import { markdownLooks, readMarkers } from '../text-emphasis.js';
import { markPairs } from './mark-pairs.js';

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u3000-\u303f]/u;
/** A whole name with underscores, which CommonMark takes for emphasis: `_wolf_boy_`. */
const handle = /(?<![\p{L}\p{N}_\\*])_+[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+_+(?![\p{L}\p{N}])/gu;

/** A star inside a word, and the word. */
const starredWord = /[\p{L}\p{N}'’]+\*[\p{L}\p{N}'’*]*[\p{L}\p{N}]/gu;

/**
 * A line of Markdown with what CommonMark would misread made clear: stars beside letters and brackets of scripts without
 * spaces (`他*知道*了`), names with underscores, and the stars of `f*ck` and `5*3`, which would make italics between them.
 */
export function clearEmphasis(text: string): string {
  if (!/[*_]/u.test(text) || text.includes('`')) return text;
  const names = text.includes('_') ? text.replace(handle, (name) => name.replace(/_/gu, '\\_')) : text;
  if (!names.includes('*')) return names;
  const { pairs, unpaired } = readMarkers(names, markdownLooks);
  if (eastAsian.test(names)) return markPairs(names, pairs, markdownLooks);
  if (unpaired.length > 0) return names;
  return names.replace(starredWord, (word) => (word.split('*').length === 2 ? word.replace('*', '\\*') : word));
}
