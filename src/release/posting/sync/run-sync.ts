import type { Release } from '../journal.js';
import type { Way } from '../preflight.js';
import type { Publisher, PublishOutcome } from '../publisher.js';
import { type Patience, retry } from '../retry.js';
import type { Reviser } from './reviser.js';
import { settleSync } from './settle-sync.js';
import { openChange, postedId, type Sync, type SyncChange, targetOf, withState } from './sync.js';

/** What running a sync needs from outside. */
export interface SyncRunner extends Patience {
  readonly publisher: Pick<Publisher, 'find' | 'perform'>;
  readonly reviser: Reviser;
  /** Whether something stands in the way of the next step, as far as can be told without asking Discord. */
  readonly check: () => Promise<Way>;
  /** Writes the sync; resolves when it is safe on disk. */
  readonly record: (sync: Sync) => Promise<void>;
  /** Is told of every message that was posted, with the sync that counts it, before that is written. May be told twice. */
  readonly onPosted: (sync: Sync, messageId: string) => Promise<void>;
  readonly now: () => number;
  /** Tells which changes this run makes; it ends before the first that it does not. */
  readonly isMine: (change: SyncChange) => boolean;
}

type ChangeOutcome = PublishOutcome | { readonly kind: 'absent' };

/**
 * Does what of a sync is not done yet, change by change, each written down before and after it. `release` is the journal as
 * it was before. Gives back the sync done, parked where something is in the way that only a person can move, or open where
 * the signal stopped it.
 */
export async function runSync(start: Sync, release: Release, runner: SyncRunner): Promise<Sync> {
  let sync = start;
  const write = async (next: Sync) => {
    await runner.record(next);
    sync = next;
    return sync;
  };
  for (let open = openChange(sync); open !== undefined && !runner.signal.aborted; open = openChange(sync)) {
    const { index, step } = open;
    if (!runner.isMine(step.change)) return sync;
    const way = await retry(runner.check, runner);
    if (way.kind === 'unreachable') return sync;
    if (way.kind === 'refused') return write(parked(sync, way.obstacle, runner));
    let mayBeDone = step.state !== 'pending';
    await write({ ...withState(sync, index, 'doing'), parked: undefined });
    const outcome = await retry(async () => {
      const looked: ChangeOutcome = mayBeDone ? await look(sync, release, step.change, runner) : { kind: 'absent' };
      mayBeDone = true;
      return looked.kind === 'absent' ? change(sync, release, step.change, runner) : looked;
    }, runner);
    if (outcome.kind === 'unreachable') return sync;
    if (outcome.kind === 'refused') return write(parked(sync, outcome.obstacle, runner));
    const next =
      outcome.kind === 'sent'
        ? withState(sync, index, 'done', outcome.messageId)
        : withState(sync, index, outcome.kind === 'piece-gone' ? 'gone' : 'done');
    if (outcome.kind === 'sent') await runner.onPosted(next, outcome.messageId);
    await write(next);
  }
  return sync;
}

function parked(sync: Sync, obstacle: NonNullable<Sync['parked']>['obstacle'], { now }: SyncRunner): Sync {
  return { ...sync, parked: { at: now(), obstacle } };
}

/** Looks whether a change happened although its answer was never recorded. */
async function look(sync: Sync, release: Release, what: SyncChange, runner: SyncRunner): Promise<ChangeOutcome> {
  const soFar = settleSync(release, sync);
  switch (what.kind) {
    case 'post':
      return runner.publisher.find(soFar, targetOf(sync, what.target).piece);
    case 'publish':
      return runner.publisher.find(soFar, publication(sync, soFar, what.target));
    case 'edit': {
      const { messageId = '', piece } = targetOf(sync, what.target);
      return runner.reviser.holds(soFar, messageId, piece);
    }
    case 'remove':
      return { kind: 'absent' };
  }
}

async function change(sync: Sync, release: Release, what: SyncChange, runner: SyncRunner): Promise<PublishOutcome> {
  const soFar = settleSync(release, sync);
  switch (what.kind) {
    case 'post':
      return runner.publisher.perform(soFar, targetOf(sync, what.target).piece);
    case 'publish':
      return runner.publisher.perform(soFar, publication(sync, soFar, what.target));
    case 'edit': {
      const { messageId = '', piece } = targetOf(sync, what.target);
      return runner.reviser.edit(soFar, messageId, piece);
    }
    case 'remove':
      return runner.reviser.erase(soFar, what.messageId);
  }
}

function publication(sync: Sync, soFar: Release, target: number) {
  const messageId = postedId(sync, target);
  const piece = soFar.steps.findIndex(({ progress }) => 'messageId' in progress && progress.messageId === messageId);
  return { kind: 'publish', piece } as const;
}
