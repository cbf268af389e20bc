import type { Story } from '../story/model.js';
import { isTold } from './journal.js';
import { ahead, inHand, type Next, nextChapter } from './next-chapter.js';
import type { Clock, Stories } from './ports.js';
import type { Releaser } from './releaser.js';
import { nextSlots } from './schedule.js';
import { dueAt, type Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';
import { matchReleased, type ReleasedIds, type VisibleChapter, visibleChapters } from './whats-out.js';

/** What is to come in a serial. */
export interface Outlook {
  /** Undefined where the story is missing from the chapters folder. */
  readonly next: Next | undefined;
  /** Chapters that can come out, one a slot, before a draft or the end of what is written. */
  readonly inHand: number;
  /** The coming slots, epoch milliseconds; empty while it is stopped, or paused without an end. */
  readonly slots: readonly number[];
  /** The slot that the last chapter in hand takes; undefined without chapters or slots. */
  readonly lastSlot?: number;
}

/** Answers what is out and what is to come, in one server. */
export class Showcase {
  readonly #serials: SerialBook;
  readonly #releaser: Pick<Releaser, 'journal'>;
  readonly #stories: Stories;
  readonly #clock: Clock;

  constructor(serials: SerialBook, releaser: Pick<Releaser, 'journal'>, stories: Stories, clock: Clock) {
    this.#serials = serials;
    this.#releaser = releaser;
    this.#stories = stories;
    this.#clock = clock;
  }

  /** What readers of a server may see of a story, in the order in which it came out; a chapter is out with its last piece. */
  async visible(guildId: string, story: Story): Promise<readonly VisibleChapter[]> {
    const now = this.#clock.now().getTime();
    const serial = this.#serials.get(guildId, story.id);
    // A serial that cannot be read is there all the same: what it has not released must not be shown.
    if (serial === undefined && this.#serials.whyHeldBack({ guildId, storyId: story.id }) !== undefined) return [];
    if (serial === undefined) return visibleChapters(story, undefined, new Map(), now);
    const current = serial.current && (await this.#releaser.journal(guildId, story.id, serial.current.chapterId));
    const told = current !== undefined && isTold(current) ? withCurrent(serial, current.plannedAt) : serial;
    return visibleChapters(story, told, await this.#released(told, story), now);
  }

  /** The chapter that is next; undefined where the story is missing. */
  async next(serial: Serial): Promise<Next | undefined> {
    const story = this.#stories.story(serial.storyId);
    if (story === undefined) return undefined;
    const out = await this.#released(withCurrent(serial, 0), story);
    return nextChapter(story, serial, (chapter) => out.has(chapter), this.#clock.now().getTime());
  }

  /** What is to come, with the next `count` slots. */
  async outlook(serial: Serial, count: number): Promise<Outlook> {
    const story = this.#stories.story(serial.storyId);
    const out: ReleasedIds = story === undefined ? new Map() : await this.#released(withCurrent(serial, 0), story);
    const hand = story === undefined ? 0 : inHand(ahead(story, serial, (chapter) => out.has(chapter)));
    const first = dueAt(serial);
    const slots = first === undefined ? [] : nextSlots(serial.schedule, first - 1, Math.max(count, hand));
    return {
      next: await this.next(serial),
      inHand: hand,
      slots: slots.slice(0, count),
      lastSlot: slots[hand - 1],
    };
  }

  #released(serial: Serial, story: Story): Promise<ReleasedIds> {
    return matchReleased(story, serial, (id) => this.#releaser.journal(serial.guildId, serial.storyId, id));
  }
}

/** The serial as if the release under way were out, at `at`. */
function withCurrent(serial: Serial, at: number): Serial {
  if (serial.current === undefined) return serial;
  const { chapterId } = serial.current;
  return serial.released.some((entry) => entry.chapterId === chapterId)
    ? serial
    : { ...serial, released: [...serial.released, { chapterId, at }] };
}
