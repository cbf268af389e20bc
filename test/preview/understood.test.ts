import { expect, it } from 'vitest';
import { understood } from '../../src/preview/understood.js';
import { aChapter, aStory } from '../support/factories.js';

const told = (change: Parameters<typeof aChapter>[0], story = {}) => {
  const chapter = aChapter(change);
  return Object.fromEntries(understood(aStory([chapter], story), chapter).map(({ name, value }) => [name, value]));
};

it('what was understood of a chapter is told, and what it does not have is not', () => {
  expect(told({ number: 2, title: 'Rain', warnings: ['storms', 'loss'], rating: 'teen', draft: true })).toMatchObject({
    Number: '2',
    Title: 'Rain',
    Warnings: 'storms, loss',
    Rating: 'teen',
    'Notes before': 'none',
    Draft: 'yes: it is not released',
  });
  const plain = told({ warnings: [], draft: false }, { rating: 'mature' });
  expect(plain).toMatchObject({ Rating: 'mature, from story.yaml' });
  for (const name of ['Warnings', 'Draft', 'Summary', 'Not before', 'Part']) expect(plain).not.toHaveProperty(name);
});

it('the moment before which a chapter does not come is in UTC, and its notes by their first words', () => {
  const facts = told({
    publishAt: new Date('2026-12-24T18:00:00Z'),
    notes: [{ kind: 'edit', text: 'A *comma*.' }],
    endNotes: [{ kind: 'note', text: 'Bye.' }],
  });
  expect(facts).toMatchObject({
    'Not before': '2026-12-24 18:00 UTC',
    'Notes before': 'edit note “A comma.”',
    'Notes after': '“Bye.”',
  });
});
