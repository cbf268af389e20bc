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
  readonly #running = new Map<string, Promise<void>>();
  /** What a posting waits for, by its key, while Discord cannot be reached. */
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

  /** Why a posting waits, as Discord or the network put it; undefined where it does not. */
  whyWaiting(posting: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>): string | undefined {
    return this.#waiting.get(journalKey(posting));
  }

  /**
   * Begins work that goes on by itself, unless some under this key does. An error of our own (a journal that could not be
   * written, above all) has it done again from what is stored, as a restart would, after a pause; `onError` is told.
   */
  start(key: string, work: () => Promise<void>, onError: (error: unknown, pauseMs: number) => void): void {
    if (this.isRunning(key) || this.isStopping) return;
    const run = this.#persist(work, onError).finally(() => this.#running.delete(key));
    this.#running.set(key, run);
  }

  /** Resolves when nothing runs under this key. */
  async settled(key: string): Promise<void> {
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
    return retry(ask, this.#patience(posting));
  }

  /** Posts what of a plan is to be posted, as {@link carryPlan} does, and ends before anything else. */
  post(posting: Posting, needs: ChannelNeeds): Promise<Posting> {
    return this.inLane(`channel ${posting.channelId}`, () =>
      this.#carry(posting, needs, ({ kind }) => kind === 'post'),
    );
  }

  /** Carries out what of a plan is not done yet, as {@link carryPlan} does. */
  async carry(posting: Posting, needs: ChannelNeeds): Promise<Posting> {
    const isPosting = nextAction(posting)?.kind === 'post';
    const posted = isPosting ? await this.post(posting, needs) : posting;
    return isPosting && posted.plan?.blocked !== undefined ? posted : this.#carry(posted, needs, () => true);
  }

  async record(posting: Posting): Promise<void> {
    await this.#parts.journals.update(journalKey(posting), () => posting);
  }

  /** Lets the operations in hand finish, begins none, and resolves when all is written. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  async #persist(work: () => Promise<void>, onError: (error: unknown, pauseMs: number) => void): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        const pauseMs = backoffMs(attempt, Math.random(), this.#parts.pauses);
        onError(error, pauseMs);
        if (!(await pause(pauseMs, this.#stopping.signal))) return;
      }
    }
  }

  async #carry(posting: Posting, needs: ChannelNeeds, isWanted: (action: Action) => boolean): Promise<Posting> {
    const { clock, onFound, onPosted, publisher } = this.#parts;
    try {
      return await carryPlan(posting, {
        ...this.#patience(posting),
        publisher,
        onPosted,
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

function nextAction({ plan }: Posting): Action | undefined {
  return plan === undefined ? undefined : openOperation(plan)?.operation.action;
}
