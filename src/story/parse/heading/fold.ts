import { isUnspaced } from '../../../languages/words.js';

/** A line with its folded form; a place in one is the same place in the other. */
export interface Line {
  readonly text: string;
  readonly folded: string;
}

/** A text (in NFC) as a line. */
export function asLine(text: string): Line {
  return { text, folded: fold(text) };
}

/** Scripts whose letters are compared without their accents: authors leave them out, capitals above all. */
const accented = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]/u;

const plain = /^[ -~]*$/u;

/** What has no accent to take off, and yet is typed for one another: n2words writes some Ukrainian with a Latin `i`. */
const alike: Readonly<Record<string, string>> = {
  і: 'i',
  ı: 'i',
  İ: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
};

/**
 * A text (in NFC) as it is compared: lower case, without accents, every digit from 0 to 9, every white space a space, full
 * width made narrow. As long as the text itself, so that places in the one are places in the other.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replaceAll('`', "'");
  let folded = '';
  for (const char of text) folded += known.get(char) ?? remember(char);
  return folded;
}

/** Folded characters: texts are made of few. Bounded, for a text may hold all of Unicode. */
const known = new Map<string, string>();
const mostKnown = 5_000;

function remember(char: string): string {
  const folded = foldCharacter(char);
  if (known.size < mostKnown) known.set(char, folded);
  return folded;
}

function foldCharacter(char: string): string {
  const replaced = alike[char];
  if (replaced !== undefined || char.length > 1) return replaced ?? char;
  if (/\s/u.test(char)) return ' ';
  if (/\p{Nd}/u.test(char)) return digitOf(char);
  const code = char.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
  const lower = narrow.toLowerCase();
  const base = accented.test(lower) ? lower.normalize('NFD').charAt(0) : lower;
  return base.length === 1 ? (alike[base] ?? base) : char;
}

/** Unicode keeps ten digits in a row; in its first plane the row begins at a code that ends in 0 or in 6. */
function digitOf(char: string): string {
  const code = char.charCodeAt(0);
  const row = code & ~0xf;
  const zero = /\p{Nd}/u.test(String.fromCharCode(row)) ? row : row + 6;
  return String(code - zero);
}

/** Whether a word goes on at a place of a text: with a letter or a mark of a script that spaces its words. */
export function isInWord(folded: string, at: number): boolean {
  const char = folded[at];
  return char !== undefined && /[\p{L}\p{M}]/u.test(char) && !isUnspaced(char);
}
