/**
 * Apostrophes inside words, in the shapes that people type; they are no part of a word when words are compared. The sign stands
 * first: what is looked for at every place should be rare.
 */
const apostrophes = /['’ʼ´`](?<=\p{L}.)(?=\p{L})/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** English and its punctuation, which need no tables of letters: seven times as fast, and most of what is read. */
const plain = /^[\0-\x7f\u2010-\u2027\u2030-\u205e]*$/;
const plainApostrophes = /['’`](?<=[a-z].)(?=[a-z])/g;
const plainWord = /[a-z0-9]+/g;

/** A text as words for comparing: lower case, no apostrophes, `Don’t` as `dont`, `A/N` as `a`, `n`. */
export function foldedWords(text: string): readonly string[] {
  if (plain.test(text)) return text.toLowerCase().replace(plainApostrophes, '').match(plainWord) ?? [];
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
