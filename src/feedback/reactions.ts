import * as z from 'zod';
import { Batches } from './batches.js';
import { EarlyEvents } from './early-events.js';
import { type Emoji, emojiSchema, readEmoji } from './emoji.js';
import type { Clock, FeedbackStore, Records } from './ports.js';
import { type FactChange, TalliedFacts } from './tallied-facts.js';
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

/** What the gateway tells: one reader's reaction came or went, or a moderator took off all, or all with one emoji (its key). */
type ReactionEvent =
  | { readonly kind: 'set'; readonly fact: ReactionFact }
  | { readonly kind: 'clear'; readonly emojiKey: string | undefined; readonly at: number };

/** What came since a list was asked for: ids of facts that were written, and whether a moderator took off what may be on it. */
interface Since {
  readonly changed: Set<string>;
  cleared: boolean;
}

/** Events of one message that are written in one go: what stands open in its tally meanwhile stays below 100 kB. */
const maxBatch = 500;

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
  readonly #early = new EarlyEvents<ReactionEvent>(earlyCapacity);
  readonly #batches = new Batches<ReactionEvent>(maxBatch, (messageId, events) => this.#take(messageId, events));
  /** By message, while its list is on its way. */
  readonly #since = new Map<string, Since>();
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
      await this.#apply(messageId, this.#early.take(messageId));
      return message;
    });
  }

  /** Whether reactions to this message count. */
  async isTracked(messageId: string): Promise<boolean> {
    return (await this.#messages.get(messageId)) !== undefined;
  }

  /** A reader put an emoji on a message or took it off; on a message that is not tracked, this costs one read. */
  async set(messageId: string, emoji: string, userId: string, present: boolean): Promise<void> {
    const fact = { emoji: readEmoji(emoji), userId, present, at: this.#clock.now().getTime() };
    await this.#batches.add(messageId, { kind: 'set', fact });
  }

  /** A moderator took every reaction off a message. */
  async removeAll(messageId: string): Promise<void> {
    await this.#batches.add(messageId, { kind: 'clear', emojiKey: undefined, at: this.#clock.now().getTime() });
  }

  /** A moderator took every reaction with one emoji off a message. */
  async removeEmoji(messageId: string, emoji: string): Promise<void> {
    const { key } = readEmoji(emoji);
    await this.#batches.add(messageId, { kind: 'clear', emojiKey: key, at: this.#clock.now().getTime() });
  }

  /**
   * Brings the facts of a message in line with Discord's own list, which `ask` gives, or undefined where there is none. What
   * comes while the list is on its way is newer than it, and stays: clocks are not asked, since they can be set. The tally is
   * counted afresh on this occasion. One comparison of a message at a time.
   */
  async reconcile(messageId: string, ask: () => Promise<ListedReactions | undefined>): Promise<Missed> {
    const none = { added: 0, removed: 0 };
    if (!(await this.isTracked(messageId))) return none;
    const since: Since = { changed: new Set(), cleared: false };
    this.#since.set(messageId, since);
    try {
      let listed = await ask();
      while (since.cleared) {
        since.cleared = false;
        listed = await ask();
      }
      return listed === undefined ? none : await this.#correct(messageId, listed, since.changed);
    } finally {
      this.#since.delete(messageId);
    }
  }

  async #correct(messageId: string, listed: ListedReactions, newer: ReadonlySet<string>): Promise<Missed> {
    const known = await this.#facts.rebuild(messageId);
    const at = this.#clock.now().getTime();
    const wanted = new Map(
      [...listed].flatMap(([written, userIds]) => {
        const emoji = readEmoji(written);
        return [...userIds].map((userId) => [factId(messageId, emoji.key, userId), { emoji, userId }] as const);
      }),
    );
    const corrections: FactChange<ReactionFact>[] = [];
    const missed = { added: 0, removed: 0 };
    for (const fact of known) {
      const id = factId(messageId, fact.emoji.key, fact.userId);
      const isWanted = wanted.has(id);
      // What is right already is not looked at again: whatever changes it meanwhile is newer than the list.
      if (fact.present) wanted.delete(id);
      if (fact.present && !isWanted)
        corrections.push(correction(id, { ...fact, present: false, at }, newer, () => (missed.removed += 1)));
    }
    for (const [id, come] of wanted) {
      corrections.push(correction(id, { ...come, present: true, at }, newer, () => (missed.added += 1)));
    }
    for (let from = 0; from < corrections.length; from += maxBatch) {
      await this.#facts.changeAll(messageId, corrections.slice(from, from + maxBatch));
    }
    return missed;
  }

  /** How many readers have which emoji on a message, the most frequent first. */
  async counts(messageId: string): Promise<readonly EmojiCount[]> {
    const counts = Object.entries(await this.#facts.counts(messageId));
    return counts
      .map(([key, { display, count }]) => ({ emoji: { key, display }, count }))
      .sort((a, b) => b.count - a.count);
  }

  /** Events of a message are worked off in the order in which they came; those of an unknown one wait for it to be tracked. */
  async #take(messageId: string, events: readonly ReactionEvent[]): Promise<void> {
    await this.#messages.update(messageId, async (tracked) => {
      if (tracked === undefined) for (const event of events) this.#early.keep(messageId, event);
      else await this.#apply(messageId, events);
      return tracked;
    });
  }

  async #apply(messageId: string, events: readonly ReactionEvent[]): Promise<void> {
    let changes: FactChange<ReactionFact>[] = [];
    for (const event of events) {
      if (event.kind === 'set') changes.push(writing(messageId, event.fact));
      else {
        // What is to be cleared must be written first: it is found on the index.
        await this.#write(messageId, changes);
        changes = await this.#clearing(messageId, event);
        const since = this.#since.get(messageId);
        if (since !== undefined) since.cleared = true;
      }
    }
    await this.#write(messageId, changes);
  }

  async #write(messageId: string, changes: readonly FactChange<ReactionFact>[]): Promise<void> {
    for (const { id } of changes) this.#since.get(messageId)?.changed.add(id);
    await this.#facts.changeAll(messageId, changes);
  }

  async #clearing(
    messageId: string,
    { emojiKey, at }: Extract<ReactionEvent, { kind: 'clear' }>,
  ): Promise<FactChange<ReactionFact>[]> {
    const changes: FactChange<ReactionFact>[] = [];
    for await (const fact of this.#facts.newestFirst(messageId)) {
      if (emojiKey === undefined || fact.emoji.key === emojiKey) {
        changes.push(writing(messageId, { ...fact, present: false, at }));
      }
    }
    return changes;
  }
}

/** Writes what an event says. */
function writing(messageId: string, fact: ReactionFact): FactChange<ReactionFact> {
  return { id: factId(messageId, fact.emoji.key, fact.userId), change: () => fact };
}

/** Writes what Discord's list says, unless something newer is known; tells where it made a difference. */
function correction(
  id: string,
  fact: ReactionFact,
  newer: ReadonlySet<string>,
  onDifference: () => void,
): FactChange<ReactionFact> {
  const change = (current: ReactionFact | undefined) => {
    const differs = (current?.present ?? false) !== fact.present && !newer.has(id);
    if (differs) onDifference();
    return differs ? fact : current;
  };
  return { id, change };
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
