import { describe, expect, it } from 'vitest';
import type { EmojiCount } from '../../src/feedback/reaction-counts.js';
import { type ChapterFeedback, reportChapter, reportReviews, reportStory } from '../../src/feedback/report.js';

const none = { reviews: 0, rated: 0, sum: 0 };
const emoji = (display: string, count: number): EmojiCount => ({ emoji: { key: display, display }, count });

const first: ChapterFeedback = {
  readers: 7,
  pieces: [[emoji('🔥', 3)], [], [emoji('❤️', 2), emoji('🔥', 1)]],
  reviews: { shown: { reviews: 3, rated: 2, sum: 9 }, hidden: { reviews: 1, rated: 1, sum: 1 } },
};
describe('the report of a chapter', () => {
  it('adds reactions up over its pieces, by emoji and by piece', () => {
    const report = reportChapter(first);
    expect(report.reactions).toBe(6);
    expect(report.byEmoji).toEqual([emoji('🔥', 4), emoji('❤️', 2)]);
    expect(report.byPiece.map(({ reactions }) => reactions)).toEqual([3, 0, 3]);
  });

  it('gives the mean of the ratings that readers see, with how many they are, and tells of hidden reviews', () => {
    expect(reportChapter(first).reviews).toEqual({ reviews: 3, rated: 2, mean: 4.5, hidden: 1 });
  });

  it('has no mean where nobody gave a rating', () => {
    expect(reportReviews({ shown: { reviews: 2, rated: 0, sum: 0 }, hidden: none }).mean).toBeUndefined();
    expect(reportReviews({ shown: none, hidden: none })).toEqual({ reviews: 0, rated: 0, mean: undefined, hidden: 0 });
  });
});

describe('the report of a story', () => {
  it('weighs every rating alike, and adds up its reactions', () => {
    const sums = {
      byEmoji: [emoji('❤️', 7), emoji('🔥', 4)],
      reviews: { shown: { reviews: 4, rated: 3, sum: 12 }, hidden: { reviews: 1, rated: 1, sum: 1 } },
    };
    expect(reportStory({ ...sums, readers: 8, suggestions: 2 })).toEqual({
      readers: 8,
      reactions: 11,
      byEmoji: [emoji('❤️', 7), emoji('🔥', 4)],
      reviews: { reviews: 4, rated: 3, mean: 4, hidden: 1 },
      suggestions: 2,
    });
  });
});
