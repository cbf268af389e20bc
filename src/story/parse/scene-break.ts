import { lexicon } from '../../languages/lexicon.js';
import { foldedWords } from '../../languages/words.js';

/** Signs that authors draw breaks with. Quotation marks, ellipses and brackets around words are not among them. */
const sign = String.raw`[\p{S}\p{Pd}\p{Pc}\p{Lm}*#@&%§†‡•·⋅‥※⁂⁑/\\・･、｡]`;
const mark = String.raw`(?:${sign}|\p{Extended_Pictographic}|\ufe0f|\u200d|[\u{1F3FB}-\u{1F3FF}\u{1F1E6}-\u{1F1FF}])`;
/** Signs, and what may stand between them. */
const ornaments = new RegExp(String.raw`^(?=.*${mark})(?:${mark}|[\s.:;,(){}\[\]'’!])+$`, 'u');
/** Three signs are a row, whatever they are; so are two with space between them, and letters of kisses do not count. */
const signs = new RegExp(mark, 'gu');
/** A sign that by itself is a break to everybody. */
const single = /^[⁂❦☙❧❖✦✧★☆♥♡❤◇◆§#*~※○●◦■□☾☽✿❀—–•×]\ufe0f?$/u;
const dots = /^(?:[.:·・‧]\s+){2,}[.:·・‧]$|^・{3,}$/u;

/** `oOo`, `xXx`, `X X X`, `o-o-o`, `~o0o~`: at least three such letters, or one between ornaments. */
const letters = /^[\s~*=.•·_<>|/\\+⋅⋆☆★-]*[oO0xX](?:[\s~*=.•·_<>|/\\+⋅⋆☆★-]*[oO0xX])*[\s~*=.•·_<>|/\\+⋅⋆☆★-]*$/u;
/** How letters end, not scenes. */
const kisses = /^(?:xo)+x?$|^(?:ox)+o?$/iu;

/** Whole tags that draw a line. */
const rule = /^(?:<\/?(?:hr|br|center|p|div)\b[^<>]*>|\[hr\]|\s|\*{3,})+$/iu;

const longest = 120;
/** A longer line that begins with three words is none; most lines are told apart here. */
const shortOrnament = 30;
const prose = /^["“„«'‘]?\p{L}[\p{L}\p{M}'’-]*,?\s\p{L}[\p{L}\p{M}'’-]*,?\s\p{L}/u;

/**
 * How surely a line is a scene break, from 0 to 1: 1 for ornaments (`***`, `~*~`, `oOo`), one clear sign (`⁂`) and the words
 * `line break`; less for initials between signs (`~TW~`), a pair of signs, a row of emoji. Never a line with other words.
 */
export function breakCertainty(line: string): number {
  // Full-width signs draw as their narrow kin do.
  const text = line
    .slice(0, longest + 1)
    .trim()
    .normalize('NFKC')
    .replace(/\\(?=[*_~#-])/gu, '');
  if (text === '' || text.length > longest || (text.length > shortOrnament && prose.test(text))) return 0;
  if (single.test(text) || rule.test(text)) return 1;
  if (dots.test(text)) return 0.9;
  const dense = text.replace(/\s/gu, '');
  if (letters.test(text)) return lettersCertainty(dense);
  if (ornaments.test(text)) return ornamentCertainty(text, dense);
  return Math.max(wordsBetween(text), initialsBetween(text));
}

/** Whether a line is a scene break beyond doubt, whatever stands around it. */
export function isSceneBreak(line: string): boolean {
  return breakCertainty(line) >= 1;
}

function lettersCertainty(dense: string): number {
  if (dense.length < 3 || kisses.test(dense) || /^(?:0+|o+)$/u.test(dense)) return 0;
  return /^x+$/u.test(dense) ? 0.6 : 1;
}

function ornamentCertainty(text: string, dense: string): number {
  const found = text.match(signs) ?? [];
  const isPictures = /\p{Extended_Pictographic}/u.test(text) && !/[\u2600-\u27bf*~=_-]/u.test(text);
  // A message of one emoji stands in chats; three of a kind draw a line.
  if (isPictures) return found.length < 3 ? 0.4 : new Set(found).size === 1 ? 0.95 : 0.7;
  // `:)`, `?!`, `<3` and `...` are said, not drawn.
  if (/^[:;=8<>^'’.,!()[\]{}]{1,3}$/u.test(dense)) return dense === '<>' ? 0.8 : 0;
  if (found.length >= 3 || dense.length >= 3) return 1;
  return found.length === 2 ? 0.8 : 0.6;
}

/** `[line break]`, `--Page Break--`, `~break~`, `LINE BREAK`. */
function wordsBetween(text: string): number {
  const words = foldedWords(text);
  if (words.length === 0 || lexicon.breaks.coverage(words.slice(0, 4)) === 0) return 0;
  // `time skip brought to you by …` is a joke that goes on.
  if (words.length > 4) return isJoke(words) && !/[.]$/u.test(text) ? 0.75 : 0;
  if (lexicon.breaks.coverage(words) < 1) return 0;
  const isSet = /^[^\p{L}\p{N}\s]+.*[^\p{L}\p{N}\s]$/u.test(text);
  // `break` alone is a word; between signs, in capitals or with another it is none.
  if (isSet) return 1;
  return words.length > 1 ? (/[.!?…]$/u.test(text) ? 0.3 : 1) : /^\p{Lu}{4,}$/u.test(text) ? 0.7 : 0.2;
}

/** A line that begins with two words for a break has nothing else to say. */
function isJoke(words: readonly string[]): boolean {
  return lexicon.breaks.coverage(words.slice(0, 2)) >= 1 || /^timeskips?$/u.test(words[0] ?? '');
}

/** `~TW~`, `-SPN-SPN-`, `HPHPHPHP`: initials as an ornament, between signs or over and over. */
function initialsBetween(text: string): number {
  const over = /^(\p{Lu}{2,4})(?:[\s~*=.-]?\1){2,}$/u.test(text);
  if (over) return 0.9;
  const between = /^([~*=_+–—-]+)\s?(\p{L}{1,5}(?:[\s/&~*=_+–—-]{1,3}\p{L}{1,5}){0,3})\s?([~*=_+–—-]+)$/u.exec(text);
  const word = between?.[2] ?? '';
  if (word === '') return 0;
  // `*thud*` is a sound.
  return word === word.toUpperCase() && word !== word.toLowerCase() ? 0.75 : 0;
}
