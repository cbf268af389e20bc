import { z } from 'zod';
import { EarlyEvents, type Work } from './early-events.js';
import { type Emoji, emojiSchema, readEmoji } from './emoji.js';
import type { Clock, FeedbackStore, Records } from './ports.js';
import { TalliedFacts } from './tallied-facts.js';
import { tallySchema } from './tally.js';

/** Which piece of which chapter a message is. */
export const trackedMessageSchema = z.object({
  guildId: z.string(),
  storyId: z.string(),
  chapterKey: z.string(),
  /** Counts from 0. */
  piece: z.int().nonnegative(),
});
export type TrackedMessage = Readonly<z.infer<typeof trackedMessageSchema>>;

/** Whether one reader has one emoji on one message, and since when that is known (epoch milliseconds). */
const reactionFactSchema = z.object({ emoji: emojiSchema, userId: z.string(), present: z.boolean(), at: z.number() });
type ReactionFact = Readonly<z.infer<typeof reactionFactSchema>>;

/** By the emoji's key. */
const reactionCountsSchema = z.record(z.string(), z.object({ display: z.string(), count: z.int().positive() }));
type ReactionCounts = Readonly<z.infer<typeof reactionCountsSchema>>;

/** How many readers have an emoji on a message. */
export interface EmojiCount {
  readonly emoji: Emoji;
  readonly count: number;
}

/** Who has which emoji on a message: user ids by emoji, as Discord's API writes it in routes (`🔥` or `name:id`). */
export type ListedReactions = ReadonlyMap<string, ReadonlySet<string>>;

/** What {@link Reactions.reconcile} had missed. */
export interface Missed {
  readonly added: number;
  readonly removed: number;
}

/** Events on unknown messages that are remembered: seconds of them on a busy bot, and less than a megabyte. */
const earlyCapacity = 1_000;

/**
 * Readers' reactions to the pieces of chapters: one fact per message, emoji and reader, which stays when the reaction goes, so
 * that neither repeated events nor toggling count twice or make the index grow. Emoji are given as Discord's API writes them in
 * routes. Callers leave out the bot's own reactions: they alone know who the bot is.
 */
export class Reactions {
  readonly #messages: Records<TrackedMessage>;
  readonly #facts: TalliedFacts<ReactionFact, ReactionCounts>;
  readonly #early = new EarlyEvents(earlyCapacity);
  readonly #clock: Clock;

  constructor(store: FeedbackStore, clock: Clock) {
    this.#messages = store.openCollection('message', trackedMessageSchema, 1);
    this.#facts = new TalliedFacts({
      facts: store.openCollection('reaction', reactionFactSchema, 1),
      tallies: store.openCollection('reaction-tally', tallySchema(reactionFactSchema, reactionCountsSchema), 1),
      index: store.openList('reaction', z.string()),
      none: {},
      count: countReaction,
    });
    this.#clock = clock;
  }

  /** From now on, reactions to this message count, and those that came just before. May be told twice of the same. */
  async track(messageId: string, message: TrackedMessage): Promise<void> {
    await this.#messages.update(messageId, async () => {
      for (const work of this.#early.take(messageId)) await work();
      return message;
    });
  }

  /** A reader put an emoji on a message or took it off; on a message that is not tracked, this costs one read. */
  async set(messageId: string, emoji: string, userId: string, present: boolean): Promise<void> {
    const fact = { emoji: readEmoji(emoji), userId, present, at: this.#clock.now().getTime() };
    await this.#inTurn(messageId, () => this.#write(messageId, fact));
  }

  /** A moderator took every reaction off a message. */
  async removeAll(messageId: string): Promise<void> {
    await this.#remove(messageId, () => true);
  }

  /** A moderator took every reaction with one emoji off a message. */
  async removeEmoji(messageId: string, emoji: string): Promise<void> {
    const { key } = readEmoji(emoji);
    await this.#remove(messageId, (fact) => fact.emoji.key === key);
  }

  /**
   * Brings the facts of a message in line with Discord's own list, which was asked for at `listedAt` (epoch milliseconds);
   * what became known since then is newer than the list, and stays. The tally is counted afresh on this occasion.
   */
  async reconcile(messageId: string, listed: ListedReactions, listedAt: number): Promise<Missed> {
    if ((await this.#messages.get(messageId)) === undefined) return { added: 0, removed: 0 };
    await this.#facts.rebuild(messageId);
    const wanted = new Map(
      [...listed].flatMap(([written, userIds]) => {
        const emoji = readEmoji(written);
        return [...userIds].map((userId) => [factId(messageId, emoji.key, userId), { emoji, userId }] as const);
      }),
    );
    let removed = 0;
    for await (const fact of this.#facts.newestFirst(messageId)) {
      if (wanted.has(factId(messageId, fact.emoji.key, fact.userId))) continue;
      if (await this.#correct(messageId, { ...fact, present: false, at: listedAt })) removed += 1;
    }
    let added = 0;
    for (const { emoji, userId } of wanted.values()) {
      if (await this.#correct(messageId, { emoji, userId, present: true, at: listedAt })) added += 1;
    }
    return { added, removed };
  }

  /** How many readers have which emoji on a message, the most frequent first. */
  async counts(messageId: string): Promise<readonly EmojiCount[]> {
    const counts = Object.entries(await this.#facts.counts(messageId));
    return counts
      .map(([key, { display, count }]) => ({ emoji: { key, display }, count }))
      .sort((a, b) => b.count - a.count);
  }

  /** Events of a message are worked off in the order in which they came; those of an unknown one wait for it to be tracked. */
  async #inTurn(messageId: string, work: Work): Promise<void> {
    await this.#messages.update(messageId, async (tracked) => {
      if (tracked === undefined) this.#early.keep(messageId, work);
      else await work();
      return tracked;
    });
  }

  async #remove(messageId: string, concerns: (fact: ReactionFact) => boolean): Promise<void> {
    const at = this.#clock.now().getTime();
    await this.#inTurn(messageId, async () => {
      for await (const fact of this.#facts.newestFirst(messageId)) {
        if (concerns(fact)) await this.#write(messageId, { ...fact, present: false, at });
      }
    });
  }

  /** Writes what an event says, also where it says nothing new: the moment counts when a list is compared. */
  async #write(messageId: string, fact: ReactionFact): Promise<void> {
    await this.#facts.change(messageId, factId(messageId, fact.emoji.key, fact.userId), () => fact);
  }

  /** Writes what Discord's list says, unless something newer is known; tells whether it made a difference. */
  async #correct(messageId: string, fact: ReactionFact): Promise<boolean> {
    let differs = false;
    await this.#facts.change(messageId, factId(messageId, fact.emoji.key, fact.userId), (current) => {
      differs = (current?.present ?? false) !== fact.present && (current === undefined || current.at < fact.at);
      return differs ? fact : current;
    });
    return differs;
  }
}

function factId(messageId: string, emojiKey: string, userId: string): string {
  return `${messageId}/${emojiKey}/${userId}`;
}

function countReaction(counts: ReactionCounts, { emoji, present }: ReactionFact, by: 1 | -1): ReactionCounts {
  if (!present) return counts;
  const { [emoji.key]: known, ...others } = counts;
  const count = (known?.count ?? 0) + by;
  return count <= 0 ? others : { ...others, [emoji.key]: { display: emoji.display, count } };
}
