import type { Obstacle } from './obstacle.js';
import type { PostingPiece } from './piece.js';
import { type Action, type LeftOutReason, type Operation, openOperation, type Plan } from './plan.js';
import type { Posting } from './posting.js';

/** What can happen to a posting that has a plan. Times are epoch milliseconds. */
export type PostingEvent =
  /** Discord is about to be asked for the open operation, for the first time or again. `after` is set once. */
  | { readonly kind: 'asking'; readonly after?: string | undefined }
  /** The piece that was asked for stands. */
  | { readonly kind: 'sent'; readonly messageId: string }
  /** What was asked for is done. */
  | { readonly kind: 'done' }
  /** It cannot be done, and the chapter is whole without it. */
  | { readonly kind: 'left-out'; readonly why: LeftOutReason }
  /** The message that it was to be done to has been deleted by somebody. */
  | { readonly kind: 'piece-gone' }
  /** Something is in the way that only a person can move. */
  | { readonly kind: 'refused'; readonly at: number; readonly obstacle: Obstacle }
  /** No operation is open. */
  | { readonly kind: 'finished' };

/**
 * The state machine of a posting: what it becomes by an event. Per operation pending -> asked -> done | left-out, one open at a
 * time, in order; a plan that something blocks goes on by asking again. Throws where an event cannot happen in the state that
 * the posting is in: that is a bug of the caller, and writing it down would make it worse. Gives back the same object where
 * nothing changes.
 */
export function advance(posting: Posting, event: PostingEvent): Posting {
  const { plan } = posting;
  if (plan === undefined) {
    if (event.kind === 'finished') return posting;
    throw impossible(posting, event);
  }
  switch (event.kind) {
    case 'asking':
      return ask(posting, plan, event.after);
    case 'refused':
      if (openOperation(plan) === undefined) throw impossible(posting, event);
      return { ...posting, plan: { ...plan, blocked: { at: event.at, obstacle: event.obstacle } } };
    case 'finished':
      if (openOperation(plan) !== undefined) throw impossible(posting, event);
      return rest(posting, plan);
    default:
      return conclude(posting, plan, event);
  }
}

function ask(posting: Posting, plan: Plan, after: string | undefined): Posting {
  const open = openOperation(plan);
  if (open === undefined) throw impossible(posting, { kind: 'asking' });
  const { index, operation } = open;
  if (operation.state === 'asked' && plan.blocked === undefined) return posting;
  const asked = withOperation({ ...plan, after: plan.after ?? after, blocked: undefined }, index, {
    action: operation.action,
    state: 'asked',
  });
  return { ...posting, plan: asked };
}

type Conclusion = Extract<PostingEvent, { readonly kind: 'sent' | 'done' | 'left-out' | 'piece-gone' }>;

function conclude(posting: Posting, plan: Plan, event: Conclusion): Posting {
  const { index, operation } = openOperation(plan) ?? {};
  if (operation?.state !== 'asked' || plan.blocked !== undefined) throw impossible(posting, event);
  const { action } = operation;
  // A piece that is posted is sent, and nothing else is.
  if ((action.kind === 'post') !== (event.kind === 'sent')) throw impossible(posting, event);
  const concluded: Operation =
    event.kind === 'left-out' || event.kind === 'piece-gone'
      ? { action, state: 'left-out', why: event.kind === 'left-out' ? event.why : 'piece-gone' }
      : { action, state: 'done' };
  const pieces = posting.pieces.map((piece, at) => (at === action.piece ? outcome(piece, action, event) : piece));
  return { ...posting, pieces, plan: withOperation(plan, index ?? 0, concluded) };
}

/** What a piece becomes by what was done to it. */
function outcome(piece: PostingPiece, action: Action, event: Conclusion): PostingPiece {
  if (event.kind === 'sent') return { ...piece, messageId: event.messageId };
  if (event.kind === 'piece-gone') {
    return { ...piece, ...(action.kind === 'edit' ? { content: action.to } : {}), deletedBy: 'others' };
  }
  if (event.kind === 'left-out') return piece;
  if (action.kind === 'edit') return { ...piece, content: action.to };
  if (action.kind === 'delete') return { ...piece, deletedBy: 'us' };
  return action.kind === 'thread' ? { ...piece, hasThread: true } : piece;
}

function rest(posting: Posting, { becomes }: Plan): Posting {
  return { ...withoutPlan(posting), ...becomes };
}

/** What stands, with no plan: what was only needed to get there goes, and so does a piece that was never posted, or not any more. */
export function withoutPlan({ plan: _plan, pieces, ...posting }: Posting): Posting {
  return {
    ...posting,
    pieces: pieces.flatMap(({ payload: _payload, ...piece }) =>
      piece.messageId === undefined || piece.deletedBy === 'us' ? [] : [piece],
    ),
  };
}

function withOperation(plan: Plan, index: number, operation: Operation): Plan {
  return { ...plan, operations: plan.operations.map((old, at) => (at === index ? operation : old)) };
}

function impossible({ label, plan }: Posting, event: PostingEvent): Error {
  const states =
    plan === undefined ? 'nothing' : `${plan.kind}: ${plan.operations.map(({ state }) => state).join(' ')}`;
  return new Error(`"${event.kind}" cannot happen to ${label}, of which is planned ${states}.`);
}
