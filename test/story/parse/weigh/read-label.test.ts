import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../../src/languages/lexicon.js';
import { readLabel } from '../../../../src/story/parse/weigh/read-label.js';

const read = (text: string) => readLabel(text, lexicon.labels);

describe("a paragraph's own label", () => {
  test.each([
    // English
    ['A/N: Sorry!', 'note'],
    ['A/N Sorry for the wait', 'note'],
    ['AN - sorry', 'note'],
    ["Author's Note:", 'note'],
    ['Author’s notes: hello', 'note'],
    ['**A/N:** hello', 'note'],
    ['[A/N: hello]', 'note'],
    ['EDIT (12:30): typos', 'edit'],
    ['Rating: T', 'rating'],
    ['Warnings: blood', 'warnings'],
    ['TW: blood', 'warnings'],
    ['Summary: She leaves.', 'summary'],
    ['Title: The Ferry', 'title'],
    ['Fandom: none', 'data'],
    ['Disclaimer: not mine', 'note'],
    // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Chinese, Korean
    ['Anmerkung der Autorin: Hallo', 'note'],
    ["Note de l'auteur : Salut", 'note'],
    ['Nota de la autora: Hola', 'note'],
    ['Nota da autora: Oi', 'note'],
    ["Note dell'autrice: Ciao", 'note'],
    ['Opmerking van de auteur: Hoi', 'note'],
    ['Od autorki: Hej', 'note'],
    ['От автора: привет', 'note'],
    ['後書き：ありがとう', 'note'],
    ['作者有话说：谢谢', 'note'],
    ['작가의 말: 안녕하세요', 'note'],
    ['Altersfreigabe: P12', 'rating'],
    ['Рейтинг: PG', 'rating'],
    ['Advertencias: sangre', 'warnings'],
    ['Résumé : Elle part.', 'summary'],
  ])('%j is labelled as %s', (text, kind) => {
    expect(read(text)).toMatchObject({ kind });
    expect(read(text)?.certainty).toBeGreaterThanOrEqual(0.5);
  });

  test.each([
    'An owl sat on the roof.',
    'Notes from the field were late.',
    'She said: go.',
    'The rating of the hotel was low.',
    'Warning',
    'Nothing here.',
    'Note that he never asked for any of it: go.',
    '',
    '***',
    'He had an idea: the bucket.',
  ])('%j has no label that is sure', (text) => {
    const label = read(text);
    if (text === 'Warning') expect(label?.isAlone).toBe(true);
    else expect(label?.certainty ?? 0).toBeLessThan(0.5);
  });

  test('says how much of the text it is', () => {
    expect(read('A/N: hello')).toMatchObject({ length: 4, isAlone: false });
    expect(read('**A/N:** hello')).toMatchObject({ length: 6 });
    expect(read("Author's Note")).toMatchObject({ length: 13, isAlone: true });
    expect(read("Author's Note:")).toMatchObject({ length: 14, isAlone: true, certainty: 1 });
  });

  test('is less sure of one with other words behind it, or without a colon', () => {
    const sure = read('Note: hello')?.certainty ?? 0;
    expect(read('Note for my readers over there: hello')?.certainty ?? 0).toBeLessThan(sure);
    expect(read('A note from Kesterel')).toMatchObject({ kind: 'note', isAlone: true, certainty: 0.8 });
    expect(read('AN hello')?.certainty).toBe(0.7);
    expect(read('A/N sorry guys')).toMatchObject({ certainty: 1, isAlone: false, length: 3 });
  });

  test.each([
    ['Note: hello', 1],
    ['Note to you: hello', 0.7],
    ['Note to all of you: hello', 0.4],
    ['Warnings - blood', 0.8],
    ['Author’s note - hello', 0.8],
    ['Note - hello', undefined],
    ['[Note] hello', 1],
    ['[Note for you] hello', 0.6],
    ['Note', 0.7],
    ['Author’s note', 1],
    ['Author’s note.', undefined],
    ['[Rating]', 1],
    ['Notes from Kesterel', undefined],
  ])('%j is one by its mark and its words as surely as %s', (text, certainty) => {
    expect(read(text)?.certainty).toBe(certainty);
  });

  test('looks no further than a line and two hundred units', () => {
    expect(read(`${'x'.repeat(300)}: A/N: hello`)).toBeUndefined();
    expect(read('Once upon a time\nA/N: hello')).toBeUndefined();
  });
});
