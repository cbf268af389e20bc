import { z } from 'zod';
import type { Clock, FeedbackStore } from './ports.js';
import { type StorySubject, storyPath } from './subject.js';
import { TalliedFacts } from './tallied-facts.js';
import { tallySchema } from './tally.js';
import { characterCount, isBlank } from './typed-text.js';

/** Longest suggestion in code points: what fits one message, and more than most people type into a command. */
export const maxSuggestionLength = 2_000;

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
export type SuggestionOutcome = 'saved' | 'blank' | 'too-long';

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
    });
    this.#clock = clock;
  }

  /** Keeps a suggestion under an id that its sending has and no other, such as the interaction's: sent twice, it is kept once. */
  async add(subject: StorySubject, id: string, userId: string, typed: string): Promise<SuggestionOutcome> {
    if (isBlank(typed)) return 'blank';
    const text = typed.trim();
    if (characterCount(text) > maxSuggestionLength) return 'too-long';
    const group = storyPath(subject);
    const at = this.#clock.now().getTime();
    await this.#facts.change(group, `${group}/${id}`, (known) => known ?? { userId, text, at });
    return 'saved';
  }

  /** The suggestions for a story, newest first, read as they are asked for. */
  newestFirst(subject: StorySubject): AsyncIterable<Suggestion> {
    return this.#facts.newestFirst(storyPath(subject));
  }

  async count(subject: StorySubject): Promise<number> {
    return (await this.#facts.counts(storyPath(subject))).suggestions;
  }
}
