import { setMaxListeners } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { DrawPart } from '../../pieces/drawn-text.js';
import { isMature } from '../../story/labels.js';
import type { Chapter, Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { done, failed, type Outcome } from '../failure.js';
import type { Clock, Log, Records, Stories } from '../ports.js';
import type { Serial } from '../serial/serial.js';
import { type SerialBook, serialKey } from '../serial/serial-book.js';
import { backoffMs, type Pauses, pause } from './backoff.js';
import { isUntouched, type PostedPiece, type Release } from './journal.js';
import type { Obstacle } from './obstacle.js';
import { planRelease } from './plan-release.js';
import { obstacleIn, preflight } from './preflight.js';
import type { ChannelNeeds, ChannelReport, Publisher } from './publisher.js';
import { runRelease } from './run-release.js';
import { takeBack } from './take-back.js';

/** How long a step in hand may still take when the bot is stopped: well within the 10 s that a process is given. */
const stopGraceMs = 5_000;

/** What the releaser works with. */
export interface ReleaserParts {
  readonly serials: SerialBook;
  readonly journals: Records<Release>;
  readonly stories: Stories;
  readonly publisher: Publisher;
  /** How parts of a chapter stand in a plain message. */
  readonly draw: DrawPart;
  readonly clock: Clock;
  readonly log: Log;
  /** How long to wait between two attempts while Discord cannot be reached. */
  readonly pauses: Pauses;
  /** Is told of every message that a release posts, before the journal counts it. May be told twice of the same. */
  readonly onPosted: (release: Release, stepIndex: number, messageId: string) => Promise<void>;
  /** Is told of a piece that may have stood for a while before it was known to: readers may have been there first. */
  readonly onFound: (piece: Pick<PostedPiece, 'channelId' | 'messageId'>) => void;
}

/**
 * Carries the release that a serial has under way (its `current`) from the plan to the last step, one per serial at a time and
 * those of different serials side by side.
 */
export class Releaser {
  readonly #parts: ReleaserParts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: ReleaserParts) {
    this.#parts = parts;
    // Every release under way listens, and there may be one for each serial: that is no leak.
    setMaxListeners(0, this.#stopping.signal);
  }

  /** The journal of a release, by the id under which the chapter came out. */
  journal(guildId: string, storyId: string, chapterId: string): Promise<Release | undefined> {
    return this.#parts.journals.get(journalKey({ guildId, storyId, chapterId }));
  }

  /** Why a chapter cannot be posted where its serial runs; undefined where it can. */
  async obstacle(serial: Serial, story: Story, chapter: Chapter): Promise<Obstacle | undefined> {
    return obstacleIn(await this.#inspect(serial), isMature(story, chapter));
  }

  /** Claims the serial for a chapter and begins to post it. Gives false where a release is under way already. */
  async begin(serial: Serial, chapterId: string): Promise<boolean> {
    let claimed = false;
    const changed = await this.#parts.serials.change(serial, (current) => {
      claimed = current.current === undefined;
      return claimed ? { ...current, current: { chapterId }, question: undefined } : current;
    });
    if (claimed) this.go(changed);
    return claimed;
  }

  /** Goes on with the release that the serial has under way, if it has one and nobody is at it; also from where it was parked. */
  go(serial: Serial): void {
    const key = serialKey(serial.guildId, serial.storyId);
    if (serial.current === undefined || this.#running.has(key) || this.#stopping.signal.aborted) return;
    const run = this.#persist(serial, serial.current.chapterId).finally(() => this.#running.delete(key));
    this.#running.set(key, run);
  }

  /**
   * Does something in a serial's channel while none of its releases is under way; one that comes due meanwhile waits for it.
   * Gives false, and does nothing, where one is under way, if only parked.
   */
  async between(serial: Serial, work: () => Promise<void>): Promise<boolean> {
    const key = serialKey(serial.guildId, serial.storyId);
    const latest = () => this.#parts.serials.get(serial.guildId, serial.storyId);
    if (this.#running.has(key) || latest()?.current !== undefined || this.#stopping.signal.aborted) return false;
    const run = work().finally(() => this.#running.delete(key));
    // Whoever stops the releaser waits for it; what it throws is for the caller alone.
    this.#running.set(
      key,
      run.catch(() => {}),
    );
    try {
      await run;
    } finally {
      this.go(latest() ?? serial);
    }
    return true;
  }

  /** What {@link retract} takes back: the release that is parked, else the last one that is out. */
  async retractable(serial: Serial): Promise<Outcome<Release>> {
    const { current, guildId, released, storyId } = serial;
    const chapterId = current?.chapterId ?? released.at(-1)?.chapterId;
    const release = chapterId === undefined ? undefined : await this.journal(guildId, storyId, chapterId);
    const isResting = release?.status.kind === 'parked' && !this.#running.has(serialKey(guildId, storyId));
    if (current !== undefined && !isResting) return failed({ kind: 'release-under-way' });
    return release === undefined ? failed({ kind: 'nothing-out' }) : done(release);
  }

  /** Deletes what a release posted, the parked one or else the last one, and makes its chapter unreleased. */
  async retract(serial: Serial): Promise<Outcome<Release>> {
    const retractable = await this.retractable(serial);
    if (!retractable.ok) return retractable;
    const taken = await takeBack(this.#parts.publisher, retractable.value);
    if (!taken.ok) return taken;
    const release = taken.value;
    await this.#parts.serials.change(serial, (current) => ({
      ...current,
      current: undefined,
      released: current.released.filter(({ chapterId }) => chapterId !== release.chapterId),
    }));
    await this.#parts.journals.update(journalKey(release), () => undefined);
    return done(release);
  }

  /** Lets the step in hand finish, begins none, and resolves when all is written. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  /**
   * Carries a release, and after an error of our own (a journal that could not be written, above all) carries it again from
   * what the journal says, as a restart would: what was not recorded was not begun, or is looked for first.
   */
  async #persist(serial: Serial, chapterId: string): Promise<void> {
    const { log, pauses, serials } = this.#parts;
    let latest: Serial | undefined = serial;
    for (let attempt = 1; latest?.current?.chapterId === chapterId; attempt += 1) {
      try {
        await this.#carry(latest, chapterId);
        serials.letGoOn(serial);
        return;
      } catch (error) {
        const pauseMs = backoffMs(attempt, Math.random(), pauses);
        serials.holdBack(serial, error);
        log.error(
          { err: error, serial: serialKey(serial.guildId, serial.storyId), pauseMs },
          'A release is held back.',
        );
        if (!(await pause(pauseMs, this.#stopping.signal))) return;
      }
      latest = serials.get(serial.guildId, serial.storyId);
    }
  }

  async #carry(serial: Serial, chapterId: string): Promise<void> {
    const known = await this.journal(serial.guildId, serial.storyId, chapterId);
    const start = known === undefined || isUntouched(known) ? await this.#plan(serial, chapterId) : known;
    if (start === undefined) return this.#abandon(serial, chapterId);
    const release = await this.#run(serial, start);
    if (release.status.kind === 'done') await this.#settle(serial, release, release.status.at);
    // Whoever was told once is not told again at every attempt, unless something else is in the way now.
    const told = known?.status.kind === 'parked' ? known.status.obstacle : undefined;
    if (release.status.kind === 'parked' && !isDeepStrictEqual(told, release.status.obstacle)) {
      await this.#park(serial, release, release.status.obstacle);
    }
  }

  /** A plan of which nothing was sent is made anew: the file, the channel or the role may have changed since. */
  async #plan(serial: Serial, chapterId: string): Promise<Release | undefined> {
    const { clock, draw, stories } = this.#parts;
    const story = stories.story(serial.storyId);
    const chapter = story?.chapters.find(({ id }) => id === chapterId);
    if (story === undefined || chapter === undefined) return undefined;
    const channel = (await this.#inspect(serial)) ?? { kind: serial.channelKind, tags: [] };
    return planRelease(serial, story, chapter, channel, clock.now().getTime(), draw);
  }

  #run(serial: Serial, start: Release): Promise<Release> {
    const { clock, log, onFound, onPosted, pauses, publisher } = this.#parts;
    log.info({ release: journalKey(start), pieces: start.steps.length }, `Posting ${start.label}.`);
    return runRelease(start, {
      publisher,
      onPosted,
      onFound,
      check: (release) => preflight(publisher, release, needsOf(serial)),
      record: (release) => this.#record(release),
      onWaiting: (release, cause, pauseMs) =>
        log.warn(
          { release: journalKey(release), cause, pauseMs },
          `Discord cannot be reached; ${release.label} goes on later.`,
        ),
      now: () => clock.now().getTime(),
      pauses,
      signal: this.#stopping.signal,
      graceMs: stopGraceMs,
    });
  }

  async #settle(serial: Serial, release: Release, at: number): Promise<void> {
    const { chapterId } = release;
    await this.#parts.serials.change(serial, (current) => ({
      ...current,
      current: undefined,
      released: [...current.released.filter((entry) => entry.chapterId !== chapterId), { chapterId, at }],
    }));
    this.#parts.log.info({ release: journalKey(release) }, `${release.label} is out.`);
  }

  async #park(serial: Serial, release: Release, obstacle: Obstacle): Promise<void> {
    this.#parts.log.warn({ release: journalKey(release), obstacle }, `${release.label} cannot be posted.`);
    await this.#parts.publisher.tell(serial, { kind: 'parked', label: release.label, obstacle });
  }

  /** The chapter was claimed, but its file went before anything was sent: the serial is free again. */
  async #abandon(serial: Serial, chapterId: string): Promise<void> {
    await this.#parts.serials.change(serial, (current) => ({ ...current, current: undefined }));
    this.#parts.log.warn(
      { chapter: chapterId },
      'A chapter that was to come out has no file any more; nothing was posted.',
    );
  }

  #inspect(serial: Serial): Promise<ChannelReport | undefined> {
    return this.#parts.publisher.inspect(serial.guildId, serial.channelId, needsOf(serial));
  }

  async #record(release: Release): Promise<void> {
    await this.#parts.journals.update(journalKey(release), () => release);
  }
}

function needsOf({ discussion, seeds, roleId }: Serial): ChannelNeeds {
  return { discussion, seeds: seeds.length > 0, roleId };
}

/** Under which a release is stored. */
export function journalKey({
  guildId,
  storyId,
  chapterId,
}: Pick<Release, 'guildId' | 'storyId' | 'chapterId'>): string {
  return `${serialKey(guildId, storyId)}/${refOf(chapterId)}`;
}
