import type { Clock, FeedbackStore, Posted } from './ports.js';
import { Reactions } from './reactions.js';
import { Readers } from './readers.js';
import type { ChapterFeedback, ChapterSums, StoryFeedback } from './report.js';
import { Reviews } from './reviews.js';
import type { ChapterSubject, StorySubject } from './subject.js';
import { Suggestions } from './suggestions.js';

/** Everything that readers give back, kept in one store. */
export class Feedback {
  readonly reactions: Reactions;
  readonly reviews: Reviews;
  readonly suggestions: Suggestions;
  readonly readers: Readers;

  /** Opens the room's collections in `store`: `message`, `reaction`, `reader`, `review`, `suggestion`, and their tallies. */
  constructor(store: FeedbackStore, clock: Clock) {
    this.reactions = new Reactions(store, clock);
    this.reviews = new Reviews(store, clock);
    this.suggestions = new Suggestions(store, clock);
    this.readers = new Readers(store, clock);
  }

  /** What a chapter got back; `messageIds` are its posted pieces, in order. */
  async ofChapter(subject: ChapterSubject, messageIds: readonly string[]): Promise<ChapterFeedback> {
    const [readers, reviews, pieces] = await Promise.all([
      this.readers.ofChapter(subject),
      this.reviews.counts(subject),
      Promise.all(messageIds.map((messageId) => this.reactions.counts(messageId))),
    ]);
    return { readers, reviews, pieces };
  }

  /** Sums up what a story got back before sums were kept, where that was not done yet: asking for it costs little from then on. */
  async sumUp(subject: StorySubject, posted: Posted): Promise<void> {
    await Promise.all([this.reactions.sumUp(subject, posted), this.reviews.sumUp(subject)]);
  }

  /** What a chapter got back in all. */
  async sumsOf(subject: ChapterSubject, posted: Posted): Promise<ChapterSums> {
    const [readers, reviews, byEmoji] = await Promise.all([
      this.readers.ofChapter(subject),
      this.reviews.counts(subject),
      this.reactions.ofChapter(subject, posted),
    ]);
    return { readers, reviews, byEmoji };
  }

  /** What the chapters of a story by these keys got back. Costs no more for many chapters than for few. */
  async ofStory(subject: StorySubject, chapterKeys: readonly string[], posted: Posted): Promise<StoryFeedback> {
    const [readers, suggestions, reviews, byEmoji] = await Promise.all([
      this.readers.ofStory(subject),
      this.suggestions.count(subject),
      this.reviews.countsIn(subject, chapterKeys),
      this.reactions.ofStory(subject, chapterKeys, posted),
    ]);
    return { readers, suggestions, reviews, byEmoji };
  }
}
