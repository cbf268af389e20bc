import { describe, expect, test } from 'vitest';
import { parseStoryFile } from '../../../src/story/parse/story-file.js';

const read = (text: string) => {
  const { rating, problems } = parseStoryFile({ file: 'lamp/story.yaml', text });
  return { rating, codes: problems.map(({ code, at }) => `${code} ${at.line}`) };
};

describe('the rating of a story', () => {
  test.each([
    ['title: A\ntags: [harbour, smut]', 'rating-guessed 2'],
    ['title: A\nrated: M', 'rating-guessed 2'],
    ['title: A\nwarnings:\n  - heights\n  - explicit sexual content', 'rating-guessed 4'],
    ['title: A\nsummary: Not for the young. 18+', 'rating-guessed 2'],
    ['title: A\nrating:\ntags: [lemon]', 'rating-guessed 3'],
  ])('is mature by a sign where none is given: %j', (text, code) => {
    expect(read(text).rating).toBe('mature');
    expect(read(text).codes).toContain(code);
  });

  test('is what is given, whatever the tags say', () => {
    expect(read('rating: teen\ntags: [smut]')).toEqual({ rating: 'teen', codes: [] });
  });

  test('is none where there is neither', () => {
    expect(read('title: The Lamp\ntags: [harbour, mystery]\nwarnings: [heights]')).toEqual({
      rating: undefined,
      codes: [],
    });
  });
});
