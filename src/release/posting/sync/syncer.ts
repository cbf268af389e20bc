import type { DrawPart } from '../../../pieces/drawn-text.js';
import type { Chapter, Story } from '../../../story/model.js';
import { done, failed, type Outcome } from '../../failure.js';
import type { Clock, Log, Records, Stories } from '../../ports.js';
import type { Serial } from '../../serial/serial.js';
import type { SerialBook } from '../../serial/serial-book.js';
import { backoffMs, type Pauses, pause } from '../backoff.js';
import type { Release } from '../journal.js';
import { preflight } from '../preflight.js';
import type { Publisher } from '../publisher.js';
import { journalKey, type Releaser } from '../releaser.js';
import { planSync } from './plan-sync.js';
import type { Reviser } from './reviser.js';
import { runSync } from './run-sync.js';
import { settleSync } from './settle-sync.js';
import { openChange, type Sync, type SyncChange } from './sync.js';

/** How long a change in hand may still take when the bot is stopped: well within the 10 s that a process is given. */
const stopGraceMs = 5_000;

/** What the syncer works with. */
export interface SyncerParts {
  readonly serials: SerialBook;
  readonly releaser: Pick<Releaser, 'journal' | 'between'>;
  readonly journals: Records<Release>;
  readonly syncs: Records<Sync>;
  readonly stories: Stories;
  readonly publisher: Publisher;
  readonly reviser: Reviser;
  /** How parts of a chapter stand in a plain message. */
  readonly draw: DrawPart;
  readonly clock: Clock;
  readonly log: Log;
  readonly pauses: Pauses;
  /** Is told of every message of a release and the piece that it is, whenever that may have changed. */
  readonly onPosted: (release: Release, stepIndex: number, messageId: string) => Promise<void>;
}

/** How the messages of a release stand to its chapter's file. */
export type SyncLook =
  | { readonly kind: 'same'; readonly release: Release }
  | { readonly kind: 'changed'; readonly release: Release; readonly sync: Sync }
  | { readonly kind: 'no-room'; readonly release: Release }
  /** Begun and not done; where it is not running, something was in the way. */
  | { readonly kind: 'under-way'; readonly release: Release; readonly sync: Sync; readonly isRunning: boolean };

/** Brings what a finished release has posted up to what its chapter's file says, when the author says so. */
export class Syncer {
  readonly #parts: SyncerParts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: SyncerParts) {
    this.#parts = parts;
  }

  /** Looks how a release stands to its chapter; `key` is the id under which the chapter came out. Asks Discord, changes nothing. */
  async look(serial: Serial, story: Story, chapter: Chapter, key: string): Promise<Outcome<SyncLook>> {
    const { clock, draw, releaser, reviser, serials, syncs } = this.#parts;
    const journal = await releaser.journal(serial.guildId, serial.storyId, key);
    if (journal === undefined) return failed({ kind: 'nothing-out' });
    if (journal.status.kind !== 'done') return failed({ kind: 'release-under-way' });
    const id = journalKey(journal);
    const begun = await syncs.get(id);
    if (begun !== undefined && this.#running.has(id)) return done(underWay(journal, begun, true));
    const release = begun === undefined ? journal : settleSync(journal, begun);
    const below = await reviser.isLast(release);
    if (below.kind === 'refused') return failed({ ...below, kind: 'obstacle', channelId: release.channelId });
    if (below.kind === 'unreachable') return failed({ kind: 'discord', message: below.cause });
    const isFree = serials.get(serial.guildId, serial.storyId)?.current === undefined;
    const at = { now: clock.now().getTime(), mayGrow: below.isLast && isFree, draw };
    const plan = planSync(release, story, chapter, at);
    if (plan.kind !== 'changed') return done({ kind: plan.kind, release });
    // What was begun for the same text goes on as it was planned.
    if (begun?.digest === plan.sync.digest) return done(underWay(journal, begun, false));
    return done({ kind: 'changed', release, sync: plan.sync });
  }

  /** Begins what a look showed, or goes on with it. Resolves when that is written down, not when it is done. */
  async begin(serial: Serial, look: Extract<SyncLook, { readonly sync: Sync }>): Promise<Outcome<Sync>> {
    const { release } = look;
    const sync: Sync = { ...look.sync, parked: undefined };
    const id = journalKey(release);
    if (this.#running.has(id)) return failed({ kind: 'sync-under-way', label: sync.label });
    const way = await preflight(
      this.#parts.publisher,
      { ...release, mature: sync.mature },
      { discussion: false, seeds: false },
    );
    if (way.kind === 'refused') return failed({ ...way, kind: 'obstacle', channelId: release.channelId });
    // Half of an earlier sync may be in this journal: it has to be written before that sync is replaced.
    await this.#parts.journals.update(id, () => release);
    await this.#parts.syncs.update(id, () => sync);
    this.#go(serial, id);
    return done(sync);
  }

  /** Goes on with every sync that an earlier run left unfinished; resolves when all are under way. */
  async resume(): Promise<void> {
    for (const serial of this.#parts.serials.all()) {
      for (const { chapterId } of serial.released) {
        const id = journalKey({ ...serial, chapterId });
        const sync = await this.#parts.syncs.get(id).catch((error: unknown) => this.#passOver(id, error));
        if (sync !== undefined && sync.parked === undefined) this.#go(serial, id);
      }
    }
  }

  /** Makes an unfinished sync of a release part of its journal and forgets it; gives false where one is running. */
  async giveUp(release: Release): Promise<boolean> {
    const id = journalKey(release);
    if (this.#running.has(id)) return false;
    const sync = await this.#parts.syncs.get(id);
    if (sync !== undefined) await this.#finish(release, sync);
    return true;
  }

  /** Lets the change in hand finish, begins none, and resolves when all is written. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  #go(serial: Serial, id: string): void {
    if (this.#running.has(id) || this.#stopping.signal.aborted) return;
    const run = this.#persist(serial, id).finally(() => this.#running.delete(id));
    this.#running.set(id, run);
  }

  /** After an error of our own (a record that could not be written, above all) it goes on from what is written, as a restart would. */
  async #persist(serial: Serial, id: string): Promise<void> {
    const { journals, log, pauses, syncs } = this.#parts;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [release, sync] = await Promise.all([journals.get(id), syncs.get(id)]);
        if (release !== undefined && sync !== undefined) await this.#carry(serial, release, sync);
        return;
      } catch (error) {
        const pauseMs = backoffMs(attempt, Math.random(), pauses);
        log.error({ err: error, release: id, pauseMs }, 'Bringing a release up to date is held back.');
        if (!(await pause(pauseMs, this.#stopping.signal))) return;
      }
    }
  }

  async #carry(serial: Serial, release: Release, start: Sync): Promise<void> {
    const { log, releaser } = this.#parts;
    let sync = start;
    if (openChange(sync)?.step.change.kind === 'post') {
      // New messages must not come between those of the next chapter.
      const had = await releaser.between(serial, async () => {
        sync = await this.#run(sync, release, ({ kind }) => kind === 'post');
      });
      if (!had) return log.warn({ release: journalKey(release) }, `${sync.label} is brought up to date later.`);
    }
    if (sync.parked === undefined) sync = await this.#run(sync, release, () => true);
    if (openChange(sync) === undefined) return this.#finish(release, sync);
    if (sync.parked === undefined) return;
    const { obstacle } = sync.parked;
    log.warn({ release: journalKey(release), obstacle }, `${sync.label} cannot be brought up to date.`);
    const { channelId } = release;
    await this.#parts.publisher.tell(serial, { kind: 'sync-parked', label: sync.label, channelId, obstacle });
  }

  #run(sync: Sync, release: Release, isMine: (change: SyncChange) => boolean): Promise<Sync> {
    const { clock, log, pauses, publisher, reviser, syncs } = this.#parts;
    const id = journalKey(release);
    return runSync(sync, release, {
      publisher,
      reviser,
      pauses,
      isMine,
      check: () => preflight(publisher, { ...release, mature: sync.mature }, { discussion: false, seeds: false }),
      record: async (next) => {
        await syncs.update(id, () => next);
      },
      onWaiting: (cause, pauseMs) => log.warn({ release: id, cause, pauseMs }, `${sync.label} is changed on later.`),
      onPosted: (next) => this.#track(settleSync(release, next)),
      now: () => clock.now().getTime(),
      signal: this.#stopping.signal,
      graceMs: stopGraceMs,
    });
  }

  /** The journal takes over what was done; only then is the sync forgotten. */
  async #finish(release: Release, sync: Sync): Promise<void> {
    const id = journalKey(release);
    const settled = settleSync(release, sync);
    await this.#parts.journals.update(id, () => settled);
    await this.#track(settled);
    await this.#parts.syncs.update(id, () => undefined);
    this.#parts.log.info({ release: id }, `${sync.label} is up to date.`);
  }

  #passOver(id: string, error: unknown): undefined {
    this.#parts.log.error({ err: error, release: id }, 'An update that was under way cannot be read.');
  }

  async #track(release: Release): Promise<void> {
    for (const [index, { progress }] of release.steps.entries()) {
      if ('messageId' in progress) await this.#parts.onPosted(release, index, progress.messageId);
    }
  }
}

function underWay(release: Release, sync: Sync, isRunning: boolean): SyncLook {
  return { kind: 'under-way', release, sync, isRunning };
}
