import { setMaxListeners } from 'node:events';
import type { Clock, Log, Records } from '../ports.js';
import { backoffMs, type Pauses, pause } from './backoff.js';
import { carryPlan } from './carry-plan.js';
import { journalKey } from './journal-key.js';
import { Lanes } from './lanes.js';
import { type Action, openOperation } from './plan.js';
import type { Posting } from './posting.js';
import { preflight } from './preflight.js';
import type { ChannelNeeds, Publisher } from './publisher.js';
import { type Patience, retry } from './retry.js';

/** How long an operation in hand may still take when the bot is stopped: well within the 10 s that a process is given. */
const stopGraceMs = 5_000;

/** Something that goes on by itself; gives what is to be done after it, where anything is. */
export type Work = () => Promise<(() => Promise<void>) | undefined>;

/** What plans are carried out with. */
export interface PlanRunnerParts {
  readonly journals: Records<Posting>;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly log: Log;
  /** How long to wait between two attempts while Discord cannot be reached. */
  readonly pauses: Pauses;
  /** Is told of every message that is posted, before the journal counts it. May be told twice of the same. */
  readonly onPosted: (posting: Posting, piece: number, messageId: string) => Promise<void>;
  /** Is told of every message that does not stand any more, before the journal knows. May be told twice of the same. */
  readonly onGone: (messageId: string) => Promise<void>;
  /** Is told of a piece that may have stood for a while before it was known to: readers may have been there first. */
  readonly onFound: (message: { readonly channelId: string; readonly messageId: string }) => void;
}

/**
 * Carries out the plans of postings: each run goes on by itself, one under a key at a time, until it is over, something blocks
 * it, or all are stopped. New messages of two postings never mix in one channel.
 */
export class PlanRunner {
  readonly #parts: PlanRunnerParts;
  readonly #lanes = new Lanes();
  readonly #running = new Map<string, Promise<unknown>>();
  /** All that was begun, with what comes after it. */
  readonly #pending = new Set<Promise<void>>();
  /** What a posting waits for, by its key. */
  readonly #waiting = new Map<string, string>();
  readonly #stopping = new AbortController();

  constructor(parts: PlanRunnerParts) {
    this.#parts = parts;
    // Every run under way listens, and there may be one for each serial: that is no leak.
    setMaxListeners(0, this.#stopping.signal);
  }

  get isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  isRunning(key: string): boolean {
    return this.#running.has(key);
  }

  /** Why a posting waits, in a sentence or as Discord or the network put it; undefined where it does not. */
  whyWaiting(posting: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>): string | undefined {
    return this.#waiting.get(journalKey(posting));
  }

  /**
   * Begins work that goes on by itself, unless some under this key does. An error of our own (a journal that could not be
   * written, above all) has it done again from what is stored, as a restart would, after a pause; `onError` is told. What the
   * work gives is done when somebody else may begin under this key already.
   */
  start(key: string, work: Work, onError: (error: unknown, pauseMs: number) => void): void {
    if (this.isRunning(key) || this.isStopping) return;
    const run = this.#keepAt(work, onError).finally(() => this.#running.delete(key));
    this.#running.set(key, run);
    const after = run.then((afterwards) => afterwards?.()).catch((error: unknown) => onError(error, 0));
    this.#pending.add(after);
    void after.finally(() => this.#pending.delete(after));
  }

  /** Resolves when nothing runs under this key. */
  async ended(key: string): Promise<void> {
    await this.#running.get(key);
  }

  /** Lets work go one after another in a lane; see {@link Lanes.hold}. */
  inLane<T>(lane: string, work: () => Promise<T>): Promise<T> {
    return this.#lanes.hold(lane, work);
  }

  /** Asks Discord for as long as it cannot be reached; 'unreachable' only where everything was stopped. */
  retry<T extends { readonly kind: string }>(
    posting: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>,
    ask: () => Promise<T>,
  ) {
    return retry(ask, this.#patience(posting)).finally(() => this.#waiting.delete(journalKey(posting)));
  }

  /** Does work when no other posting's new messages are on their way to the channel, and lets none come meanwhile. */
  inChannel<T>(posting: Posting, work: () => Promise<T>): Promise<T> {
    const lane = `channel ${posting.channelId}`;
    const key = journalKey(posting);
    if (this.#lanes.isTaken(lane)) this.#waiting.set(key, laneTaken);
    return this.inLane(lane, () => {
      this.#waiting.delete(key);
      return work();
    });
  }

  /** Posts what of a plan is to be posted, as {@link carryPlan} does, and ends before anything else; to be done in its channel. */
  post(posting: Posting, needs: ChannelNeeds): Promise<Posting> {
    return this.#carry(posting, needs, ({ kind }) => kind === 'post');
  }

  /** Carries out what of a plan is not done yet, as {@link carryPlan} does. */
  async carry(posting: Posting, needs: ChannelNeeds): Promise<Posting> {
    const isPosting = nextAction(posting)?.kind === 'post';
    const posted = isPosting ? await this.inChannel(posting, () => this.post(posting, needs)) : posting;
    return isPosting && posted.plan?.blocked !== undefined ? posted : this.#carry(posted, needs, () => true);
  }

  async record(posting: Posting): Promise<void> {
    await this.#parts.journals.update(journalKey(posting), () => posting);
  }

  /** Lets the operations in hand finish, begins none, and resolves when all is written. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#pending);
  }

  async #keepAt(work: Work, onError: (error: unknown, pauseMs: number) => void): ReturnType<Work> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const pauseMs = backoffMs(attempt, Math.random(), this.#parts.pauses);
        onError(error, pauseMs);
        if (!(await pause(pauseMs, this.#stopping.signal))) return undefined;
      }
    }
  }

  async #carry(posting: Posting, needs: ChannelNeeds, isWanted: (action: Action) => boolean): Promise<Posting> {
    const { clock, onFound, onGone, onPosted, publisher } = this.#parts;
    try {
      return await carryPlan(posting, {
        ...this.#patience(posting),
        publisher,
        onPosted,
        onGone,
        onFound,
        isWanted,
        check: (latest) => preflight(publisher, latest, needs),
        record: (latest) => this.record(latest),
        onWent: () => this.#waiting.delete(journalKey(posting)),
        now: () => clock.now().getTime(),
      });
    } finally {
      this.#waiting.delete(journalKey(posting));
    }
  }

  #patience(posting: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>): Patience {
    const { log, pauses } = this.#parts;
    const key = journalKey(posting);
    return {
      pauses,
      signal: this.#stopping.signal,
      graceMs: stopGraceMs,
      onWaiting: (cause, pauseMs) => {
        this.#waiting.set(key, cause);
        log.warn({ posting: key, cause, pauseMs }, 'Discord cannot be reached; what is under way goes on later.');
      },
    };
  }
}

/** Told to the author who asks why nothing comes. */
const laneTaken = 'Another chapter is being posted in this channel.';

function nextAction({ plan }: Posting): Action | undefined {
  return plan === undefined ? undefined : openOperation(plan)?.operation.action;
}
