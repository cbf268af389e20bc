import { isPieceStep, type PieceAction, type PieceStep, type Release, type Step } from '../journal.js';
import { isOver, postedId, type Sync, type SyncStep } from './sync.js';

/**
 * The journal of a release with what a sync has done so far: finished, or stopped half-way. A piece that was posted stands
 * behind the others, one that was removed is gone, and what follows the pieces goes on pointing at the same messages.
 */
export function settleSync(release: Release, sync: Sync): Release {
  const pieces = [...piecesNow(release, sync), ...piecesAdded(sync)];
  const places = new Map(pieces.map((step, index) => [messageIdOf(step), index]));
  const followUps = release.steps.flatMap((step): readonly Step[] => {
    if (isPieceStep(step)) return [];
    const old = release.steps[step.action.piece];
    const piece = old && places.get(messageIdOf(old));
    return piece === undefined ? [] : [{ ...step, action: { ...step.action, piece } }];
  });
  const published = sync.steps.flatMap(({ change, state }): readonly Step[] => {
    const piece = change.kind === 'publish' ? places.get(postedId(sync, change.target)) : undefined;
    if (piece === undefined) return [];
    return [{ action: { kind: 'publish', piece }, progress: { state: state === 'gone' ? 'left-out' : state } }];
  });
  const isDone = sync.steps.every(isOver);
  return {
    ...release,
    ...(isDone ? { label: sync.label, mature: sync.mature, passages: sync.passages } : {}),
    steps: [...pieces, ...followUps, ...published],
  };
}

/** The pieces that stood before, as they stand now. */
function piecesNow(release: Release, sync: Sync): readonly PieceStep[] {
  const changes = changesByMessage(sync);
  const targets = new Map<string | undefined, PieceAction>(
    sync.targets.flatMap(({ messageId, piece }) => (messageId === undefined ? [] : [[messageId, piece]])),
  );
  return release.steps.filter(isPieceStep).flatMap((step): readonly PieceStep[] => {
    const messageId = messageIdOf(step);
    const { change, state = 'done' } = changes.get(messageId) ?? {};
    const action = targets.get(messageId) ?? step.action;
    if (messageId !== undefined && state === 'gone') return [{ action, progress: { state: 'removed', messageId } }];
    if (change?.kind === 'remove') return state === 'done' ? [] : [step];
    return [state === 'done' ? { ...step, action } : step];
  });
}

function changesByMessage(sync: Sync): ReadonlyMap<string | undefined, SyncStep> {
  return new Map(
    sync.steps.flatMap((step) => {
      if (step.change.kind === 'remove') return [[step.change.messageId, step]];
      return step.change.kind === 'edit' ? [[sync.targets[step.change.target]?.messageId, step]] : [];
    }),
  );
}

/** The pieces that the sync has posted, in order. */
function piecesAdded(sync: Sync): readonly PieceStep[] {
  return sync.targets.flatMap(({ piece }, index): readonly PieceStep[] => {
    const messageId = postedId(sync, index);
    return messageId === undefined ? [] : [{ action: piece, progress: { state: 'sent', messageId } }];
  });
}

function messageIdOf({ progress }: Step): string | undefined {
  return 'messageId' in progress ? progress.messageId : undefined;
}
