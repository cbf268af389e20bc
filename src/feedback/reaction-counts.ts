import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { type Emoji, emojiSchema } from './emoji.js';

/** Whether one reader has one emoji on one message, and since when that is known (epoch milliseconds). */
export const reactionFactSchema = z.object({
  emoji: emojiSchema,
  userId: z.string(),
  present: z.boolean(),
  at: z.number(),
});
export type ReactionFact = Readonly<z.infer<typeof reactionFactSchema>>;

/**
 * By the emoji's key. `who` is a sum over the readers' ids that tells one set of as many readers from another; unknown where an
 * earlier version began to count, and in sums.
 */
export const reactionCountsSchema = z.record(
  z.string(),
  z.object({ display: z.string(), count: z.int().positive(), who: z.int().nonnegative().optional() }),
);
export type ReactionCounts = Readonly<z.infer<typeof reactionCountsSchema>>;

/** How many readers have an emoji on a message. */
export interface EmojiCount {
  readonly emoji: Emoji;
  readonly count: number;
}

/** The counts with one reaction added, or taken away again. */
export function countReaction(
  counts: ReactionCounts,
  { emoji, present, userId }: ReactionFact,
  by: 1 | -1,
): ReactionCounts {
  if (!present) return counts;
  const { [emoji.key]: known = { display: emoji.display, count: 0, who: 0 }, ...others } = counts;
  const count = known.count + by;
  if (count <= 0) return others;
  const who = known.who === undefined ? undefined : (known.who + by * markOf(userId) + range) % range;
  return { ...others, [emoji.key]: { display: emoji.display, count, who } };
}

/** Whether counts are those of just these readers, by the emoji's key: then it need not be looked who each of them is. */
export function countsJust(counts: ReactionCounts, userIds: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const given = [...userIds].filter(([, users]) => users.size > 0);
  return (
    given.length === Object.keys(counts).length &&
    given.every(([key, users]) => {
      const known = Object.hasOwn(counts, key) ? counts[key] : undefined;
      const who = [...users].reduce((sum, userId) => (sum + markOf(userId)) % range, 0);
      return known?.count === users.size && known.who === who;
    })
  );
}

/** Sums stay below this: of two of them, a number holds all digits. */
const range = 2 ** 48;

/** A number that stands for a reader, spread evenly over the range. */
function markOf(userId: string): number {
  return crc32(userId) * 2 ** 16 + (crc32(`${userId}:`) % 2 ** 16);
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
