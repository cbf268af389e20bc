import { setTimeout as sleep } from 'node:timers/promises';
import { isMature } from '../story/labels.js';
import type { Chapter, Story } from '../story/model.js';
import { type CurrentParts, carryRelease, needsOf } from './carry-release.js';
import { carryRetraction } from './carry-retraction.js';
import { done, failed, type Outcome, type ReleaseFailure } from './failure.js';
import { journalKey } from './posting/journal-key.js';
import type { Obstacle } from './posting/obstacle.js';
import { type LeftThread, leftBehind } from './posting/plan-retraction.js';
import type { Work } from './posting/plan-runner.js';
import type { Posting } from './posting/posting.js';
import { obstacleIn } from './posting/preflight.js';
import type { Serial } from './serial/serial.js';
import { serialKey, serialLane } from './serial/serial-key.js';
import { tellBlocked } from './tell-blocked.js';

/** How long the person who asks for a retraction waits for the answer, in milliseconds of real time. It goes on all the same. */
const retractionWaitMs = 20_000;

/** What the releaser works with. */
export interface ReleaserParts extends CurrentParts {
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
    const { channelId, guildId } = serial;
    const channel = await this.#parts.publisher.inspect(guildId, channelId, needsOf(serial));
    return obstacleIn(channel, isMature(story, chapter));
  }

  /** Claims the serial for a chapter and begins to post it. Gives false where something is under way already. */
  async begin(serial: Serial, chapterId: string): Promise<boolean> {
    const claimedAt = this.#parts.clock.now().getTime();
    let claimed = false;
    await this.#parts.serials.change(serial, (current) => {
      claimed = current.current === undefined;
      return claimed
        ? { ...current, current: { chapterId, plan: 'release', claimedAt }, question: undefined }
        : current;
    });
    if (claimed) this.go(serial);
    return claimed;
  }

  /** Goes on with the serial's `current`, also where that is blocked. Does nothing while it is being carried out already. */
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
      return failed(underWay(serial, posting, this.isAt(serial)));
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
    const isUpdating = () => runner.isRunning(journalKey(posting));
    let claimed = false;
    const before = await serials.change(serial, (current) => {
      claimed = retractableIn(current) === chapterId && !this.isAt(serial) && !isUpdating();
      return claimed ? withRetraction(current, chapterId) : current;
    });
    if (!claimed)
      return failed(isUpdating() ? { kind: 'update-under-way', label } : whyNot(before, posting, this.isAt(serial)));
    this.#awaited.add(key);
    this.go(serial);
    await atMost(retractionWaitMs, runner.ended(key));
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
    return failed({ kind: 'retraction-blocked', label, channelId, obstacle: plan.blocked.obstacle });
  }

  /** Does what the serial has under way, one after another, until there is nothing or something is in the way. */
  async #work(name: SerialName): ReturnType<Work> {
    const { runner, serials } = this.#parts;
    let next = await runner.inLane(serialLane(name), () => this.#next(name));
    while (next === 'more') next = await runner.inLane(serialLane(name), () => this.#next(name));
    const serial = serials.get(name.guildId, name.storyId);
    if (serial !== undefined && serial.current === undefined) this.#parts.onFree(serial);
    return next;
  }

  /**
   * Gives whether to look for more, or what is to be done afterwards. What is to be done now is read anew: a command may have
   * changed it meanwhile.
   */
  async #next(name: SerialName): Promise<'more' | (() => Promise<void>) | undefined> {
    const { runner, serials } = this.#parts;
    const serial = await serials.latest(name);
    if (serial?.current === undefined || runner.isStopping) return undefined;
    const { chapterId, plan } = serial.current;
    const carry = plan === 'release' ? carryRelease : carryRetraction;
    const carried = await carry(serial, chapterId, this.#parts);
    serials.letGoOn(serial);
    const isAwaited = plan === 'retraction' && this.#awaited.has(serialKey(serial));
    const { posting } = carried;
    if (carried.kind === 'over') {
      if (isAwaited) this.#retracted.set(serialKey(serial), posting === undefined ? [] : leftBehind(posting));
      return 'more';
    }
    if (posting === undefined || isAwaited) return undefined;
    return () => tellBlocked(serial, plan, carried.before, posting, this.#parts);
  }
}

/** Resolves when the work does, or after so long in real time. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: waiting.signal }).catch(() => {})]);
  waiting.abort();
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

/** Why a chapter cannot be taken back that could be when it was asked for. */
function whyNot(serial: Serial, posting: Posting, isRunning: boolean): ReleaseFailure {
  return serial.current === undefined ? { kind: 'nothing-out' } : underWay(serial, posting, isRunning);
}

/** Why nothing else can be done while something is under way; what is gone on with is not blocked, whatever its journal says. */
export function underWay({ current }: Serial, posting: Posting | undefined, isRunning = false): ReleaseFailure {
  const label = posting?.label ?? current?.chapterId ?? '';
  const blocked = isRunning ? undefined : posting?.plan?.blocked;
  if (current?.plan !== 'retraction') {
    return blocked === undefined ? { kind: 'release-under-way' } : { kind: 'release-blocked', label };
  }
  return posting === undefined || blocked === undefined
    ? { kind: 'retraction-under-way', label }
    : { kind: 'retraction-blocked', label, channelId: posting.channelId, obstacle: blocked.obstacle };
}
