import { z } from 'zod';
import { obstacleSchema } from './obstacle.js';
import { channelKinds } from './serial.js';

/**
 * How far one step has come. `doing` is written before Discord is asked and `done` after its answer, so that whoever finds
 * `doing` knows that it may or may not have happened.
 */
export const progressSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('doing') }),
  z.object({ state: z.literal('done'), messageId: z.string().optional(), threadId: z.string().optional() }),
]);
export type Progress = Readonly<z.infer<typeof progressSchema>>;

/** One message of a release, as it is sent. */
export const pieceSchema = z.object({
  kind: z.literal('piece'),
  /**
   * Exactly what is sent: frozen, so that a retry sends the same and a lookup can recognise it. At most 2,000 characters, or
   * 4,000 where it is `long`.
   */
  content: z.string(),
  /** The chapter's own words in it, where styles were closed or opened again around them; else `content` has them as they are. */
  source: z.string().optional(),
  /** White space of the chapter between this piece and the next; a blank line where it is not given. */
  gap: z.string().optional(),
  /** Whether it outgrew 2,000 characters when its chapter was edited, and is shown as components, which take 4,000. */
  long: z.boolean().optional(),
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

/** One thing that Discord is asked to do for a release, and how far that has come. `piece` counts steps from 0. */
const stepSchema = z.object({
  action: z.discriminatedUnion('kind', [
    pieceSchema,
    /** Publishes a piece of an announcement channel to the channels that follow it. */
    z.object({ kind: z.literal('publish'), piece: z.int() }),
    /** Opens a thread on a piece to talk in. */
    z.object({ kind: z.literal('thread'), piece: z.int(), name: z.string() }),
    /** Puts the bot's own reaction on a piece, for readers to follow. */
    z.object({ kind: z.literal('seed'), piece: z.int(), emoji: z.string() }),
  ]),
  progress: progressSchema,
});
export type Step = Readonly<z.infer<typeof stepSchema>>;
export type Action = Step['action'];
export type PieceAction = Extract<Action, { kind: 'piece' }>;

const statusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('posting') }),
  z.object({ kind: z.literal('done'), at: z.number() }),
  z.object({ kind: z.literal('parked'), at: z.number(), obstacle: obstacleSchema }),
]);

/** One chapter of one serial being posted, or posted: everything that is needed to go on after a crash. */
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
  /** Done one after another, in this order. */
  steps: z.array(stepSchema),
  status: statusSchema,
});
export type Release = Readonly<z.infer<typeof releaseSchema>>;

/** The first step that is not done, with its index; undefined where all are. */
export function openStep(release: Release): { readonly step: Step; readonly index: number } | undefined {
  const index = release.steps.findIndex((step) => step.progress.state !== 'done');
  const step = release.steps[index];
  return step === undefined ? undefined : { step, index };
}

/** Whether the last piece is at least on its way, so that a reader who sees its buttons finds the chapter out. */
export function isTold(release: Release): boolean {
  return release.steps.every(({ action, progress }) => action.kind !== 'piece' || progress.state !== 'pending');
}

/** Whether nothing of a release has been asked of Discord yet, so that its plan may still be made anew. */
export function isUntouched(release: Release): boolean {
  return release.steps.every((step) => step.progress.state === 'pending');
}

/** The release with one step's progress replaced. */
export function withProgress(release: Release, index: number, progress: Progress): Release {
  return { ...release, steps: release.steps.map((step, at) => (at === index ? { ...step, progress } : step)) };
}

/** A piece that has been posted. */
export interface PostedPiece {
  readonly messageId: string;
  /** Channel or thread in which the message stands. */
  readonly channelId: string;
  readonly passages: readonly string[];
}

/** The pieces that have been posted so far, in order. */
export function postedPieces(release: Release): readonly PostedPiece[] {
  const posted: PostedPiece[] = [];
  for (const { action, progress } of release.steps) {
    if (action.kind !== 'piece' || progress.state !== 'done' || progress.messageId === undefined) continue;
    posted.push({ messageId: progress.messageId, channelId: channelOf(release), passages: action.passages });
  }
  return posted;
}

/** Where messages of this release stand: the post that its first piece opened, in a forum, else its channel. */
export function channelOf(release: Release): string {
  const first = release.steps[0]?.progress;
  return first?.state === 'done' && first.threadId !== undefined ? first.threadId : release.channelId;
}
