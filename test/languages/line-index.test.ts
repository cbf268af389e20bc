import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/languages/line-index.js';
import { foldedWords } from '../../src/languages/words.js';

const coverage = (phrases: readonly string[], line: string) => lineIndex(phrases).coverage(foldedWords(line));

describe('an index of whole lines', () => {
  it.each([
    ['« Previous Chapter', 1],
    ['PREVIOUS CHAPTER | next', 1],
    ['The previous chapter', 2 / 3],
    ['Previously', 0],
    ['The lamp', 0],
    ['', 0],
  ])('“%s” consists of its phrases by a share of %d', (line, share) => {
    expect(coverage(['previous chapter', 'next'], line)).toBe(share);
  });

  it('counts numbers to what stands beside them, and a line of numbers as nothing', () => {
    expect(coverage(['page', 'of'], 'Page 3 of 12')).toBe(1);
    expect(coverage(['page', 'of'], '3 12')).toBe(0);
  });

  it('takes the longest phrase, and goes on behind it', () => {
    expect(coverage(['end', 'end of chapter'], 'End of chapter 3')).toBe(1);
    expect(coverage(['end', 'of chapter'], 'End of chapters')).toBeCloseTo(1 / 3);
  });

  it('takes any ending where a star stands', () => {
    expect(coverage(['comment*', 'leave a review*'], 'Leave a reviews, commenting')).toBe(1);
    expect(coverage(['comment*'], 'come')).toBe(0);
    expect(coverage(['comment*', 'comic*'], 'Commenting comics')).toBe(1);
    expect(coverage(['comment*', 'communit*', 'common*'], 'Commenting communities commonly')).toBe(1);
  });

  it.each([
    ['다음 화', '다음 화'],
    ['다음 화', '다음화'],
    ['次の話へ', '次の話へ'],
    ['第一部・完', '第一部 完'],
  ])('finds “%s” in “%s”, however a script without spaces is spaced', (phrase, line) => {
    expect(coverage([phrase], line)).toBe(1);
  });
});
