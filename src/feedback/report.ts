import type { EmojiCount } from './reactions.js';
import type { ReviewCounts, ReviewSum } from './reviews.js';

/** What one chapter got back, as facts give it; `pieces` holds the reactions to each posted piece, in order. */
export interface ChapterFeedback {
  readonly readers: number;
  readonly pieces: readonly (readonly EmojiCount[])[];
  readonly reviews: ReviewCounts;
}

/** What reviews come to; hidden ones are only told of. */
export interface ReviewSummary {
  readonly reviews: number;
  readonly rated: number;
  /** From 1 to 5; undefined where nobody gave a rating. */
  readonly mean: number | undefined;
  readonly hidden: number;
}

/** What the author sees of one chapter. */
export interface ChapterReport {
  /** People who opened it in the private reader. */
  readonly readers: number;
  readonly reactions: number;
  /** Over all pieces, the most frequent first. */
  readonly byEmoji: readonly EmojiCount[];
  /** Per posted piece, in order. */
  readonly byPiece: readonly { readonly reactions: number; readonly byEmoji: readonly EmojiCount[] }[];
  readonly reviews: ReviewSummary;
}

/** What the author sees of a whole story. */
export interface StoryReport {
  /** People who opened any chapter, each counted once. */
  readonly readers: number;
  readonly reactions: number;
  readonly byEmoji: readonly EmojiCount[];
  readonly reviews: ReviewSummary;
  readonly suggestions: number;
}

/** Puts together what one chapter got back. */
export function reportChapter({ readers, pieces, reviews }: ChapterFeedback): ChapterReport {
  const byEmoji = addUp(pieces.flat());
  return {
    readers,
    reactions: total(byEmoji),
    byEmoji,
    byPiece: pieces.map((counts) => ({ reactions: total(counts), byEmoji: counts })),
    reviews: reportReviews([reviews]),
  };
}

/** Adds chapters up; `readers` are those of the story, because many read more than one of its chapters. */
export function reportStory(chapters: readonly ChapterFeedback[], readers: number, suggestions: number): StoryReport {
  const byEmoji = addUp(chapters.flatMap(({ pieces }) => pieces.flat()));
  return {
    readers,
    reactions: total(byEmoji),
    byEmoji,
    reviews: reportReviews(chapters.map(({ reviews }) => reviews)),
    suggestions,
  };
}

/** Sums up the reviews of any number of chapters. */
export function reportReviews(counts: readonly ReviewCounts[]): ReviewSummary {
  const shown = counts.map((each) => each.shown).reduce(plus, noReviews);
  const hidden = counts.map((each) => each.hidden).reduce(plus, noReviews);
  return {
    reviews: shown.reviews,
    rated: shown.rated,
    mean: shown.rated === 0 ? undefined : shown.sum / shown.rated,
    hidden: hidden.reviews,
  };
}

const noReviews: ReviewSum = { reviews: 0, rated: 0, sum: 0 };

function plus(a: ReviewSum, b: ReviewSum): ReviewSum {
  return { reviews: a.reviews + b.reviews, rated: a.rated + b.rated, sum: a.sum + b.sum };
}

function total(counts: readonly EmojiCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function addUp(counts: readonly EmojiCount[]): readonly EmojiCount[] {
  const sums = new Map<string, EmojiCount>();
  for (const { emoji, count } of counts) {
    sums.set(emoji.key, { emoji, count: count + (sums.get(emoji.key)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}
