import { backoffMs, pause } from './backoff.js';
import { type Action, openStep, type Release, withProgress } from './journal.js';
import type { Obstacle } from './obstacle.js';
import type { Publisher, PublishOutcome } from './publisher.js';

/** What running a release needs from outside. */
export interface ReleaseRunner {
  readonly publisher: Publisher;
  /** What stands in the way of the next step, as far as can be told without asking Discord; undefined where nothing does. */
  readonly obstacle: (release: Release) => Promise<Obstacle | undefined>;
  /** Writes the journal; resolves when it is safe on disk. */
  readonly record: (release: Release) => Promise<void>;
  /** Is told of every piece that stands, before the journal counts it as done. May be told twice of the same. */
  readonly onPosted: (release: Release, stepIndex: number, messageId: string) => Promise<void>;
  /** Is told why a step has to wait, once per wait. */
  readonly onWaiting: (release: Release, cause: string, pauseMs: number) => void;
  readonly now: () => number;
  /** Stops the run after the step in hand. */
  readonly signal: AbortSignal;
}

/**
 * Posts what of a release is not posted yet, step by step: the journal is written before each step and after it. Gives back
 * the release done, parked where something is in the way that only a person can move, or still posting where the signal
 * stopped it.
 */
export async function runRelease(start: Release, runner: ReleaseRunner): Promise<Release> {
  let release: Release = start.status.kind === 'posting' ? start : { ...start, status: { kind: 'posting' } };
  for (let open = openStep(release); open !== undefined; open = openStep(release)) {
    if (runner.signal.aborted) return release;
    const { step, index } = open;
    const obstacle = await runner.obstacle(release);
    if (obstacle !== undefined) return finish(release, { kind: 'parked', at: runner.now(), obstacle }, runner);
    const interrupted = step.progress.state === 'doing';
    if (!interrupted) {
      release = withProgress(release, index, { state: 'doing' });
      await runner.record(release);
    }
    const outcome = await persist(release, step.action, interrupted, runner);
    if (outcome.kind === 'unreachable') return release;
    if (outcome.kind === 'refused') {
      return finish(release, { kind: 'parked', at: runner.now(), obstacle: outcome.obstacle }, runner);
    }
    release = withProgress(release, index, { state: 'done', ...outcome.result });
    if (step.action.kind === 'piece' && outcome.result.messageId !== undefined) {
      await runner.onPosted(release, index, outcome.result.messageId);
    }
    await runner.record(release);
  }
  return finish(release, { kind: 'done', at: runner.now() }, runner);
}

async function finish(release: Release, status: Release['status'], runner: ReleaseRunner): Promise<Release> {
  const finished = { ...release, status };
  await runner.record(finished);
  return finished;
}

/**
 * Does a step, waiting and trying again for as long as Discord cannot be reached. From the second attempt on, and where an
 * earlier run may have done it, it looks first: an answer that was lost is not a step that was not done.
 */
async function persist(
  release: Release,
  action: Action,
  interrupted: boolean,
  runner: ReleaseRunner,
): Promise<PublishOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await attemptStep(release, action, interrupted || attempt > 1, runner.publisher);
    if (outcome.kind !== 'unreachable' || runner.signal.aborted) return outcome;
    const pauseMs = backoffMs(attempt, Math.random());
    runner.onWaiting(release, outcome.cause, pauseMs);
    if (!(await pause(pauseMs, runner.signal))) return outcome;
  }
}

async function attemptStep(
  release: Release,
  action: Action,
  lookFirst: boolean,
  publisher: Publisher,
): Promise<PublishOutcome> {
  if (lookFirst) {
    const found = await publisher.find(release, action);
    if (found.kind !== 'absent') return found;
  }
  return publisher.perform(release, action);
}
