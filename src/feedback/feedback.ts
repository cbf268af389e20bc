import type { Clock, FeedbackStore } from './ports.js';
import { Reactions } from './reactions.js';
import { Readers } from './readers.js';
import type { ChapterFeedback } from './report.js';
import { Reviews } from './reviews.js';
import type { ChapterSubject } from './subject.js';
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
}
