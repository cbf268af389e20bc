import { advance } from './advance.js';
import { type Action, openOperation } from './plan.js';
import { channelOf, messageOf, newestMessageId, type Posting } from './posting.js';
import type { Preflight } from './preflight.js';
import type { Publisher } from './publisher.js';
import { type Patience, retry } from './retry.js';

/** What carrying a plan out needs from outside. */
export interface PlanCarrier extends Patience {
  readonly publisher: Pick<Publisher, 'find' | 'newest' | 'perform'>;
  /** Whether something stands in the way of the next operation, as far as can be told without asking Discord. */
  readonly check: (posting: Posting) => Promise<Preflight>;
  /** Writes the posting; resolves when it is safe on disk. */
  readonly record: (posting: Posting) => Promise<void>;
  /** Is told of every piece that stands, before the journal counts it as posted. May be told twice of the same. */
  readonly onPosted: (posting: Posting, piece: number, messageId: string) => Promise<void>;
  /** Is told of every piece that does not stand any more, before the journal knows. May be told twice of the same. */
  readonly onGone: (messageId: string) => Promise<void>;
  /** Is told of a piece that was asked for more than once, and may have stood for a while: readers may have been there first. */
  readonly onFound: (message: { readonly channelId: string; readonly messageId: string }) => void;
  /** Is told that the wait is over that `onWaiting` told of last. */
  readonly onWent: () => void;
  /** Tells which actions are carried out; it ends before the first that is not. */
  readonly isWanted: (action: Action) => boolean;
  readonly now: () => number;
}

/**
 * Carries out what of a posting's plan is not done yet, one operation after another: the journal is written before each and
 * after it. Gives back the posting with nothing open, blocked where something is in the way that only a person can move, or
 * open where the signal or an action that is not wanted stopped it.
 */
export async function carryPlan(start: Posting, carrier: PlanCarrier): Promise<Posting> {
  const { now, onPosted, publisher, record, signal } = carrier;
  let posting = start;
  const write = async (next: Posting) => {
    if (next !== posting) await record(next);
    posting = next;
    return posting;
  };
  for (;;) {
    const open = posting.plan && openOperation(posting.plan);
    if (open === undefined || signal.aborted || !carrier.isWanted(open.operation.action)) return posting;
    const { action, state } = open.operation;
    const way = await retry(() => carrier.check(posting), carrier);
    if (way.kind === 'unreachable') return posting;
    if (way.kind === 'refused') return write(advance(posting, { ...way, at: now() }));
    // The newest message is only told from ours as long as nothing of ours was asked for.
    const isFirst = action.kind === 'post' && state === 'pending' && newestMessageId(posting) === undefined;
    const before = isFirst ? await retry(() => publisher.newest(posting.channelId), carrier) : undefined;
    if (before?.kind === 'unreachable') return posting;
    if (before?.kind === 'refused') return write(advance(posting, { ...before, at: now() }));
    // A lost answer does not mean that nothing was done. After a request that may have been made, look first.
    let mayStand = state !== 'pending';
    let mayHaveStood = false;
    await write(advance(posting, { kind: 'asking', after: before?.messageId }));
    const outcome = await retry(async () => {
      mayHaveStood = mayStand;
      mayStand = true;
      const looked = mayHaveStood ? await publisher.find(posting, action) : absent;
      return looked.kind === 'absent' ? publisher.perform(posting, action) : looked;
    }, carrier);
    if (outcome.kind === 'unreachable') return posting;
    carrier.onWent();
    if (outcome.kind === 'refused') return write(advance(posting, { ...outcome, at: now() }));
    if (outcome.kind === 'sent') await onPosted(posting, action.piece, outcome.messageId);
    const isGone = outcome.kind === 'piece-gone' || (outcome.kind === 'done' && action.kind === 'delete');
    if (isGone) await carrier.onGone(messageOf(posting, action.piece).messageId);
    await write(advance(posting, outcome));
    if (outcome.kind === 'sent' && mayHaveStood) {
      carrier.onFound({ channelId: channelOf(posting), messageId: outcome.messageId });
    }
  }
}

const absent = { kind: 'absent' } as const;
