import { z } from 'zod';
import { type PieceAction, pieceSchema } from '../journal.js';
import { obstacleSchema } from '../obstacle.js';

/** A piece as it is to stand, and the message that holds it; without one it has still to be posted. */
const targetSchema = z.object({ piece: pieceSchema, messageId: z.string().optional() });
export type SyncTarget = Readonly<z.infer<typeof targetSchema>>;

/** One thing that is done to bring a release up to its chapter. `target` counts the targets from 0. */
const changeSchema = z.discriminatedUnion('kind', [
  /** Makes a message hold what its target says. */
  z.object({ kind: z.literal('edit'), target: z.int() }),
  /** Posts a target that has no message yet, behind the last one. */
  z.object({ kind: z.literal('post'), target: z.int() }),
  /** Publishes a message that was posted to the channels that follow an announcement channel. */
  z.object({ kind: z.literal('publish'), target: z.int() }),
  /** Deletes a message of which nothing is left. */
  z.object({ kind: z.literal('remove'), messageId: z.string() }),
]);
export type SyncChange = Readonly<z.infer<typeof changeSchema>>;

/**
 * A change and how far it has come. `doing` is written before Discord is asked, so whoever finds it looks before repeating;
 * `gone` is one whose message somebody deleted.
 */
const stepSchema = z.object({
  change: changeSchema,
  state: z.enum(['pending', 'doing', 'done', 'gone']),
  /** What was posted, once it is. */
  messageId: z.string().optional(),
});
export type SyncStep = Readonly<z.infer<typeof stepSchema>>;

/** A release being brought up to what its chapter's file says now: frozen, so that it goes on after a crash as it was agreed. */
export const syncSchema = z.object({
  guildId: z.string(),
  storyId: z.string(),
  /** The id under which the chapter came out: that of the release. */
  chapterId: z.string(),
  /** Tells one text of the chapter from another: what the author agreed to. */
  digest: z.string(),
  /** Of the chapter as it is now. */
  label: z.string(),
  mature: z.boolean(),
  passages: z.array(z.string()),
  targets: z.array(targetSchema),
  /** Done one after another, in this order. */
  steps: z.array(stepSchema),
  /** What is in the way, where something is that only a person can move. */
  parked: z.object({ at: z.number(), obstacle: obstacleSchema }).optional(),
});
export type Sync = Readonly<z.infer<typeof syncSchema>>;

/** Whether nothing is left to do for a step. */
export function isOver({ state }: SyncStep): boolean {
  return state === 'done' || state === 'gone';
}

/** The first step that is not done, with its index; undefined where all are. */
export function openChange(sync: Sync): { readonly step: SyncStep; readonly index: number } | undefined {
  const index = sync.steps.findIndex((step) => !isOver(step));
  const step = sync.steps[index];
  return step === undefined ? undefined : { step, index };
}

/** The sync with one step moved on; a step that is done is never moved back. */
export function withState(sync: Sync, index: number, state: SyncStep['state'], messageId?: string): Sync {
  const steps = sync.steps.map((step, at) =>
    at !== index || isOver(step) ? step : { ...step, state, ...(messageId === undefined ? {} : { messageId }) },
  );
  return { ...sync, steps };
}

/** The piece that a change is about; throws for a target that is not there, which is a bug. */
export function targetOf(sync: Sync, index: number): SyncTarget {
  const target = sync.targets[index];
  if (target === undefined) throw new Error(`There is no piece ${index} in the sync of ${sync.label}.`);
  return target;
}

/** The message that a target was posted as by this sync; undefined where it has not been. */
export function postedId({ steps }: Sync, target: number): string | undefined {
  return steps.find(({ change }) => change.kind === 'post' && change.target === target)?.messageId;
}

/** Whether two pieces look the same to readers. */
export function looksAlike(one: PieceAction, other: PieceAction): boolean {
  return (
    one.content === other.content &&
    one.controls === other.controls &&
    one.layout === other.layout &&
    one.post?.name === other.post?.name
  );
}
