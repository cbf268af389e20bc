import * as z from 'zod';
import { obstacleSchema } from './obstacle.js';
import { payloadSchema, pieceContentSchema } from './piece.js';

/** One thing that is done to a posting. `piece` counts its pieces from 0. */
const actionSchema = z.discriminatedUnion('kind', [
  /** Posts a piece that has no message yet. */
  z.object({ kind: z.literal('post'), piece: z.int() }),
  /** Makes a piece's message say something else. */
  z.object({ kind: z.literal('edit'), piece: z.int(), to: pieceContentSchema, payload: payloadSchema }),
  /** Deletes a piece's message. */
  z.object({ kind: z.literal('delete'), piece: z.int() }),
  /** Publishes a piece of an announcement channel to the channels that follow it. */
  z.object({ kind: z.literal('publish'), piece: z.int() }),
  /** Opens a thread on a piece to talk in. */
  z.object({ kind: z.literal('thread'), piece: z.int(), name: z.string() }),
  /** Deletes the thread, or the forum post, that began with a piece, unless somebody else wrote in it. */
  z.object({ kind: z.literal('unthread'), piece: z.int() }),
  /** Puts the bot's own reaction on a piece, for readers to follow. */
  z.object({ kind: z.literal('seed'), piece: z.int(), emoji: z.string() }),
]);
export type Action = Readonly<z.infer<typeof actionSchema>>;

/** Why something was left out that a chapter can do without. */
const leftOutReasons = ['impossible', 'others-wrote', 'not-readable', 'not-allowed', 'piece-gone'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/**
 * An action and how far it has come. `asked` is written before Discord is asked and `done` after its answer: what
 * is found as `asked` may or may not have happened, and is looked for.
 */
const operationSchema = z.object({
  action: actionSchema,
  state: z.enum(['pending', 'asked', 'done', 'left-out']),
  why: z.enum(leftOutReasons).optional(),
});
export type Operation = Readonly<z.infer<typeof operationSchema>>;

/** What a plan is for. */
const planKinds = ['release', 'update', 'retraction'] as const;
export type PlanKind = (typeof planKinds)[number];

/** What is being done to a posting: operations one after another, in this order, as they were agreed. */
export const planSchema = z.object({
  kind: z.enum(planKinds),
  /** Epoch milliseconds. */
  plannedAt: z.number(),
  operations: z.array(operationSchema),
  /** Id of the channel's newest message (in a forum, of its newest post) before the first piece: ours come after it. */
  after: z.string().optional(),
  /** What the chapter is once its messages are up to date. */
  becomes: z
    .object({ label: z.string(), mature: z.boolean(), passages: z.array(z.string()), digest: z.string().optional() })
    .optional(),
  /** What is in the way, where something is that only a person can move. */
  blocked: z.object({ at: z.number(), obstacle: obstacleSchema, isTold: z.boolean().optional() }).optional(),
});
export type Plan = Readonly<z.infer<typeof planSchema>>;

/** An action that nobody has begun. */
export function toDo(action: Action): Operation {
  return { action, state: 'pending' };
}

/** Whether nothing is left to do for an operation. */
export function isOver({ state }: Operation): boolean {
  return state === 'done' || state === 'left-out';
}

/** The first operation that is not over, with its index; undefined where all are. */
export function openOperation({
  operations,
}: Plan): { readonly operation: Operation; readonly index: number } | undefined {
  const index = operations.findIndex((operation) => !isOver(operation));
  const operation = operations[index];
  return operation === undefined ? undefined : { operation, index };
}

/** Whether anything is left to do. */
export function isOpen(plan: Plan | undefined): plan is Plan {
  return plan !== undefined && openOperation(plan) !== undefined;
}

/** Whether nothing of a plan has been asked of Discord yet, so that it may still be made anew. */
export function isUntouched({ operations }: Plan): boolean {
  return operations.every(({ state }) => state === 'pending');
}

/**
 * Whether a release has come so far that a reader who sees its buttons finds the chapter out: its last piece is on its way, or
 * stands. Where something is in the way, only what stands counts.
 */
export function isTold({ blocked, kind, operations }: Plan): boolean {
  if (kind !== 'release') return false;
  const last = operations.findLast(({ action }) => action.kind === 'post');
  if (last === undefined || last.state === 'done') return true;
  return last.state === 'asked' && blocked === undefined;
}
