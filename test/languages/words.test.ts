import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords } from '../../src/languages/words.js';
import { search } from '../support/search.js';

/** The same in the words of Unicode, without a shorter way for English. */
function byTheBook(text: string): readonly string[] {
  const whole = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’ʼ´`](?=\p{L})/gu, '');
  return whole.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

const characters =
  "aZ0’'`´ʼ‘“”—–-…_*. \n\t\u0000\u007f\u0080ªµßÉe\u0301İiﬁ\u2010\u2027\u2028\u2030\u203f\u2044\u205e\u2071ⅣK字ก😀";
const texts = fc
  .array(fc.oneof(fc.constantFrom(...characters), fc.constantFrom('Don’t', "o'clock", "'tis")))
  .map((all) => all.join(''));

describe('folded words', () => {
  test('are the letters, marks and digits of a text', () => {
    expect(foldedWords("“Don’t,” said O'Neill'in A/N 5th")).toEqual(['dont', 'said', 'oneillin', 'a', 'n', '5th']);
    expect(foldedWords('')).toEqual([]);
  });

  test('are what Unicode says, whatever the text holds', () => {
    const same = (text: string) => void expect(foldedWords(text)).toEqual(byTheBook(text));
    fc.assert(fc.property(texts, same), search(800));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), same), search(400));
  });

  test('are so for every character of the first plane between two letters', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      const text = `a${String.fromCharCode(code)}B 'c`;
      if (foldedWords(text).join('|') !== byTheBook(text).join('|')) expect(foldedWords(text)).toEqual(byTheBook(text));
    }
  });

  test('are so for every line of the corpus', () => {
    const folder = new URL('../story/reading/cases/', import.meta.url);
    for (const name of readdirSync(folder, { recursive: true }).map(String)) {
      if (!/\.(?:case|story)$/u.test(name)) continue;
      for (const line of readFileSync(new URL(name, folder), 'utf8').split('\n'))
        expect(foldedWords(line)).toEqual(byTheBook(line));
    }
  });
});
