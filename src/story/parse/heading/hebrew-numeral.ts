const letters: readonly (readonly [number, string])[] = [
  [400, 'ת'],
  [300, 'ש'],
  [200, 'ר'],
  [100, 'ק'],
  [90, 'צ'],
  [80, 'פ'],
  [70, 'ע'],
  [60, 'ס'],
  [50, 'נ'],
  [40, 'מ'],
  [30, 'ל'],
  [20, 'כ'],
  [16, 'טז'],
  [15, 'טו'],
  [10, 'י'],
  [9, 'ט'],
  [8, 'ח'],
  [7, 'ז'],
  [6, 'ו'],
  [5, 'ה'],
  [4, 'ד'],
  [3, 'ג'],
  [2, 'ב'],
  [1, 'א'],
];

const values = new Map(letters.map(([value, letter]) => [letter, value] as const));

const word = /[א-ת]{1,3}(?:["״][א-ת]|['׳])?(?![\p{L}\p{M}\p{N}])/uy;

/**
 * Reads a number written in Hebrew letters (`ה`, `י״א`, `ט״ז`) at a place of a folded text, to 999. Without its marks it must
 * be the last word before a sign or the end: most short words could be numbers, too.
 */
export function readHebrewNumeral(folded: string, at: number): { value: number; end: number } | undefined {
  word.lastIndex = at;
  const found = word.exec(folded)?.[0];
  if (found === undefined) return undefined;
  const end = at + found.length;
  const bare = found.replace(/["״'׳]/gu, '');
  if (bare === found && /^\s+[\p{L}\p{N}]/u.test(folded.slice(end))) return undefined;
  const value = [...bare].reduce((sum, letter) => sum + (values.get(letter) ?? 0), 0);
  return value > 0 && value < 1000 && spelling(value) === bare ? { value, end } : undefined;
}

/** A number has one spelling; other words that could be summed up are words. */
function spelling(value: number): string {
  let rest = value;
  let spelt = '';
  for (const [each, letter] of letters) {
    while (rest >= each) [spelt, rest] = [spelt + letter, rest - each];
  }
  return spelt;
}
