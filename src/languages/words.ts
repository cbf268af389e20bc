/** Apostrophes inside words, in the shapes that people type; they are no part of a word when words are compared. */
const apostrophes = /(?<=\p{L})['’ʼ´`](?=\p{L})/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** A text as words for comparing: lower case, no apostrophes, `Don’t` as `dont`, `A/N` as `a`, `n`. */
export function foldedWords(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().replace(apostrophes, '').match(word) ?? [];
}

/** The same words with one space between them: a key under which a phrase can be looked up. */
export function foldedKey(text: string): string {
  return foldedWords(text).join(' ');
}

/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whether a character, word or phrase is written in a script that puts no spaces between words; nothing is not. */
export function isUnspaced(text: string | undefined): boolean {
  return text !== undefined && unspaced.test(text);
}

/** Whether two texts say the same, marks and capitals aside. */
export function sameWords(a: string, b: string): boolean {
  return foldedKey(a) === foldedKey(b);
}
