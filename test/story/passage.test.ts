import { describe, expect, test } from 'vitest';
import {
  chapterPassages,
  findPassage,
  makePassages,
  makeScenes,
  plainPassages,
  sameChapter,
} from '../../src/story/passage.js';

describe('passages', () => {
  test('have ids of ten characters that survive edits elsewhere', () => {
    const before = makePassages(['One.', 'Two.', 'Three.']);
    const after = makePassages(['Zero.', 'One.', 'Two, edited.', 'Three.']);
    for (const { id } of before) expect(id).toMatch(/^[0-9a-z]{10}$/u);
    expect(after[1]?.id).toBe(before[0]?.id);
    expect(after[3]?.id).toBe(before[2]?.id);
    expect(after[2]?.id).not.toBe(before[1]?.id);
  });

  test('are told apart when they are equal, over scenes too', () => {
    const scenes = makeScenes([['No.', 'No.'], [], ['No.']]);
    expect(scenes).toHaveLength(2);
    expect(new Set(chapterPassages({ scenes }).map((passage) => passage.id)).size).toBe(3);
  });

  test('can be had as the words that a reader sees, with the same ids', () => {
    const scenes = makeScenes([['She *ran*, \\*fast\\*.'], ['> [home](https://a.example/x) ||at last||']]);
    expect(plainPassages({ scenes })).toEqual([
      { id: chapterPassages({ scenes })[0]?.id, text: 'She ran, *fast*.' },
      { id: chapterPassages({ scenes })[1]?.id, text: 'home at last' },
    ]);
  });
});

describe('findPassage', () => {
  const scenes = makeScenes([['One.', 'Two.'], ['Three.']]);
  const [one, two] = chapterPassages({ scenes });

  test('finds a passage by its id wherever it stands now', () => {
    expect(findPassage({ scenes }, { passageId: one?.id ?? '', index: 2 })).toEqual({ passage: one, index: 0 });
    expect(findPassage({ scenes }, { passageId: two?.id ?? '', index: 99 })).toEqual({ passage: two, index: 1 });
  });

  test.each([
    [-3, 0],
    [1, 1],
    [40, 2],
    [Number.NaN, 0],
  ])('takes the nearest by position for one that is gone: %d becomes %d', (index, found) => {
    expect(findPassage({ scenes }, { passageId: 'gone', index })?.index).toBe(found);
  });
});

test('a chapter is the same where more than half of its passages are kept', () => {
  expect(sameChapter(['a', 'b', 'c'], ['x', 'a', 'c'])).toBe(true);
  expect(sameChapter(['a', 'b'], ['a', 'x'])).toBe(false);
  expect(sameChapter([], ['a'])).toBe(false);
});
