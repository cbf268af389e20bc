import * as z from 'zod';
import { layouts } from '../../pieces/layout.js';
import { partSchema } from '../../pieces/part.js';

/** What a piece says: what it means, in parts, and all else that decides how its message looks. */
export const pieceContentSchema = z.object({
  parts: z.array(partSchema),
  /** White space of the chapter between this piece and the next; a blank line where it is not given. */
  gap: z.string().optional(),
  /** A message that outgrew 2,000 characters when its chapter was edited has become a card, too. */
  layout: z.enum(layouts),
  /** Ids of the passages of which it holds at least a part. */
  passages: z.array(z.string()),
  /** Whether it makes a notification sound on its readers' devices. */
  silent: z.boolean(),
  /** Whether it carries the buttons. */
  controls: z.boolean(),
  /** The post that it opens, in a forum. */
  post: z.object({ name: z.string(), tagIds: z.array(z.string()) }).optional(),
});
export type PieceContent = Readonly<z.infer<typeof pieceContentSchema>>;

/** What Discord is asked to take, word for word; only rendering knows what is in it. */
export const payloadSchema = z.record(z.string(), z.unknown());
export type Payload = Readonly<z.infer<typeof payloadSchema>>;

/** A message-sized part of a chapter, and how far its message has come. */
export const pieceSchema = z.object({
  content: pieceContentSchema,
  /** Makes Discord take a piece once; at most 25 characters, from Discord's documentation of "Create Message". */
  nonce: z.string().max(25),
  /** Frozen until it stands, so that a retry sends the same and a lookup can recognise it. */
  payload: payloadSchema.optional(),
  /** Its message, once it is posted; kept when that is gone. */
  messageId: z.string().optional(),
  /** Who deleted the message, where somebody did: it is never posted again. */
  deletedBy: z.enum(['us', 'others']).optional(),
  /** Whether a thread to talk in was opened on it; the thread has the message's id. */
  hasThread: z.boolean().optional(),
});
export type PostingPiece = Readonly<z.infer<typeof pieceSchema>>;
