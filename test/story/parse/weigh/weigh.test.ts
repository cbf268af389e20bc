import { expect, test } from 'vitest';
import { parseChapter } from '../../../../src/story/parse-chapter.js';

const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `They waited at gate ${index}, and nobody on the quay said a word.`);

/** What is read of a chapter of so many paragraphs that begins and ends like this, but for its text. */
function around(start: string, end: string, count: number) {
  const { chapter } = parseChapter({ file: '03.txt', text: [start, ...paragraphs(count), end].join('\n\n') });
  if (chapter === undefined) throw new Error('There is no chapter.');
  const { endNotes, notes, number, scenes, summary, title, warnings } = chapter;
  const texts = scenes.flatMap(({ passages }) => passages.map(({ text }) => text));
  return { endNotes, notes, number, summary, title, warnings, first: texts[0], others: texts.length - count };
}

test.each([
  ['A/N: Hello!\nChapter 3: Rain\nIt rained all night.', 'Nobody came.'],
  ['Chapter 3: Rain\nSummary: It rains.\nWarnings: rain', 'A/N: Thanks for reading!\nSee you.'],
  ['Disclaimer: not mine.\nEnjoy!\n\nChapter 3\nRain', '***\n\nPlease review!'],
  ['Title: Rain\nRating: T\nSummary: It rains.\n\nA/N: Hello!\n\nChapter 3', 'TBC'],
])('what stands around a long text is read as that around a short one: %j', (start, end) => {
  expect(around(start, end, 400)).toEqual(around(start, end, 12));
});
