import { z } from 'zod';
import { type Emoji, emojiSchema } from './emoji.js';

/** Whether one reader has one emoji on one message, and since when that is known (epoch milliseconds). */
export const reactionFactSchema = z.object({
  emoji: emojiSchema,
  userId: z.string(),
  present: z.boolean(),
  at: z.number(),
});
export type ReactionFact = Readonly<z.infer<typeof reactionFactSchema>>;

/** By the emoji's key. */
export const reactionCountsSchema = z.record(z.string(), z.object({ display: z.string(), count: z.int().positive() }));
export type ReactionCounts = Readonly<z.infer<typeof reactionCountsSchema>>;

/** How many readers have an emoji on a message. */
export interface EmojiCount {
  readonly emoji: Emoji;
  readonly count: number;
}

/** The counts with one reaction added, or taken away again. */
export function countReaction(counts: ReactionCounts, { emoji, present }: ReactionFact, by: 1 | -1): ReactionCounts {
  if (!present) return counts;
  const { [emoji.key]: known, ...others } = counts;
  const count = (known?.count ?? 0) + by;
  return count <= 0 ? others : { ...others, [emoji.key]: { display: emoji.display, count } };
}

/** Counts with others added, or taken away again. */
export function addReactions(counts: ReactionCounts, others: ReactionCounts, by: 1 | -1): ReactionCounts {
  const sums = new Map(Object.entries(counts));
  for (const [key, { count, display }] of Object.entries(others)) {
    const sum = (sums.get(key)?.count ?? 0) + by * count;
    if (sum > 0) sums.set(key, { display, count: sum });
    else sums.delete(key);
  }
  return Object.fromEntries(sums);
}

/** The most frequent emoji first. */
export function inOrder(counts: ReactionCounts): readonly EmojiCount[] {
  return Object.entries(counts)
    .map(([key, { display, count }]) => ({ emoji: { key, display }, count }))
    .sort((a, b) => b.count - a.count);
}
