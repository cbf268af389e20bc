import { describe, expect, it } from 'vitest';
import { english } from '../../src/languages/en.js';
import { labelIndex } from '../../src/languages/label-index.js';
import type { LabelWords, Language } from '../../src/languages/language.js';
import { foldedWords } from '../../src/languages/words.js';

/** A language with these labels alone. */
function speaking(labels: Partial<LabelWords>): Language {
  const none = {
    note: [],
    edit: [],
    weakNote: [],
    title: [],
    summary: [],
    rating: [],
    warnings: [],
    data: [],
    none: [],
  };
  return { ...english, labels: { ...none, ...labels } };
}

const startOf = (text: string, ...all: readonly Language[]) => labelIndex(all).startOf(foldedWords(text));

describe('an index of labels', () => {
  const known = speaking({ note: ["author's note", 'note'], rating: ['rating'], edit: ['edit'] });

  it.each([
    ['Author’s NOTE', { kind: 'note', words: 2 }],
    ['authors note for all', { kind: 'note', words: 2 }],
    ['Note', { kind: 'note', words: 1 }],
    ['Rating', { kind: 'rating', words: 1 }],
    ['The note', undefined],
    ['Author', undefined],
    ['', undefined],
  ])('reads the longest label that “%s” begins with', (text, found) => {
    expect(startOf(text, known)).toEqual(found);
  });

  it('takes a word in two lists for what an author says, not for what an archive prints', () => {
    expect(startOf('Update', speaking({ data: ['update'], edit: ['update'] }))?.kind).toBe('edit');
    expect(startOf('Disclaimer', speaking({ weakNote: ['disclaimer'], warnings: ['disclaimer'] }))?.kind).toBe(
      'warnings',
    );
  });

  it('takes a word of two languages as the first of them does', () => {
    const [one, two] = [speaking({ title: ['nota'] }), speaking({ note: ['nota'] })];
    expect(startOf('Nota', one, two)?.kind).toBe('title');
    expect(startOf('Nota', two, one)?.kind).toBe('note');
  });
});
