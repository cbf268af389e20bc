import * as z from 'zod';
import { isWithin } from './is-within.js';
import type { Clock, FeedbackStore } from './ports.js';
import { type StorySubject, storyPath } from './subject.js';
import { TalliedFacts } from './tallied-facts.js';
import { tallySchema } from './tally.js';
import { characterCount, isBlank } from './typed-text.js';

/** Longest suggestion in code points: what fits one message, and more than most people type into a command. */
export const maxSuggestionLength = 2_000;

/** How many suggestions one reader may send in which time, over all stories and servers. */
export const maxSuggestions = 5;
const windowMs = 10 * 60_000;

/** What a reader would like to see in a story. */
const suggestionSchema = z.object({
  userId: z.string(),
  /** As typed, without white space around it. */
  text: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
});
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;

const suggestionCountsSchema = z.object({ suggestions: z.int().nonnegative() });
type SuggestionCounts = Readonly<z.infer<typeof suggestionCountsSchema>>;

/** What became of a suggestion that somebody typed. */
export type SuggestionOutcome =
  | { readonly kind: 'saved' | 'blank' | 'too-long' }
  /** There were many just now; `until` is when the next one is taken, in epoch milliseconds. */
  | { readonly kind: 'too-many'; readonly until: number };

/** What readers suggest to an author, per story and server. */
export class Suggestions {
  readonly #facts: TalliedFacts<Suggestion, SuggestionCounts>;
  readonly #clock: Clock;

  constructor(store: FeedbackStore, clock: Clock) {
    this.#facts = new TalliedFacts({
      facts: store.openCollection('suggestion', suggestionSchema, 1),
      tallies: store.openCollection('suggestion-tally', tallySchema(suggestionSchema, suggestionCountsSchema), 1),
      index: store.openList('suggestion', z.string()),
      none: { suggestions: 0 },
      count: ({ suggestions }, _fact, by) => ({ suggestions: suggestions + by }),
      alsoListed: ({ userId }) => [readerPath(userId)],
    });
    this.#clock = clock;
  }

  /** Keeps a suggestion under an id that its sending has and no other, such as the interaction's: sent twice, it is kept once. */
  async add(subject: StorySubject, id: string, userId: string, typed: string): Promise<SuggestionOutcome> {
    if (isBlank(typed)) return { kind: 'blank' };
    const text = typed.trim();
    if (characterCount(text) > maxSuggestionLength) return { kind: 'too-long' };
    const group = storyPath(subject);
    const at = this.#clock.now().getTime();
    let until: number | undefined;
    await this.#facts.change(group, `${group}/${id}`, async (known) => {
      if (known !== undefined) return known;
      until = await this.#fullUntil(userId, at);
      return until === undefined ? { userId, text, at } : undefined;
    });
    return until === undefined ? { kind: 'saved' } : { kind: 'too-many', until };
  }

  /** The suggestions for a story, newest first, read as they are asked for. */
  newestFirst(subject: StorySubject): AsyncIterable<Suggestion> {
    return this.#facts.newestFirst(storyPath(subject));
  }

  async count(subject: StorySubject): Promise<number> {
    return (await this.#facts.counts(storyPath(subject))).suggestions;
  }

  /** When a reader may send the next one; undefined where they may now. */
  async #fullUntil(userId: string, now: number): Promise<number | undefined> {
    let recent = 0;
    for await (const { at } of this.#facts.newestFirst(readerPath(userId))) {
      const until = at + windowMs;
      if (!isWithin(now, until, windowMs)) return undefined;
      recent += 1;
      if (recent === maxSuggestions) return until;
    }
    return undefined;
  }
}

/** The list of one reader's suggestions. */
function readerPath(userId: string): string {
  return `reader/${userId}`;
}
