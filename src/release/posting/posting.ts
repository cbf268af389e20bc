import * as z from 'zod';
import { channelKinds, type Serial } from '../serial/serial.js';
import { type PieceContent, type PostingPiece, pieceSchema } from './piece.js';
import { planSchema } from './plan.js';

/**
 * A chapter of a serial as it stands in Discord, and what is being done to it: everything that is needed to go on after a
 * crash. How a plan goes on is for {@link advance} alone.
 */
export const postingSchema = z.object({
  guildId: z.string(),
  storyId: z.string(),
  /** The id under which the chapter came out. */
  chapterId: z.string(),
  channelId: z.string(),
  channelKind: z.enum(channelKinds),
  /** Whether it may stand in age-restricted channels only. */
  mature: z.boolean(),
  /** Title as people know it, such as `Chapter 2: What Happened?`. */
  label: z.string(),
  /** Ids of all passages of the chapter as it stands: they recognise it when its file is renamed. */
  passages: z.array(z.string()),
  /** Of the chapter as it stands; unknown for what an earlier version of the bot posted. */
  digest: z.string().optional(),
  /** In the order in which they are read. */
  pieces: z.array(pieceSchema),
  /** The claim under which it was released (see {@link Serial}'s `current`): tells it from an earlier release of its chapter. */
  claimedAt: z.number().optional(),
  /** What is being done to it; nothing, where it rests. */
  plan: planSchema.optional(),
});
export type Posting = Readonly<z.infer<typeof postingSchema>>;

/** Whether a posting is what its serial has under way, rather than an earlier release of the same chapter. */
export function isUnder(posting: Posting, current: Serial['current']): boolean {
  return posting.chapterId === current?.chapterId && posting.claimedAt === current.claimedAt;
}

/** A piece that stands in Discord. */
export interface StandingPiece {
  readonly messageId: string;
  /** Channel or thread in which the message stands. */
  readonly channelId: string;
  readonly passages: readonly string[];
  /** Its number among all pieces of the posting, from 0. */
  readonly index: number;
  readonly content: PieceContent;
}

/** The pieces that stand now, as far as is known, in order. */
export function standingPieces(posting: Posting): readonly StandingPiece[] {
  const channelId = channelOf(posting);
  return posting.pieces.flatMap(({ content, deletedBy, messageId }, index) =>
    messageId === undefined || deletedBy !== undefined
      ? []
      : [{ messageId, channelId, passages: content.passages, index, content }],
  );
}

/** Id of the newest message of a posting that is known, whether it still stands or not. */
export function newestMessageId({ pieces }: Posting): string | undefined {
  return pieces.findLast(({ messageId }) => messageId !== undefined)?.messageId;
}

/** Where its messages stand: the post that its first piece opened, in a forum, else its channel. */
export function channelOf(posting: Posting): string {
  return postOf(posting) ?? posting.channelId;
}

/** Its forum post, once that is opened. It has the id of the message that it begins with. */
export function postOf({ channelKind, pieces: [first] }: Posting): string | undefined {
  return channelKind === 'forum' ? first?.messageId : undefined;
}

/** A piece by its number; throws for one that is not there, which is a bug. */
export function pieceAt({ label, pieces }: Posting, index: number): PostingPiece {
  const piece = pieces[index];
  if (piece === undefined) throw new Error(`There is no piece ${index} in the posting of ${label}.`);
  return piece;
}

/** The message that a piece became; throws for one that has not been posted, which is a bug. */
export function messageOf(posting: Posting, index: number): { readonly channelId: string; readonly messageId: string } {
  const { messageId } = pieceAt(posting, index);
  if (messageId === undefined) throw new Error(`Piece ${index} of ${posting.label} has not been posted.`);
  return { channelId: channelOf(posting), messageId };
}
