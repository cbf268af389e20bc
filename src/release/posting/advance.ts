import { isPieceStep, openStep, type Release, type Step } from './journal.js';
import type { Obstacle } from './obstacle.js';

/** What can happen to a release. Times are epoch milliseconds. */
export type ReleaseEvent =
  /** Discord is about to be asked for the open step, for the first time or again. */
  | { readonly kind: 'asking' }
  /** The piece that was asked for stands. */
  | { readonly kind: 'sent'; readonly messageId: string }
  /** The follow-up that was asked for is done. */
  | { readonly kind: 'done' }
  /** The follow-up cannot be done, and the chapter is whole without it. */
  | { readonly kind: 'left-out' }
  /** The piece that the follow-up was for has been deleted. */
  | { readonly kind: 'piece-gone' }
  /** Something is in the way that only a person can move. */
  | { readonly kind: 'refused'; readonly at: number; readonly obstacle: Obstacle }
  /** No step is open. */
  | { readonly kind: 'finished'; readonly at: number };

/**
 * The state machine of a release: what it becomes by an event. Per piece pending -> sending -> sent | removed, per follow-up
 * pending -> doing -> done | left-out, for the release planned -> posting -> done | parked, and from parked back to posting.
 * Steps settle in order, one open at a time. Throws where an event cannot happen in the state that the release is in: that is
 * a bug of the caller, and writing it down would make it worse. Gives back the same object where nothing changes.
 */
export function advance(release: Release, event: ReleaseEvent): Release {
  switch (event.kind) {
    case 'asking':
      return ask(release);
    case 'sent':
    case 'done':
    case 'left-out':
      return settle(release, event);
    case 'piece-gone':
      return losePiece(release);
    case 'refused':
      if (release.status.kind === 'done') throw impossible(release, event);
      return { ...release, status: { kind: 'parked', at: event.at, obstacle: event.obstacle } };
    case 'finished':
      if (openStep(release) !== undefined) throw impossible(release, event);
      return release.status.kind === 'done' ? release : { ...release, status: { kind: 'done', at: event.at } };
  }
}

function ask(release: Release): Release {
  const open = openStep(release);
  if (open === undefined) throw impossible(release, { kind: 'asking' });
  const { index, step } = open;
  if (step.progress.state !== 'pending') {
    return release.status.kind === 'posting' ? release : { ...release, status: { kind: 'posting' } };
  }
  const asked: Step = isPieceStep(step)
    ? { action: step.action, progress: { state: 'sending' } }
    : { action: step.action, progress: { state: 'doing' } };
  return { ...withStep(release, index, asked), status: { kind: 'posting' } };
}

function settle(release: Release, event: Extract<ReleaseEvent, { kind: 'sent' | 'done' | 'left-out' }>): Release {
  const { index, step } = askedStep(release, event);
  if (isPieceStep(step)) {
    if (event.kind !== 'sent') throw impossible(release, event);
    const { messageId } = event;
    return withStep(release, index, { action: step.action, progress: { state: 'sent', messageId } });
  }
  if (event.kind === 'sent') throw impossible(release, event);
  return withStep(release, index, { action: step.action, progress: { state: event.kind } });
}

function losePiece(release: Release): Release {
  const event = { kind: 'piece-gone' } as const;
  const { index, step } = askedStep(release, event);
  if (isPieceStep(step)) throw impossible(release, event);
  const lost = release.steps[step.action.piece];
  if (lost === undefined || !isPieceStep(lost) || !('messageId' in lost.progress)) throw impossible(release, event);
  const { messageId } = lost.progress;
  const removed: Step = { action: lost.action, progress: { state: 'removed', messageId } };
  return withStep(withStep(release, step.action.piece, removed), index, {
    action: step.action,
    progress: { state: 'left-out' },
  });
}

/** The open step, which Discord has been asked for. */
function askedStep(release: Release, event: ReleaseEvent): { readonly step: Step; readonly index: number } {
  const open = openStep(release);
  if (open === undefined || open.step.progress.state === 'pending' || release.status.kind !== 'posting') {
    throw impossible(release, event);
  }
  return open;
}

function withStep(release: Release, index: number, step: Step): Release {
  return { ...release, steps: release.steps.map((old, at) => (at === index ? step : old)) };
}

function impossible({ label, status, steps }: Release, event: ReleaseEvent): Error {
  const states = steps.map(({ progress }) => progress.state).join(' ');
  return new Error(`"${event.kind}" cannot happen to ${label}, which is ${status.kind}: ${states}.`);
}
