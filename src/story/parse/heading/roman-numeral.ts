const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** Up to 3,999, in the one right spelling: `IIII` is a word. */
const canonical = /^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u;

/** In either case, with the Cyrillic letters that look the same. */
const letters = /[ivxlcdmхісм]{1,15}(?![\p{L}\p{M}\p{N}'])/iuy;
const latin: Readonly<Record<string, string>> = { х: 'x', і: 'i', с: 'c', м: 'm' };

/**
 * Reads a Roman numeral at a place of a text. In lower case (`chapter iv`) only up to 39, and only where `lower` allows it:
 * `mix`, `di` and `i` are words.
 */
export function readRomanNumeral(text: string, at: number, lower: boolean): { value: number; end: number } | undefined {
  letters.lastIndex = at;
  const found = letters.exec(text)?.[0];
  if (found === undefined) return undefined;
  const isUpper = found === found.toUpperCase();
  if (!isUpper && !(lower && /^[ivxхі]+$/u.test(found))) return undefined;
  const numeral = found.toLowerCase().replace(/[хісм]/gu, (char) => latin[char] ?? char);
  if (!canonical.test(numeral)) return undefined;
  const each = [...numeral].map((char) => values[char] ?? 0);
  const value = each.reduce((sum, one, index) => sum + (one < (each[index + 1] ?? 0) ? -one : one), 0);
  return { value, end: at + found.length };
}
