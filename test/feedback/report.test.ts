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
const second: ChapterFeedback = {
  readers: 4,
  pieces: [[emoji('❤️', 5)]],
  reviews: { shown: { reviews: 1, rated: 1, sum: 3 }, hidden: none },
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
    expect(reportReviews([{ shown: { reviews: 2, rated: 0, sum: 0 }, hidden: none }]).mean).toBeUndefined();
    expect(reportReviews([])).toEqual({ reviews: 0, rated: 0, mean: undefined, hidden: 0 });
  });
});

describe('the report of a story', () => {
  it('adds its chapters up, weighs every rating alike, and counts readers by the story', () => {
    expect(reportStory([first, second], 8, 2)).toEqual({
      readers: 8,
      reactions: 11,
      byEmoji: [emoji('❤️', 7), emoji('🔥', 4)],
      reviews: { reviews: 4, rated: 3, mean: 4, hidden: 1 },
      suggestions: 2,
    });
  });
});
