import type { Chapter, Story } from '../../story/model.js';
import type { Clock, Stories } from '../ports.js';
import { journalKey } from '../posting/journal-key.js';
import type { Journals } from '../posting/journals.js';
import { isTold } from '../posting/plan.js';
import { isUnder, type Posting } from '../posting/posting.js';
import { type Coming, giveSlots } from './coming.js';
import { digestOf } from './digest-of.js';
import { type Ahead, ahead, inHand, type Next, nextChapter } from './next-chapter.js';
import type { OpenStories } from './open-stories.js';
import { nextSlots, type Schedule } from './schedule.js';
import { dueAt, type Serial } from './serial.js';
import type { SerialBook } from './serial-book.js';
import { slotByCount } from './slot-by-count.js';
import {
  matchReleased,
  type Recognition,
  type ReleasedIds,
  readyChapters,
  type VisibleChapter,
  visibleChapters,
} from './whats-out.js';

/** What is to come in a serial. */
export interface Outlook {
  /** Undefined where the story is missing from the chapters folder. */
  readonly next: Next | undefined;
  /** All that is still to come, in order; the first ten with slots, as far as they can be told. */
  readonly coming: readonly Coming[];
  /** Chapters that can come out, one a slot, before a draft, a file that is held, or the end of what is written. */
  readonly inHand: number;
  /** The coming slots, epoch milliseconds; empty while it is stopped, or paused without an end. */
  readonly slots: readonly number[];
  /** The slot that the last chapter in hand takes; undefined without chapters or slots. */
  readonly lastSlot?: number;
}

/** Slots are computed for as many of what is to come as anybody is shown. */
const mostSlotsTold = 10;

/** What availability is told from. */
export interface AvailabilityParts {
  readonly serials: SerialBook;
  readonly journals: Journals;
  readonly stories: Pick<Stories, 'story'> & { readonly stories: readonly Story[] };
  readonly opened: Pick<OpenStories, 'isOpen' | 'among'>;
  readonly clock: Clock;
}

/** Answers what is out and what is to come, in one server. */
export class Availability {
  readonly #serials: SerialBook;
  readonly #journals: Journals;
  readonly #stories: AvailabilityParts['stories'];
  readonly #clock: Clock;
  readonly #opened: Pick<OpenStories, 'isOpen' | 'among'>;
  /** Passages of chapters whose files have changed since they came out, by journal and digest. */
  readonly #passages = new Map<string, readonly string[]>();
  /** What was matched last, by what was released: it is the same as long as neither that nor the story changes. */
  readonly #matched = new WeakMap<Serial['released'], { readonly story: Story; readonly ids: ReleasedIds }>();

  constructor({ serials, journals, stories, opened, clock }: AvailabilityParts) {
    this.#serials = serials;
    this.#journals = journals;
    this.#stories = stories;
    this.#opened = opened;
    this.#clock = clock;
  }

  /** The stories that readers of a server may know of: those with a serial there, and those that were opened there. */
  async stories(guildId: string): Promise<readonly Story[]> {
    const opened = await this.#opened.among(guildId, this.#stories.stories);
    return this.#stories.stories.filter(({ id }) => this.#hasSerial(guildId, id) || opened.includes(id));
  }

  /** Whether readers of a server may know of a story; see {@link Availability.stories}. */
  async isShown(guildId: string, story: Story): Promise<boolean> {
    return this.#hasSerial(guildId, story.id) || (await this.#opened.isOpen(guildId, story));
  }

  /**
   * What readers of a server may see of a story, in the order in which it came out; a chapter is out with its last piece. Of
   * one that was opened, all that is ready, unless a serial is still to release it.
   */
  async visible(guildId: string, story: Story): Promise<readonly VisibleChapter[]> {
    const now = this.#clock.now().getTime();
    const serial = this.#serials.get(guildId, story.id);
    // A serial that cannot be read is there all the same: what it has not released must not be shown.
    if (serial === undefined && this.#hasSerial(guildId, story.id)) return [];
    const out = serial === undefined ? [] : await this.#out(serial, story, now);
    const mayBeOpen = serial === undefined || serial.status.kind === 'stopped';
    return mayBeOpen && (await this.#opened.isOpen(guildId, story)) ? readyChapters(story, out, now) : out;
  }

  /** The chapter that is next; undefined where the story is missing. */
  async next(serial: Serial): Promise<Next | undefined> {
    const story = this.#stories.story(serial.storyId);
    if (story === undefined) return undefined;
    const out = await this.#released(serial, story, true);
    return nextChapter(story, withCurrent(serial, 0), (chapter) => out.get(chapter), this.#clock.now().getTime());
  }

  /** What is to come, with the next `count` slots. */
  async outlook(serial: Serial, count: number): Promise<Outlook> {
    const story = this.#stories.story(serial.storyId);
    const out: ReleasedIds = story === undefined ? new Map() : await this.#released(serial, story, true);
    const told = withCurrent(serial, 0);
    const releasedAs = (chapter: Chapter) => out.get(chapter);
    const left = story === undefined ? [] : ahead(story, told, releasedAs);
    const first = dueAt(serial);
    const hand = inHand(left);
    const near = first === undefined ? [] : giveSlots(left.slice(0, mostSlotsTold), serial.schedule, first - 1);
    const coming: readonly Coming[] = [...near, ...left.slice(near.length)];
    return {
      next: story && nextChapter(story, told, releasedAs, this.#clock.now().getTime()),
      coming,
      inHand: hand,
      slots: first === undefined ? [] : nextSlots(serial.schedule, first - 1, count),
      lastSlot: first === undefined ? undefined : lastSlotOf(left.slice(0, hand), serial.schedule, first - 1),
    };
  }

  /** When the chapter after the one under way comes, in epoch milliseconds; undefined where none is in hand for a slot. */
  async nextDate(serial: Serial): Promise<number | undefined> {
    const story = this.#stories.story(serial.storyId);
    const first = dueAt(serial);
    if (story === undefined || first === undefined) return undefined;
    const out = await this.#released(serial, story, true);
    const [coming] = ahead(story, withCurrent(serial, 0), (chapter) => out.get(chapter));
    return coming && giveSlots([coming], serial.schedule, first - 1)[0]?.slotAt;
  }

  #hasSerial(guildId: string, storyId: string): boolean {
    return (
      this.#serials.get(guildId, storyId) !== undefined || this.#serials.whyHeldBack({ guildId, storyId }) !== undefined
    );
  }

  async #out(serial: Serial, story: Story, now: number): Promise<readonly VisibleChapter[]> {
    const isOut = await this.#isCurrentOut(serial);
    const told = isOut ? withCurrent(serial, now) : serial;
    return visibleChapters(story, told, await this.#released(serial, story, isOut), now);
  }

  /** Whether the chapter that is being released is out already, though the serial does not count it yet. */
  async #isCurrentOut({ current, guildId, storyId }: Serial): Promise<boolean> {
    if (current?.plan !== 'release') return false;
    const posting = await this.#journals.journal(guildId, storyId, current.chapterId);
    if (posting === undefined || !isUnder(posting, current)) return false;
    return posting.plan === undefined || isTold(posting.plan);
  }

  async #released(serial: Serial, story: Story, isCurrentOut: boolean): Promise<ReleasedIds> {
    const ids = await this.#matchedBefore(serial, story);
    const { current } = serial;
    if (!isCurrentOut || current === undefined) return ids;
    // What goes by a name already is not looked at again.
    const free = { ...story, chapters: story.chapters.filter((chapter) => !ids.has(chapter)) };
    return new Map([...ids, ...(await matchReleased(free, [{ ...current, at: 0 }], this.#recognition(serial, story)))]);
  }

  async #matchedBefore(serial: Serial, story: Story): Promise<ReleasedIds> {
    const known = this.#matched.get(serial.released);
    if (known?.story === story) return known.ids;
    const ids = await matchReleased(story, serial.released, this.#recognition(serial, story));
    this.#matched.set(serial.released, { story, ids });
    return ids;
  }

  async #passagesOf(
    name: Pick<Posting, 'guildId' | 'storyId' | 'chapterId'>,
    digest: string | undefined,
  ): Promise<readonly string[]> {
    const key = `${journalKey(name)} ${digest}`;
    const known = this.#passages.get(key);
    if (known !== undefined) return known;
    const passages = (await this.#journals.journal(name.guildId, name.storyId, name.chapterId))?.passages ?? [];
    if (digest !== undefined) this.#passages.set(key, passages);
    return passages;
  }

  #recognition({ guildId, storyId }: Serial, story: Story): Recognition {
    return {
      digest: (chapter) => digestOf(story, chapter),
      passages: (chapterId, digest) => this.#passagesOf({ guildId, storyId, chapterId }, digest),
    };
  }
}

/** The slot that the last of these takes, the first of which takes the first one after `after`; undefined without any. */
function lastSlotOf(coming: readonly Ahead[], schedule: Schedule, after: number): number | undefined {
  if (coming.length === 0) return undefined;
  const isDated = coming.some((each) => each.kind === 'chapter' && each.chapter.publishAt !== undefined);
  return isDated ? giveSlots(coming, schedule, after).at(-1)?.slotAt : slotByCount(schedule, after, coming.length);
}

/** The serial as if the chapter under way were out, at `at`. */
function withCurrent(serial: Serial, at: number): Serial {
  if (serial.current === undefined) return serial;
  const { chapterId } = serial.current;
  return serial.released.some((entry) => entry.chapterId === chapterId)
    ? serial
    : { ...serial, released: [...serial.released, { chapterId, at }] };
}
