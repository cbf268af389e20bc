import * as z from 'zod';
import { Batches } from './batches.js';
import type { Clock, FeedbackStore } from './ports.js';
import { type ChapterSubject, chapterPath, type StorySubject, storyPath } from './subject.js';
import { TalliedFacts } from './tallied-facts.js';
import { tallySchema } from './tally.js';

/** That somebody opened a chapter or a story, and when first (epoch milliseconds). */
const readerFactSchema = z.object({ userId: z.string(), at: z.number() });
type ReaderFact = Readonly<z.infer<typeof readerFactSchema>>;

const readerCountsSchema = z.object({ readers: z.int().nonnegative() });
type ReaderCounts = Readonly<z.infer<typeof readerCountsSchema>>;

/** Readers of one chapter or story that are written in one go: many open a chapter in the minute in which it comes out. */
const maxBatch = 500;

/** Who opened what in the private reader: one fact per chapter and reader, and one per story and reader. */
export class Readers {
  readonly #facts: TalliedFacts<ReaderFact, ReaderCounts>;
  readonly #batches = new Batches<ReaderFact>(maxBatch, (group, facts) => this.#write(group, facts));
  readonly #clock: Clock;

  constructor(store: FeedbackStore, clock: Clock) {
    this.#facts = new TalliedFacts({
      facts: store.openCollection('reader', readerFactSchema, 1),
      tallies: store.openCollection('reader-tally', tallySchema(readerFactSchema, readerCountsSchema), 1),
      index: store.openList('reader', z.string()),
      none: { readers: 0 },
      count: ({ readers }, _fact, by) => ({ readers: readers + by }),
    });
    this.#clock = clock;
  }

  /** Somebody reads a chapter: the first time counts, every other time costs one read. */
  async note(guildId: string, storyId: string, chapterKey: string, userId: string): Promise<void> {
    const subject = { guildId, storyId, chapterKey };
    // The story first: a crash between the two leaves the chapter to be noted at the next page.
    if ((await this.#facts.get(`${chapterPath(subject)}/${userId}`)) !== undefined) return;
    await this.#noteIn(storyPath(subject), userId);
    await this.#noteIn(chapterPath(subject), userId);
  }

  /** How many people opened a chapter. */
  async ofChapter(subject: ChapterSubject): Promise<number> {
    return (await this.#facts.counts(chapterPath(subject))).readers;
  }

  /** How many people opened any chapter of a story. */
  async ofStory(subject: StorySubject): Promise<number> {
    return (await this.#facts.counts(storyPath(subject))).readers;
  }

  async #noteIn(group: string, userId: string): Promise<void> {
    await this.#batches.add(group, { userId, at: this.#clock.now().getTime() });
  }

  #write(group: string, facts: readonly ReaderFact[]): Promise<void> {
    const changes = facts.map((fact) => ({
      id: `${group}/${fact.userId}`,
      change: (known: ReaderFact | undefined) => known ?? fact,
    }));
    return this.#facts.changeAll(group, changes);
  }
}
