import { advance } from './advance.js';
import type { Pauses } from './backoff.js';
import { channelOf, openStep, type PostedPiece, type Release } from './journal.js';
import type { Way } from './preflight.js';
import type { Publisher } from './publisher.js';
import { type Patience, retry } from './retry.js';

/** What running a release needs from outside. */
export interface ReleaseRunner {
  readonly publisher: Pick<Publisher, 'find' | 'perform'>;
  /** Whether something stands in the way of the next step, as far as can be told without asking Discord. */
  readonly check: (release: Release) => Promise<Way>;
  /** Writes the journal; resolves when it is safe on disk. */
  readonly record: (release: Release) => Promise<void>;
  /** Is told of every piece that stands, before the journal counts it as sent. May be told twice of the same. */
  readonly onPosted: (release: Release, stepIndex: number, messageId: string) => Promise<void>;
  /** Is told of a piece that was asked for more than once, and may have stood for a while: readers may have been there first. */
  readonly onFound: (piece: Pick<PostedPiece, 'channelId' | 'messageId'>) => void;
  /** Is told why a step has to wait, once per wait. */
  readonly onWaiting: (release: Release, cause: string, pauseMs: number) => void;
  readonly now: () => number;
  readonly pauses: Pauses;
  /** Stops the run after the step in hand, or after `graceMs` where Discord keeps that one waiting. */
  readonly signal: AbortSignal;
  readonly graceMs: number;
}

/**
 * Posts what of a release is not posted yet, step by step: the journal is written before each step and after it. Gives back
 * the release done, parked where something is in the way that only a person can move, or still posting where the signal
 * stopped it.
 */
export async function runRelease(start: Release, runner: ReleaseRunner): Promise<Release> {
  const { now, onPosted, publisher, record, signal } = runner;
  let release = start;
  const write = async (next: Release) => {
    if (next !== release) await record(next);
    release = next;
    return release;
  };
  for (let open = openStep(release); open !== undefined && !signal.aborted; open = openStep(release)) {
    const { index, step } = open;
    const patience: Patience = { ...runner, onWaiting: (cause, ms) => runner.onWaiting(release, cause, ms) };
    const way = await retry(() => runner.check(release), patience);
    if (way.kind === 'unreachable') return release;
    if (way.kind === 'refused') return write(advance(release, { ...way, at: now() }));
    // An answer that was lost is not a step that was not done: whoever may have asked before looks first.
    let mayStand = step.progress.state !== 'pending';
    let mayHaveStood = false;
    await write(advance(release, { kind: 'asking' }));
    const outcome = await retry(async () => {
      mayHaveStood = mayStand;
      mayStand = true;
      const looked = mayHaveStood ? await publisher.find(release, step.action) : absent;
      return looked.kind === 'absent' ? publisher.perform(release, step.action) : looked;
    }, patience);
    if (outcome.kind === 'unreachable') return release;
    if (outcome.kind === 'refused') return write(advance(release, { ...outcome, at: now() }));
    if (outcome.kind === 'sent') await onPosted(release, index, outcome.messageId);
    await write(advance(release, outcome));
    if (outcome.kind === 'sent' && mayHaveStood) {
      runner.onFound({ channelId: channelOf(release), messageId: outcome.messageId });
    }
  }
  return openStep(release) === undefined ? write(advance(release, { kind: 'finished', at: now() })) : release;
}

const absent = { kind: 'absent' } as const;
