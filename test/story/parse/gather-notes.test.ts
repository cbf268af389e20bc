import { describe, expect, test } from 'vitest';
import { gatherNotes } from '../../../src/story/parse/gather-notes.js';
import { markdownBlocks } from '../../../src/story/parse/markdown-blocks.js';
import { problemList } from '../../../src/story/parse/problem-list.js';
import { sourceLines } from '../../../src/story/parse/source-lines.js';

const notes = (text: string) => gatherNotes(markdownBlocks(sourceLines(text, 1), problemList('a.md')));

describe('the notes of a chapter', () => {
  test.each([
    ['A/N: Sorry!', 'Sorry!'],
    ['A/N Sorry for the wait!', 'Sorry for the wait!'],
    ["Author's Note: Sorry!", 'Sorry!'],
    ['Author’s notes – Sorry!', 'Sorry!'],
    ['**A/N:** Sorry!', 'Sorry!'],
    ['**A/N: Sorry!**', '**Sorry!**'],
    ['*A/N: Sorry!*', '*Sorry!*'],
    ['\\[A/N: Sorry!]', '\\[Sorry!]'],
    ['Note: Sorry!', 'Sorry!'],
    ['EDIT: typos.', 'typos.'],
    ["## Author's Note\n\nSorry!", 'Sorry!'],
    ["**Author's Note**\n\nSorry!", 'Sorry!'],
  ])('%j is shown under our own label as %j, and kept as it was written', (typed, shown) => {
    const [note] = notes(typed);
    expect(note?.unlabelled).toBe(shown);
    expect(note?.text).toBe(typed.replace(/^## /u, ''));
  });

  test.each([
    'Sorry for the wait!',
    'Disclaimer: not mine.',
    "Translator's note: a pun.",
    'Kate: hello there.',
    'Beta: Orso.',
  ])('%j says more than our label, and stays', (typed) => {
    expect(notes(typed)[0]).toEqual({ kind: 'note', text: typed });
  });

  test('a label of which only a part is bold cannot be taken out cleanly, and stays', () => {
    const typed = "**Author's** note: Sorry!";
    expect(notes(typed)).toEqual([{ kind: 'note', text: typed }]);
  });

  test('consecutive paragraphs are one note, whatever stands between them', () => {
    expect(notes('A/N: One.\n\nTwo.\n\n---\n\nA/N: Three.')).toEqual([
      {
        kind: 'note',
        text: 'A/N: One.\n\nTwo.\n\nA/N: Three.',
        unlabelled: expect.stringMatching(/^One\.\n\nTwo\.\n\n/u),
      },
    ]);
  });

  test('an edit note is set apart, and what goes on belongs to it', () => {
    expect(
      notes('Hello.\n\nEDIT (3/4): typos.\n\nAnd a name.\n\nA/N: back again.').map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['note', 'Hello.'],
      ['edit', 'EDIT (3/4): typos.\n\nAnd a name.'],
      ['note', 'A/N: back again.'],
    ]);
  });

  test('who signs a note ends an edit note', () => {
    expect(notes('EDIT: typos.\n\nKit & Juno: We wrote this on a train.').map(({ kind }) => kind)).toEqual([
      'edit',
      'note',
    ]);
  });

  test('a label with nothing behind it leaves no empty note', () => {
    expect(notes("**Author's Note**")).toEqual([{ kind: 'note', text: "**Author's Note**" }]);
    expect(notes('')).toEqual([]);
  });
});
