import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Part } from '../pieces/part.js';
import { isMature } from '../story/labels.js';
import type { Chapter, Story } from '../story/model.js';
import { done, failed, type Outcome } from './failure.js';
import type { Clock, Log, Records, Stories } from './ports.js';
import { advance } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import type { Obstacle } from './posting/obstacle.js';
import { isUntouched, openOperation } from './posting/plan.js';
import { planRelease } from './posting/plan-release.js';
import { type LeftThread, leftBehind, planRetraction } from './posting/plan-retraction.js';
import type { PlanRunner } from './posting/plan-runner.js';
import type { Posting } from './posting/posting.js';
import { obstacleIn } from './posting/preflight.js';
import type { ChannelNeeds, ChannelReport, Publisher, Renderer } from './posting/publisher.js';
import { withAskedFor } from './posting/with-asked-for.js';
import type { Availability } from './serial/availability.js';
import type { Serial } from './serial/serial.js';
import type { SerialBook } from './serial/serial-book.js';
import { serialKey } from './serial/serial-key.js';

/** How long whoever asks for a retraction is kept waiting for it, in milliseconds of real time; it goes on all the same. */
const retractionWaitMs = 20_000;

/** What the releaser works with. */
export interface ReleaserParts {
  readonly serials: SerialBook;
  readonly journals: Records<Posting>;
  readonly availability: Pick<Availability, 'nextDate'>;
  readonly runner: PlanRunner;
  readonly stories: Stories;
  readonly publisher: Publisher;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly log: Log;
  /** Is told when a serial that had a chapter under way has none any more. */
  readonly onFree: (serial: Serial) => void;
}

/** What became of a retraction that was asked for. */
export interface Retraction {
  readonly label: string;
  /** Whether it is over; else it goes on by itself. */
  readonly isOver: boolean;
  /** Threads and forum posts that stay. */
  readonly left: readonly LeftThread[];
}

/** A serial, by what its key is made of. */
type SerialName = Pick<Serial, 'guildId' | 'storyId'>;

/**
 * Carries what a serial has under way (its `current`): a chapter being released, from the plan to the last operation, or being
 * taken back. One per serial at a time, those of different serials side by side.
 */
export class Releaser {
  readonly #parts: ReleaserParts;
  /** What retractions that somebody waits for left behind, by serial. */
  readonly #retracted = new Map<string, readonly LeftThread[]>();
  /** Serials of whose retraction somebody waits for the answer, and need not be told otherwise. */
  readonly #awaited = new Set<string>();

  constructor(parts: ReleaserParts) {
    this.#parts = parts;
  }

  /** Why a chapter cannot be posted where its serial runs; undefined where it can. */
  async obstacle(serial: Serial, story: Story, chapter: Chapter): Promise<Obstacle | undefined> {
    return obstacleIn(await this.#inspect(serial), isMature(story, chapter));
  }

  /** Claims the serial for a chapter and begins to post it. Gives false where something is under way already. */
  async begin(serial: Serial, chapterId: string): Promise<boolean> {
    let claimed = false;
    await this.#parts.serials.change(serial, (current) => {
      claimed = current.current === undefined;
      return claimed ? { ...current, current: { chapterId, plan: 'release' }, question: undefined } : current;
    });
    if (claimed) this.go(serial);
    return claimed;
  }

  /** Goes on with what the serial has under way, if it has anything and nobody is at it; also from where it was blocked. */
  go(serial: SerialName): void {
    const key = serialKey(serial);
    const { log, runner, serials } = this.#parts;
    const onError = (error: unknown, pauseMs: number) => {
      serials.holdBack(serial, error);
      log.error({ err: error, serial: key, pauseMs }, 'What a serial has under way is held back.');
    };
    runner.start(key, () => this.#work(serial), onError);
  }

  /** Whether somebody is at what the serial has under way. */
  isAt(serial: SerialName): boolean {
    return this.#parts.runner.isRunning(serialKey(serial));
  }

  /** Why what is under way waits, as Discord or the network put it; undefined where it does not. */
  whyWaiting({ current, guildId, storyId }: Serial): string | undefined {
    return current && this.#parts.runner.whyWaiting({ guildId, storyId, chapterId: current.chapterId });
  }

  /** What {@link retract} takes back: the chapter that is blocked, else the last one that is out. */
  async retractable(serial: Serial): Promise<Outcome<Posting>> {
    const chapterId = retractableIn(serial);
    if (chapterId === undefined) return failed({ kind: 'nothing-out' });
    const posting = await this.#parts.journals.get(journalKey({ ...serial, chapterId }));
    if (serial.current !== undefined && (this.isAt(serial) || posting === undefined)) {
      return failed(underWay(serial, posting));
    }
    return posting === undefined ? failed({ kind: 'nothing-out' }) : done(posting);
  }

  /**
   * Claims the serial to take a chapter back, if that is still the one that {@link retractable} gives: what was posted of it is
   * deleted, and it is unreleased. Resolves when that is over or blocked, or has to wait for Discord.
   */
  async retract(serial: Serial, posting: Posting): Promise<Outcome<Retraction>> {
    const { runner, serials } = this.#parts;
    const { chapterId, label } = posting;
    const key = serialKey(serial);
    const isBusy = () => this.isAt(serial) || runner.isRunning(journalKey(posting));
    let claimed = false;
    const before = await serials.change(serial, (current) => {
      claimed = retractableIn(current) === chapterId && !isBusy();
      return claimed ? withRetraction(current, chapterId) : current;
    });
    if (!claimed)
      return failed(
        runner.isRunning(journalKey(posting)) ? { kind: 'update-under-way', label } : underWay(before, posting),
      );
    this.#awaited.add(key);
    this.go(serial);
    const waiting = new AbortController();
    await Promise.race([
      runner.settled(key),
      sleep(retractionWaitMs, undefined, { signal: waiting.signal }).catch(() => {}),
    ]);
    waiting.abort();
    this.#awaited.delete(key);
    return this.#retracted.has(key) ? this.#over(key, label) : this.#notOver(serial, posting);
  }

  #over(key: string, label: string): Outcome<Retraction> {
    const left = this.#retracted.get(key) ?? [];
    this.#retracted.delete(key);
    return done({ label, isOver: true, left });
  }

  async #notOver(serial: Serial, posting: Posting): Promise<Outcome<Retraction>> {
    const { label } = posting;
    const { plan } = (await this.#parts.journals.get(journalKey(posting))) ?? {};
    const { channelId } = posting;
    if (plan?.blocked === undefined || this.isAt(serial)) return done({ label, isOver: false, left: [] });
    return failed({ kind: 'obstacle', channelId, obstacle: plan.blocked.obstacle });
  }

  /** Does what the serial has under way, one after another, until there is nothing or something is in the way. */
  async #work(name: SerialName): Promise<void> {
    const { runner, serials } = this.#parts;
    let goesOn = true;
    while (goesOn) goesOn = await runner.inLane(serialLane(name), () => this.#next(name));
    const serial = serials.get(name.guildId, name.storyId);
    if (serial !== undefined && serial.current === undefined) this.#parts.onFree(serial);
  }

  /** Gives whether to look for more. What is to be done is read anew: a command may have changed it meanwhile. */
  async #next(name: SerialName): Promise<boolean> {
    const { runner, serials } = this.#parts;
    const serial = await serials.latest(name);
    if (serial?.current === undefined || runner.isStopping) return false;
    const { chapterId, plan } = serial.current;
    const isOver =
      plan === 'release' ? await this.#release(serial, chapterId) : await this.#takeBack(serial, chapterId);
    serials.letGoOn(serial);
    return isOver;
  }

  async #release(serial: Serial, chapterId: string): Promise<boolean> {
    const { runner } = this.#parts;
    const stored = await this.#parts.journals.get(journalKey({ ...serial, chapterId }));
    const start = await this.#planned(serial, chapterId, stored);
    if (start === 'stopped') return false;
    if (start === undefined) {
      await this.#abandon(serial, chapterId);
      return true;
    }
    this.#parts.log.info({ posting: journalKey(start), pieces: start.pieces.length }, `Posting ${start.label}.`);
    const end = await runner.carry(start, needsOf(serial));
    if (end.plan !== undefined && openOperation(end.plan) !== undefined) {
      await this.#tellBlocked(serial, stored, end);
      return false;
    }
    if (end.plan !== undefined) await runner.record(advance(end, { kind: 'finished' }));
    await this.#settle(serial, end);
    return true;
  }

  /** A plan of which nothing was asked is made anew: the file, the channel or the role may have changed since. */
  async #planned(
    serial: Serial,
    chapterId: string,
    stored: Posting | undefined,
  ): Promise<Posting | 'stopped' | undefined> {
    const { clock, renderer, stories } = this.#parts;
    const goesOn = stored !== undefined && (await this.#goesOn(serial, stored));
    if (goesOn === 'stopped') return 'stopped';
    if (goesOn) return stored;
    const story = stories.story(serial.storyId);
    const chapter = story?.chapters.find(({ id }) => id === chapterId);
    if (story === undefined || chapter === undefined) return undefined;
    const channel = (await this.#inspect(serial)) ?? { kind: serial.channelKind, tags: [] };
    const ending = await this.#ending(serial);
    return planRelease({ serial, story, chapter, channel, ending, renderer, now: clock.now().getTime() });
  }

  /** Whether a release goes on as it was planned: not before anything was asked, nor where its channel is gone for another. */
  async #goesOn(serial: Serial, stored: Posting): Promise<boolean | 'stopped'> {
    const { plan } = stored;
    if (plan === undefined) return true;
    if (plan.kind !== 'release' || isUntouched(plan)) return false;
    if (stored.channelId === serial.channelId) return true;
    const seen = await this.#parts.runner.retry(stored, () => this.#parts.publisher.isGone(stored.channelId));
    return seen.kind === 'seen' ? !seen.isGone : 'stopped';
  }

  /** What stands below the last piece says only what will happen. */
  async #ending(serial: Serial): Promise<Part | undefined> {
    const at = await this.#parts.availability.nextDate(serial);
    if (at !== undefined) return { kind: 'next-chapter', at };
    const { status } = serial;
    return status.kind === 'paused' && status.until !== undefined ? { kind: 'pause', until: status.until } : undefined;
  }

  async #settle(serial: Serial, { chapterId, digest, label }: Posting): Promise<void> {
    const { clock, log, serials } = this.#parts;
    const at = clock.now().getTime();
    await serials.change(serial, (current) => ({
      ...current,
      current: undefined,
      released: [...current.released.filter((entry) => entry.chapterId !== chapterId), { chapterId, at, digest }],
    }));
    log.info({ posting: journalKey({ ...serial, chapterId }) }, `${label} is out.`);
  }

  async #takeBack(serial: Serial, chapterId: string): Promise<boolean> {
    const { clock, journals, publisher, runner, serials } = this.#parts;
    const id = journalKey({ ...serial, chapterId });
    const stored = await journals.get(id);
    let end: Posting | undefined;
    if (stored !== undefined) {
      const known = await withAskedFor(stored, publisher, runner);
      if (known === 'stopped') return false;
      const now = clock.now().getTime();
      const start = known.plan?.kind === 'retraction' ? known : planRetraction(known, now);
      if (start !== stored) await runner.record(start);
      end = await runner.carry(start, needsOf(serial));
      if (end.plan !== undefined && openOperation(end.plan) !== undefined) {
        if (!this.#awaited.has(serialKey(serial))) await this.#tellBlocked(serial, stored, end);
        return false;
      }
      await journals.update(id, () => undefined);
    }
    await serials.change(serial, (current) => ({ ...current, current: undefined }));
    if (this.#awaited.has(serialKey(serial))) {
      this.#retracted.set(serialKey(serial), end === undefined ? [] : leftBehind(end));
    }
    this.#parts.log.info({ posting: id }, `${end?.label ?? chapterId} was taken back.`);
    return true;
  }

  /** Whoever was told once is not told again at every attempt, unless something else is in the way now. */
  async #tellBlocked(serial: Serial, before: Posting | undefined, { channelId, label, plan }: Posting): Promise<void> {
    if (plan?.blocked === undefined) return;
    const { obstacle } = plan.blocked;
    if (isDeepStrictEqual(before?.plan?.blocked?.obstacle, obstacle)) return;
    this.#parts.log.warn({ serial: serialKey(serial), obstacle }, `The ${plan.kind} of ${label} is blocked.`);
    await this.#parts.publisher.tell(serial, { kind: 'blocked', plan: plan.kind, label, channelId, obstacle });
  }

  /** The chapter was claimed, but its file went before anything was asked for: the serial is free again. */
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
}

/** In which a serial's own postings come one after another. */
export function serialLane(serial: SerialName): string {
  return `serial ${serialKey(serial)}`;
}

function needsOf({ discussion, seeds, roleId }: Serial): ChannelNeeds {
  return { discussion, seeds: seeds.length > 0, roleId };
}

/** The chapter that is blocked, or the last one that is out. */
function retractableIn({ current, released }: Serial): string | undefined {
  return current?.chapterId ?? released.at(-1)?.chapterId;
}

function withRetraction(serial: Serial, chapterId: string): Serial {
  return {
    ...serial,
    current: { chapterId, plan: 'retraction' },
    updating: serial.updating.filter((id) => id !== chapterId),
    released: serial.released.filter((entry) => entry.chapterId !== chapterId),
  };
}

/** Why nothing else can be done while something is under way. */
export function underWay({ current }: Serial, posting: Posting | undefined) {
  const label = posting?.label ?? current?.chapterId ?? '';
  if (current?.plan === 'retraction') return { kind: 'retraction-under-way', label } as const;
  const isBlocked = posting?.plan?.blocked !== undefined;
  return isBlocked ? ({ kind: 'release-blocked', label } as const) : ({ kind: 'release-under-way' } as const);
}
