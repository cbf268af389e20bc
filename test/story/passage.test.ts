import { describe, expect, test } from 'vitest';
import { chapterPassages, makeScenes, sameChapter } from '../../src/story/passage.js';

describe('passages', () => {
  test('have ids of ten characters that survive edits elsewhere', () => {
    const passages = (...texts: readonly string[]) => chapterPassages({ scenes: makeScenes([texts]) });
    const before = passages('One.', 'Two.', 'Three.');
    const after = passages('Zero.', 'One.', 'Two, edited.', 'Three.');
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
});

test('a chapter is the same where more than half of its passages are kept', () => {
  expect(sameChapter(['a', 'b', 'c'], ['x', 'a', 'c'])).toBe(true);
  expect(sameChapter(['a', 'b'], ['a', 'x'])).toBe(false);
  expect(sameChapter([], ['a'])).toBe(false);
});
