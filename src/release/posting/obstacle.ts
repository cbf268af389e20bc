import * as z from 'zod';

/** What keeps a release from being posted until a person changes something. */
export const obstacleSchema = z.discriminatedUnion('kind', [
  /** The channel is gone, hidden from the bot, or of a kind that cannot carry a serial. */
  z.object({ kind: z.literal('channel-unusable') }),
  /** Names as Discord shows them to people, such as `Send Messages`. */
  z.object({ kind: z.literal('permissions-missing'), missing: z.array(z.string()) }),
  /** A mature chapter, and a channel that anyone may read. */
  z.object({ kind: z.literal('age-restriction-missing') }),
  /** Somebody deleted the forum post while its chapter was being posted. */
  z.object({ kind: z.literal('post-gone') }),
  /** Discord said no; its own code and words. */
  z.object({ kind: z.literal('refused'), code: z.number(), message: z.string() }),
]);
export type Obstacle = Readonly<z.infer<typeof obstacleSchema>>;
