import * as z from 'zod';
import { isWithin } from './is-within.js';
import type { Clock, FeedbackStore } from './ports.js';
import { type ChapterSubject, chapterPath, type StorySubject, storyPath } from './subject.js';
import { TalliedFacts } from './tallied-facts.js';
import { tallySchema } from './tally.js';
import { characterCount, isBlank } from './typed-text.js';

/** Longest review in code points: the most that a text input in a modal takes, by Discord's documentation of components. */
export const maxReviewLength = 4_000;

/** How soon a review may be changed once more, in milliseconds: no bother to writers, and no way to flood those who moderate. */
const changePauseMs = 30_000;

/** The ratings that a review may give, worst to best. */
export const ratings = [1, 2, 3, 4, 5] as const;
export type ReviewRating = (typeof ratings)[number];

/** What one reader wrote about one chapter. Times are epoch milliseconds. */
const reviewSchema = z.object({
  guildId: z.string(),
  storyId: z.string(),
  chapterKey: z.string(),
  userId: z.string(),
  /** Exactly as typed; may be blank where there is a rating. */
  text: z.string(),
  rating: z.literal(ratings).optional(),
  spoilers: z.boolean(),
  at: z.number(),
  editedAt: z.number().optional(),
  /** The moderator who hid it; neither an edit nor writing it again shows it. */
  hiddenBy: z.string().optional(),
  /** When its writer deleted it. Nothing of what it said is left then: only that it was hidden, and when it was changed. */
  deletedAt: z.number().optional(),
});
export type Review = Readonly<z.infer<typeof reviewSchema>>;

/** Whose review of what. */
export interface ReviewSubject extends ChapterSubject {
  readonly userId: string;
}

/** What a reader fills in. */
export interface ReviewDraft {
  readonly text: string;
  readonly rating: ReviewRating | undefined;
  readonly spoilers: boolean;
}

/** What a number of reviews come to. */
const reviewSumSchema = z.object({
  reviews: z.int().nonnegative(),
  /** How many of them give a rating, and the sum of those ratings. */
  rated: z.int().nonnegative(),
  sum: z.int().nonnegative(),
});
export type ReviewSum = Readonly<z.infer<typeof reviewSumSchema>>;

/** Reviews that readers see, and those that moderators hid. */
const reviewCountsSchema = z.object({ shown: reviewSumSchema, hidden: reviewSumSchema });
export type ReviewCounts = Readonly<z.infer<typeof reviewCountsSchema>>;

/** What became of a review that somebody sent. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly review: Review; readonly isNew: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  /** It was changed a moment ago; `until` is when it may be again, in epoch milliseconds. */
  | { readonly kind: 'too-soon'; readonly until: number };

const noReviews: ReviewSum = { reviews: 0, rated: 0, sum: 0 };

/** Readers' reviews: one per reader and chapter in a server, which its author may change and delete, and moderators hide. */
export class Reviews {
  readonly #facts: TalliedFacts<Review, ReviewCounts>;
  readonly #clock: Clock;

  constructor(store: FeedbackStore, clock: Clock) {
    this.#facts = new TalliedFacts({
      facts: store.openCollection('review', reviewSchema, 1),
      tallies: store.openCollection('review-tally', tallySchema(reviewSchema, reviewCountsSchema), 1),
      index: store.openList('review', z.string()),
      none: { shown: noReviews, hidden: noReviews },
      count: countReview,
      alsoListed: (review) => [storyPath(review)],
      isListed: (review) => standing(review) !== undefined,
    });
    this.#clock = clock;
  }

  async get(subject: ReviewSubject): Promise<Review | undefined> {
    return standing(await this.#facts.get(reviewPath(subject)));
  }

  /** Writes a review, or changes the one that is there; one without a word or a rating is not kept, nor a change too soon. */
  async save({ guildId, storyId, chapterKey, userId }: ReviewSubject, draft: ReviewDraft): Promise<SaveOutcome> {
    if (isBlank(draft.text) && draft.rating === undefined) return { kind: 'empty' };
    if (characterCount(draft.text) > maxReviewLength) return { kind: 'too-long' };
    const now = this.#clock.now().getTime();
    const fresh: Review = { guildId, storyId, chapterKey, userId, ...draft, at: now };
    let outcome: SaveOutcome = { kind: 'saved', review: fresh, isNew: true };
    await this.#change(fresh, (current) => {
      if (current === undefined) return fresh;
      // The first change is free: a typo is seen right after sending.
      const until = current.editedAt === undefined ? undefined : current.editedAt + changePauseMs;
      if (until !== undefined && isWithin(now, until, changePauseMs)) {
        outcome = { kind: 'too-soon', until };
        return current;
      }
      const isNew = current.deletedAt !== undefined;
      const review = { ...current, ...draft, ...(isNew ? { at: now, deletedAt: undefined } : {}), editedAt: now };
      outcome = { kind: 'saved', review, isNew };
      return review;
    });
    return outcome;
  }

  /** Deletes what a review says for good; gives false where there was none. Hidden it stays, should it be written again. */
  async delete(subject: ReviewSubject): Promise<boolean> {
    const deletedAt = this.#clock.now().getTime();
    let existed = false;
    await this.#change(subject, (current) => {
      existed = standing(current) !== undefined;
      return existed && current ? { ...current, text: '', rating: undefined, spoilers: false, deletedAt } : current;
    });
    return existed;
  }

  /** Hides a review from readers, in a moderator's name; undefined where there is none. */
  async hide(subject: ReviewSubject, moderatorId: string): Promise<Review | undefined> {
    // One that was deleted this moment, too: it may be written again.
    return standing(
      await this.#change(subject, (current) => current && { ...current, hiddenBy: current.hiddenBy ?? moderatorId }),
    );
  }

  /** Shows a hidden review again; undefined where there is none. */
  async show(subject: ReviewSubject): Promise<Review | undefined> {
    // What was deleted meanwhile is not looked at: should it be written again, it stays hidden.
    return standing(
      await this.#change(subject, (current) =>
        current === undefined || standing(current) === undefined ? current : { ...current, hiddenBy: undefined },
      ),
    );
  }

  /** The reviews of a chapter, hidden ones too, newest first; they are read as they are asked for. */
  ofChapter(subject: ChapterSubject): AsyncIterable<Review> {
    return this.#facts.newestFirst(chapterPath(subject));
  }

  /** The reviews of all chapters of a story, hidden ones too, newest first; they are read as they are asked for. */
  ofStory(subject: StorySubject): AsyncIterable<Review> {
    return this.#facts.newestFirst(storyPath(subject));
  }

  counts(subject: ChapterSubject): Promise<ReviewCounts> {
    return this.#facts.counts(chapterPath(subject));
  }

  #change(subject: ReviewSubject, change: (current: Review | undefined) => Review | undefined) {
    return this.#facts.change(chapterPath(subject), reviewPath(subject), change);
  }
}

function reviewPath(subject: ReviewSubject): string {
  return `${chapterPath(subject)}/${subject.userId}`;
}

/** A review that its writer has not deleted. */
function standing(review: Review | undefined): Review | undefined {
  return review?.deletedAt === undefined ? review : undefined;
}

function countReview(counts: ReviewCounts, review: Review, by: 1 | -1): ReviewCounts {
  const part = review.hiddenBy === undefined ? 'shown' : 'hidden';
  const { reviews, rated, sum } = counts[part];
  const next =
    review.rating === undefined
      ? { reviews: reviews + by, rated, sum }
      : { reviews: reviews + by, rated: rated + by, sum: sum + by * review.rating };
  return { ...counts, [part]: next };
}
