import { expect, it } from 'vitest';
import { layOut } from '../../src/reading/laid-out.js';
import { aChapter, aStory } from '../support/factories.js';

const chapterOf = (id: string) => aChapter({ id, scenes: [{ passages: [{ id: 'p', text: `The lamp of ${id}.` }] }] });

it('a chapter is laid out once, as long as neither it nor what its story says of it changes', () => {
  const chapter = chapterOf('1');
  const story = aStory([chapter]);
  const laidOut = layOut(story, chapter);
  expect(laidOut.pages[0]?.text).toBe('The lamp of 1.');
  expect(layOut({ ...story, problems: [] }, chapter)).toBe(laidOut);
  expect(layOut({ ...story, title: 'Another' }, chapter).composition.parts[1]).toMatchObject({ storyTitle: 'Another' });
  expect(layOut({ ...story, warnings: ['owls'] }, chapter).composition.parts[2]).toMatchObject({ text: 'owls' });
  expect(layOut(story, { ...chapter })).not.toBe(laidOut);
});

it('chapters that nobody read lately are let go', () => {
  const chapters = Array.from({ length: 51 }, (_, at) => chapterOf(`${at}`));
  const story = aStory(chapters);
  const [first, second, ...others] = chapters;
  if (first === undefined || second === undefined) throw new Error('There are no chapters.');
  const laidOut = [layOut(story, first), layOut(story, second)];
  layOut(story, first);
  for (const each of others) layOut(story, each);
  expect(layOut(story, first)).toBe(laidOut[0]);
  expect(layOut(story, second)).not.toBe(laidOut[1]);
});
