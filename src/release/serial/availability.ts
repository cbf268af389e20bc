import type { Chapter, Story } from '../../story/model.js';
import type { Clock, Stories } from '../ports.js';
import { isTold } from '../posting/journal.js';
import type { Releaser } from '../posting/releaser.js';
import { type Coming, giveSlots } from './coming.js';
import { ahead, inHand, type Next, nextChapter } from './next-chapter.js';
import { nextSlots } from './schedule.js';
import { dueAt, type Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';
import { matchReleased, type ReleasedIds, type VisibleChapter, visibleChapters } from './whats-out.js';

/** What is to come in a serial. */
export interface Outlook {
  /** Undefined where the story is missing from the chapters folder. */
  readonly next: Next | undefined;
  /** All that is still to come, in order; with slots as far as they can be told. */
  readonly coming: readonly Coming[];
  /** Chapters that can come out, one a slot, before a draft, a file that is held, or the end of what is written. */
  readonly inHand: number;
  /** The coming slots, epoch milliseconds; empty while it is stopped, or paused without an end. */
  readonly slots: readonly number[];
  /** The slot that the last chapter in hand takes; undefined without chapters or slots. */
  readonly lastSlot?: number;
}

/** Answers what is out and what is to come, in one server. */
export class Availability {
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
    const told = withCurrent(serial, 0);
    const out = await this.#released(told, story);
    return nextChapter(story, told, (chapter) => out.has(chapter), this.#clock.now().getTime());
  }

  /** What is to come, with the next `count` slots. */
  async outlook(serial: Serial, count: number): Promise<Outlook> {
    const story = this.#stories.story(serial.storyId);
    const told = withCurrent(serial, 0);
    const out: ReleasedIds = story === undefined ? new Map() : await this.#released(told, story);
    const isOut = (chapter: Chapter) => out.has(chapter);
    const left = story === undefined ? [] : ahead(story, told, isOut);
    const first = dueAt(serial);
    const coming: readonly Coming[] = first === undefined ? left : giveSlots(left, serial.schedule, first - 1);
    const hand = inHand(left);
    return {
      next: story && nextChapter(story, told, isOut, this.#clock.now().getTime()),
      coming,
      inHand: hand,
      slots: first === undefined ? [] : nextSlots(serial.schedule, first - 1, count),
      lastSlot: coming[hand - 1]?.slotAt,
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
