import { z } from 'zod';
import type { Records } from '../../src/release/ports.js';
import { journalKey } from '../../src/release/posting/journal-key.js';
import { journalsIn } from '../../src/release/posting/journals.js';
import { PlanRunner } from '../../src/release/posting/plan-runner.js';
import { type Posting, postingSchema } from '../../src/release/posting/posting.js';
import { Releaser } from '../../src/release/releaser.js';
import { Availability } from '../../src/release/serial/availability.js';
import { OpenStories, openedStoriesSchema } from '../../src/release/serial/open-stories.js';
import { type Serial, serialSchema } from '../../src/release/serial/serial.js';
import { SerialBook } from '../../src/release/serial/serial-book.js';
import { serialKey } from '../../src/release/serial/serial-key.js';
import { Updater } from '../../src/release/updater.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import type { Chapter, HeldFile, Story } from '../../src/story/model.js';
import { makeScenes } from '../../src/story/passage.js';
import { aChapter, aSerial, aStory } from './factories.js';
import { FakeDiscord } from './fake-discord.js';
import { renderer } from './renderer.js';

const noLog = { info() {}, warn() {}, error() {} };

/** What a room is furnished with; else one serial of a story of three chapters, of which nothing is out. */
export interface RoomOptions {
  readonly chapters?: readonly Chapter[];
  readonly serials?: readonly Serial[];
  readonly store?: Store;
  readonly discord?: FakeDiscord;
}

/** The release room over a store in memory and a Discord that takes everything. */
export class Room {
  story: Story;
  now = Date.parse('2026-11-06T19:00:00Z');
  /** Keys of the journals that were read. */
  readonly reads: string[] = [];
  /** Messages whose posting somebody was told of, as `01/0:1001`. */
  readonly posted: string[] = [];
  readonly found: string[] = [];
  /** Serials that had something under way and have nothing any more. */
  readonly freed: string[] = [];
  readonly discord: FakeDiscord;
  readonly serials: SerialBook;
  readonly journals: Records<Posting>;
  readonly runner: PlanRunner;
  readonly availability: Availability;
  readonly updater: Updater;
  readonly releaser: Releaser;
  readonly opened: OpenStories;
  readonly stories = {
    stories: [] as readonly Story[],
    story: (id: string) => (id === this.story.id ? this.story : undefined),
    refresh: async () => {},
    saving: () => [],
  };

  readonly store: Store;

  private constructor(store: Store, serials: SerialBook, chapters: readonly Chapter[], discord: FakeDiscord) {
    this.store = store;
    this.story = aStory(chapters);
    this.serials = serials;
    this.discord = discord;
    const records = store.openCollection('release', postingSchema, 2);
    this.journals = {
      get: (id) => {
        this.reads.push(id);
        return records.get(id);
      },
      update: (id, change) => records.update(id, change),
    };
    const clock = { now: () => new Date(this.now) };
    this.opened = new OpenStories({
      records: store.openCollection('opened', openedStoriesSchema, 1),
      clock,
      log: noLog,
    });
    const shared = {
      serials,
      journals: this.journals,
      publisher: discord,
      renderer,
      clock,
      log: noLog,
      onPosted: async ({ chapterId }: Posting, piece: number, messageId: string) => {
        this.posted.push(`${chapterId}/${piece}:${messageId}`);
      },
    };
    const onFound = ({ messageId }: { readonly messageId: string }) => this.found.push(messageId);
    this.runner = new PlanRunner({ ...shared, pauses: { firstMs: 1, longestMs: 2 }, onGone: async () => {}, onFound });
    this.availability = new Availability({
      serials,
      journals: journalsIn(this.journals),
      stories: this.stories,
      opened: this.opened,
      clock,
    });
    this.updater = new Updater({ ...shared, runner: this.runner });
    this.releaser = new Releaser({
      ...shared,
      runner: this.runner,
      availability: this.availability,
      stories: this.stories,
      onFree: (serial) => {
        this.freed.push(serial.storyId);
        this.updater.resume(serial);
      },
    });
  }

  static async open(options: RoomOptions = {}): Promise<Room> {
    const store = options.store ?? (await openStore('memory://'));
    const serials = await SerialBook.open(
      store.openCollection('serial', serialSchema, 2),
      store.openList('serials', z.string()),
    );
    for (const serial of options.serials ?? [aSerial()]) await serials.add(serial);
    const chapters = options.chapters ?? [1, 2, 3].map((number) => aLongChapter(number));
    return new Room(store, serials, chapters, options.discord ?? new FakeDiscord());
  }

  /** The serial as it is now; the one of the story `lamp` in the first server by default. */
  serial(name: Pick<Serial, 'guildId' | 'storyId'> = aSerial()): Serial {
    const serial = this.serials.get(name.guildId, name.storyId);
    if (serial === undefined) throw new Error('There is no such serial.');
    return serial;
  }

  async journal(
    chapterId: string,
    name: Pick<Serial, 'guildId' | 'storyId'> = aSerial(),
  ): Promise<Posting | undefined> {
    const { guildId, storyId } = name;
    const posting = await this.journals.get(journalKey({ guildId, storyId, chapterId }));
    this.reads.pop();
    return posting;
  }

  chapter(id: string): Chapter {
    const chapter = this.story.chapters.find((each) => each.id === id);
    if (chapter === undefined) throw new Error(`There is no chapter ${id}.`);
    return chapter;
  }

  /** Puts another file in the place of a chapter's. */
  rewrite(id: string, change: Partial<Chapter>): void {
    const chapters = this.story.chapters.map((chapter) => (chapter.id === id ? { ...chapter, ...change } : chapter));
    this.story = { ...this.story, chapters };
  }

  /** Puts a file among the others that cannot be read. */
  hold(file: HeldFile): void {
    this.story = { ...this.story, held: [file] };
  }

  /** Posts a chapter, and resolves when that is over or blocked. */
  async release(chapterId: string): Promise<void> {
    if (!(await this.releaser.begin(this.serial(), chapterId))) throw new Error('Something is under way.');
    await this.settled();
  }

  /** Resolves when nothing of the serial runs. */
  async settled(name: Pick<Serial, 'guildId' | 'storyId'> = aSerial()): Promise<void> {
    await this.runner.ended(serialKey(name));
  }

  /** Resolves when no update of a chapter runs. */
  async updated(chapterId: string): Promise<void> {
    await this.runner.ended(journalKey({ ...aSerial(), chapterId }));
  }
}

/** A chapter of so many paragraphs that no other has; three messages by default. */
export function aLongChapter(number: number, paragraphs = 12): Chapter {
  const id = `${number}`.padStart(2, '0');
  const texts = Array.from({ length: paragraphs }, (_, index) => aParagraph(`${number}.${index + 1}`));
  return aChapter({ id, number, title: `Title ${number}`, scenes: makeScenes([texts]) });
}

/** A paragraph of so many characters that no other has. */
export function aParagraph(name: string, length = 420): string {
  const lead = `Paragraph ${name}. `;
  return (lead + 'The rain had not let up since noon, and nobody came. '.repeat(40)).slice(0, length).trimEnd();
}
