import type { EmojiCount } from './reaction-counts.js';
import type { ReviewCounts } from './reviews.js';

/** What one chapter got back, as facts give it; `pieces` holds the reactions to each posted piece, in order. */
export interface ChapterFeedback {
  readonly readers: number;
  readonly pieces: readonly (readonly EmojiCount[])[];
  readonly reviews: ReviewCounts;
}

/** What one chapter got back, summed up over its pieces. */
export interface ChapterSums {
  readonly readers: number;
  /** The most frequent first. */
  readonly byEmoji: readonly EmojiCount[];
  readonly reviews: ReviewCounts;
}

/** What a story got back; `readers` are those of the story, because many read more than one of its chapters. */
export interface StoryFeedback extends ChapterSums {
  readonly suggestions: number;
}

/** What reviews come to; hidden ones are only told of. */
export interface ReviewSummary {
  readonly reviews: number;
  readonly rated: number;
  /** From 1 to 5; undefined where nobody gave a rating. */
  readonly mean: number | undefined;
  readonly hidden: number;
}

/** What the author sees of one chapter among others. */
export interface ChapterTotals {
  /** People who opened it in the private reader. */
  readonly readers: number;
  readonly reactions: number;
  /** Over all pieces, the most frequent first. */
  readonly byEmoji: readonly EmojiCount[];
  readonly reviews: ReviewSummary;
}

/** What the author sees of one chapter. */
export interface ChapterReport extends ChapterTotals {
  /** Per posted piece, in order. */
  readonly byPiece: readonly { readonly reactions: number; readonly byEmoji: readonly EmojiCount[] }[];
}

/** What the author sees of a whole story; each of its readers is counted once. */
export interface StoryReport extends ChapterTotals {
  readonly suggestions: number;
}

/** Puts together what one chapter got back. */
export function reportChapter({ readers, pieces, reviews }: ChapterFeedback): ChapterReport {
  return {
    ...reportSums({ readers, reviews, byEmoji: addUp(pieces.flat()) }),
    byPiece: pieces.map((counts) => ({ reactions: total(counts), byEmoji: counts })),
  };
}

/** Puts together what one chapter got back in all. */
export function reportSums({ byEmoji, readers, reviews }: ChapterSums): ChapterTotals {
  return { readers, reactions: total(byEmoji), byEmoji, reviews: reportReviews(reviews) };
}

/** Puts together what a story got back. */
export function reportStory({ suggestions, ...sums }: StoryFeedback): StoryReport {
  return { ...reportSums(sums), suggestions };
}

/** Puts together what reviews come to. */
export function reportReviews({ hidden, shown }: ReviewCounts): ReviewSummary {
  return {
    reviews: shown.reviews,
    rated: shown.rated,
    mean: shown.rated === 0 ? undefined : shown.sum / shown.rated,
    hidden: hidden.reviews,
  };
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
