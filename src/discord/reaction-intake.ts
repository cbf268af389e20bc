import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../release/ports.js';

/** Where a message stands. */
export interface MessagePlace {
  /** A channel or thread. */
  readonly channelId: string;
  readonly messageId: string;
}

/** What reactions are taken in with. */
export interface ReactionIntakeParts {
  readonly pending: { add(work: Promise<void>): void };
  /** Compares messages, or all recent pieces, with Discord; gives those where that failed, which it has logged. Never rejects. */
  readonly lookUp: (missed: readonly MessagePlace[] | 'all') => Promise<readonly MessagePlace[]>;
  readonly log: Log;
  /** Ends the taking in: what comes later is looked up at the next start. */
  readonly signal: AbortSignal;
  /** Events that may wait to be written: some seconds of a busy bot, and a few megabytes. */
  readonly maxWaiting?: number;
  /** Messages that may wait to be looked up; where there are more, all recent pieces are. */
  readonly maxMissed?: number;
  /** Pause after a look-up that failed, in milliseconds of real time. */
  readonly retryMs?: number;
}

/** Look-ups in a row that brought nothing, after which the rest is left to the next start. */
const maxAttempts = 5;

/**
 * Takes in the gateway's events about reactions in bounded memory. What it cannot hold, or what cannot be written, is not lost:
 * it remembers the message, and looks it up at Discord when nothing waits any more.
 */
export class ReactionIntake {
  readonly #parts: ReactionIntakeParts;
  readonly #maxWaiting: number;
  readonly #maxMissed: number;
  readonly #retryMs: number;
  #missed = new Map<string, MessagePlace>();
  #missedAll = false;
  #waiting = 0;
  #isLookingUp = false;

  constructor(parts: ReactionIntakeParts) {
    this.#parts = parts;
    this.#maxWaiting = parts.maxWaiting ?? 10_000;
    this.#maxMissed = parts.maxMissed ?? 10_000;
    this.#retryMs = parts.retryMs ?? 60_000;
  }

  /** Lets an event on a message be recorded by `record`, or remembers the message. */
  take(message: MessagePlace, record: () => Promise<void>): void {
    if (this.#parts.signal.aborted) return;
    if (this.#waiting >= this.#maxWaiting) this.#miss(message);
    else {
      this.#waiting += 1;
      this.#parts.pending.add(this.#record(message, record));
    }
  }

  /** Has a message looked up: something may have come before anybody listened. */
  miss(message: MessagePlace): void {
    this.#miss(message);
    this.#begin();
  }

  /** Has all recent pieces looked up: something was missed, and it is not known what. */
  missAll(): void {
    this.#missedAll = true;
    this.#begin();
  }

  async #record(message: MessagePlace, record: () => Promise<void>): Promise<void> {
    try {
      await record();
    } catch (error) {
      // Events come in bursts: one line for all that fail together.
      if (!this.#missed.has(message.messageId)) {
        this.#parts.log.error({ err: error, ...message }, 'A reaction could not be recorded; it is looked up later.');
      }
      this.#miss(message);
    }
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#begin();
  }

  #begin(): void {
    if (this.#isLookingUp || !this.#hasMissed()) return;
    this.#isLookingUp = true;
    this.#parts.pending.add(this.#catchUp());
  }

  async #catchUp(): Promise<void> {
    const { log, lookUp, signal } = this.#parts;
    for (let attempt = 1; this.#hasMissed() && !signal.aborted; attempt += 1) {
      const missed = this.#missedAll ? 'all' : [...this.#missed.values()];
      this.#missed = new Map();
      this.#missedAll = false;
      const failed = await lookUp(missed);
      const isProgress = missed === 'all' || failed.length < missed.length;
      if (isProgress) attempt = 0;
      if (failed.length === 0) continue;
      if (attempt < maxAttempts) {
        for (const message of failed) this.#miss(message);
        await sleep(this.#retryMs, undefined, { signal }).catch(() => {});
      } else {
        log.error({ messages: failed.length }, 'Reactions that I missed are looked up again at the next start only.');
      }
    }
    this.#isLookingUp = false;
  }

  #hasMissed(): boolean {
    return this.#missedAll || this.#missed.size > 0;
  }

  #miss(message: MessagePlace): void {
    if (this.#missedAll) return;
    this.#missed.set(message.messageId, message);
    if (this.#missed.size <= this.#maxMissed) return;
    this.#missed = new Map();
    this.#missedAll = true;
  }
}
