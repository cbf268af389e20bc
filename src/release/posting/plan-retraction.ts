import { type Action, toDo } from './plan.js';
import { type Posting, postOf, standingPieces } from './posting.js';

/**
 * Plans to delete what stands of a posting: the last piece first, so that nothing is left that lacks its end, and then the
 * threads that the bot opened, as far as nobody else wrote in them. `now` is in epoch milliseconds.
 */
export function planRetraction(posting: Posting, now: number): Posting {
  const actions: readonly Action[] = [
    ...standingPieces(posting)
      .toReversed()
      .map(({ index }): Action => ({ kind: 'delete', piece: index })),
    ...posting.pieces.flatMap(({ hasThread }, piece): readonly Action[] =>
      hasThread === true ? [{ kind: 'unthread', piece }] : [],
    ),
    ...(postOf(posting) === undefined ? [] : [{ kind: 'unthread', piece: 0 } as const]),
  ];
  return { ...posting, plan: { kind: 'retraction', plannedAt: now, operations: actions.map(toDo) } };
}

const keptReasons = ['others-wrote', 'not-readable', 'not-allowed'] as const;

/** A thread or forum post that a retraction leaves behind. */
export interface LeftThread {
  readonly threadId: string;
  readonly why: (typeof keptReasons)[number];
}

/** What a retraction that is over could not, or would not, take away. */
export function leftBehind({ pieces, plan }: Posting): readonly LeftThread[] {
  return (plan?.operations ?? []).flatMap(({ action, why }): readonly LeftThread[] => {
    const threadId = pieces[action.piece]?.messageId;
    const kept = keptReasons.find((reason) => action.kind === 'unthread' && reason === why);
    return kept === undefined || threadId === undefined ? [] : [{ threadId, why: kept }];
  });
}
