import { z } from 'zod';
import { layouts } from '../../pieces/layout.js';
import { partSchema } from '../../pieces/part.js';
import { channelKinds } from '../serial/serial.js';
import { obstacleSchema } from './obstacle.js';

/** A message-sized part of a chapter, frozen as it is sent. */
export const pieceSchema = z.object({
  kind: z.literal('piece'),
  /**
   * Exactly what is shown: frozen, so that a retry sends the same and a lookup can recognise it. At most 2,000 characters, or
   * 4,000 in a card.
   */
  content: z.string(),
  /** What `content` consists of. */
  parts: z.array(partSchema),
  /** The chapter's own words in it, where styles were closed or opened again around them; else `content` has them as they are. */
  source: z.string().optional(),
  /** White space of the chapter between this piece and the next; a blank line where it is not given. */
  gap: z.string().optional(),
  /** A message that outgrew 2,000 characters when its chapter was edited has become a card, too. */
  layout: z.enum(layouts).default('messages'),
  /** Makes Discord take a piece once; at most 25 characters, from Discord's documentation of "Create Message". */
  nonce: z.string().max(25),
  /** Ids of the passages of which it holds at least a part. */
  passages: z.array(z.string()),
  /** Role that this piece pings, and the only mention it may resolve. */
  roleId: z.string().optional(),
  /** Whether it makes a notification sound on its readers' devices. */
  silent: z.boolean(),
  /** Whether it carries the buttons. */
  controls: z.boolean(),
  /** The post that it opens, in a forum. */
  post: z.object({ name: z.string(), tagIds: z.array(z.string()) }).optional(),
});

/** What is done to a piece once all pieces stand. `piece` counts steps from 0. */
const followUpSchema = z.discriminatedUnion('kind', [
  /** Publishes a piece of an announcement channel to the channels that follow it. */
  z.object({ kind: z.literal('publish'), piece: z.int() }),
  /** Opens a thread on a piece to talk in. */
  z.object({ kind: z.literal('thread'), piece: z.int(), name: z.string() }),
  /** Puts the bot's own reaction on a piece, for readers to follow. */
  z.object({ kind: z.literal('seed'), piece: z.int(), emoji: z.string() }),
]);

/**
 * How far a piece has come. `sending` is written before Discord is asked and `sent` after its answer, so that whoever finds
 * `sending` knows that it may or may not have arrived. `removed` is a piece that stood and was deleted by somebody: it is
 * never posted again.
 */
const pieceProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('sending') }),
  z.object({ state: z.literal('sent'), messageId: z.string() }),
  z.object({ state: z.literal('removed'), messageId: z.string() }),
]);

/** How far a follow-up has come; `left-out` is one that cannot be done and is not worth holding a chapter back for. */
const followUpProgressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('doing') }),
  z.object({ state: z.literal('done') }),
  z.object({ state: z.literal('left-out') }),
]);

const pieceStepSchema = z.object({ action: pieceSchema, progress: pieceProgressSchema });
const followUpStepSchema = z.object({ action: followUpSchema, progress: followUpProgressSchema });
export type PieceAction = Readonly<z.infer<typeof pieceSchema>>;
export type FollowUp = Readonly<z.infer<typeof followUpSchema>>;
export type PieceStep = Readonly<z.infer<typeof pieceStepSchema>>;
export type FollowUpStep = Readonly<z.infer<typeof followUpStepSchema>>;

/** One thing that Discord is asked to do for a release, and how far that has come. */
export type Step = PieceStep | FollowUpStep;
export type Action = PieceAction | FollowUp;

/** `planned` is a release of which nothing was asked of Discord yet, so that its plan may still be made anew. */
const statusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned') }),
  z.object({ kind: z.literal('posting') }),
  z.object({ kind: z.literal('done'), at: z.number() }),
  z.object({ kind: z.literal('parked'), at: z.number(), obstacle: obstacleSchema }),
]);

/**
 * One chapter of one serial being posted, or posted: everything that is needed to go on after a crash. How it changes is for
 * {@link advance} alone.
 */
export const releaseSchema = z.object({
  guildId: z.string(),
  storyId: z.string(),
  chapterId: z.string(),
  channelId: z.string(),
  channelKind: z.enum(channelKinds),
  /** Whether it may stand in age-restricted channels only. */
  mature: z.boolean(),
  /** Title as people know it, such as `Chapter 2: What Happened?`. */
  label: z.string(),
  /** Ids of all passages of the chapter as released: they recognise it when its file is renamed. */
  passages: z.array(z.string()),
  /** Epoch milliseconds. */
  plannedAt: z.number(),
  /** Done one after another, in this order: the pieces first. */
  steps: z.array(z.union([pieceStepSchema, followUpStepSchema])),
  status: statusSchema,
});
export type Release = Readonly<z.infer<typeof releaseSchema>>;

/** Whether a step posts a piece, and its progress is that of one. */
export function isPieceStep(step: Step): step is PieceStep {
  return step.action.kind === 'piece';
}

/** Whether nothing is left to do for a step. */
export function isSettled({ progress: { state } }: Step): boolean {
  return state === 'sent' || state === 'removed' || state === 'done' || state === 'left-out';
}

/** The first step that is not settled, with its index; undefined where all are. */
export function openStep(release: Release): { readonly step: Step; readonly index: number } | undefined {
  const index = release.steps.findIndex((step) => !isSettled(step));
  const step = release.steps[index];
  return step === undefined ? undefined : { step, index };
}

/** Whether the last piece is at least on its way, so that a reader who sees its buttons finds the chapter out. */
export function isTold(release: Release): boolean {
  return release.steps.every((step) => !isPieceStep(step) || step.progress.state !== 'pending');
}

/** Whether nothing of a release has been asked of Discord yet. */
export function isUntouched(release: Release): boolean {
  return release.steps.every((step) => step.progress.state === 'pending');
}

/** A piece that has been posted. */
export interface PostedPiece {
  readonly messageId: string;
  /** Channel or thread in which the message stands. */
  readonly channelId: string;
  readonly passages: readonly string[];
}

/** The pieces that have been posted so far and not removed since, in order. */
export function postedPieces(release: Release): readonly PostedPiece[] {
  const channelId = channelOf(release);
  return release.steps.flatMap((step) =>
    isPieceStep(step) && step.progress.state === 'sent'
      ? [{ messageId: step.progress.messageId, channelId, passages: step.action.passages }]
      : [],
  );
}

/** Id of the newest message of a release that is known, whether it still stands or not. */
export function newestMessageId(release: Release): string | undefined {
  return release.steps.flatMap(({ progress }) => ('messageId' in progress ? [progress.messageId] : [])).at(-1);
}

/** Where messages of this release stand: the post that its first piece opened, in a forum, else its channel. */
export function channelOf(release: Release): string {
  return postOf(release) ?? release.channelId;
}

/** The forum post of a release, once it is opened. It has the id of the message that it begins with. */
export function postOf({ channelKind, steps: [first] }: Release): string | undefined {
  return channelKind === 'forum' && first !== undefined && 'messageId' in first.progress
    ? first.progress.messageId
    : undefined;
}
