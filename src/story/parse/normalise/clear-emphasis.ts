import { markdownLooks, readMarkers } from '../text-emphasis.js';
import { markPairs } from './mark-pairs.js';

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\u3000-\u303f]/u;
/** A whole name with underscores, which CommonMark takes for emphasis: `_wolf_boy_`. */
const handle = /(?<![\p{L}\p{N}_\\*])_+[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+_+(?![\p{L}\p{N}])/gu;

/**
 * A line of Markdown with what CommonMark would misread made clear: stars beside letters and brackets of scripts without
 * spaces (`他*知道*了`), and names with underscores.
 */
export function clearEmphasis(text: string): string {
  if (!/[*_]/u.test(text) || text.includes('`')) return text;
  const names = text.includes('_') ? text.replace(handle, (name) => name.replace(/_/gu, '\\_')) : text;
  if (!names.includes('*') || !eastAsian.test(names)) return names;
  return markPairs(names, readMarkers(names, markdownLooks).pairs, markdownLooks);
}
