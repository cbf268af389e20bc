import { ButtonStyle } from 'discord-api-types/v10';
import type { Review } from '../../feedback/reviews.js';
import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import { refOf } from '../../story/ref.js';
import type { Block } from './block-pages.js';
import { button, row } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { ratingLabel } from './rating-label.js';
import { when } from './time.js';
import { spoileredParts, typedParts } from './typed-markup.js';

/** Longest name of a chapter above a review, in UTF-16 units before escaping. */
const maxChapterName = 80;

/** Who looks at reviews. */
export interface Onlooker {
  readonly userId: string;
  /** Whether they may hide reviews and see hidden ones. */
  readonly moderates: boolean;
}

/** A review, or a page's worth of one: at most 3,500 UTF-16 units. */
export interface ReviewBlock extends Block {
  readonly review: Review;
}

/** Whether somebody gets to see a review: a hidden one only moderators and its writer. */
export function maySee(review: Review, onlooker: Onlooker): boolean {
  return review.hiddenBy === undefined || onlooker.moderates || review.userId === onlooker.userId;
}

/** Lays out one review; `chapterName` is shown where reviews of several chapters stand together. */
export function reviewBlocks(
  review: Review,
  chapterName: string | undefined,
  onlooker: Onlooker,
): readonly ReviewBlock[] {
  const parts = reviewText(review);
  const lead = leadOf(review, chapterName, onlooker);
  if (parts.length <= 1) return [{ review, markup: [lead, ...parts].join('\n') }];
  return parts.map((part, index) => ({
    review,
    markup: `${lead}\n-# Part ${index + 1} of ${parts.length}\n${part}`,
  }));
}

/** What a review says, as typed, behind spoilers where its author asked for it; nothing for a rating alone. */
export function reviewText({ text, spoilers }: Pick<Review, 'text' | 'spoilers'>): readonly string[] {
  return spoilers ? spoileredParts(text) : typedParts(text);
}

/** What an onlooker may do with a review; `scope` and `page` say where to come back to after hiding it. */
export function reviewButtons(review: Review, onlooker: Onlooker, scope: 'chapter' | 'story', page: string) {
  const refs = [refOf(review.storyId), refOf(review.chapterKey)] as const;
  const toggle = review.hiddenBy === undefined ? 'review-hide' : 'review-show';
  const buttons = [
    ...(review.userId === onlooker.userId ? ownReviewButtons(review) : []),
    ...(onlooker.moderates
      ? [
          button(
            encodeCustomId(toggle, ...refs, review.userId, scope === 'story' ? 's' : 'c', page),
            toggle === 'review-hide' ? 'Hide' : 'Show again',
          ),
        ]
      : []),
  ];
  return buttons.length === 0 ? [] : [row(...buttons)];
}

/** The buttons with which people change or delete what they wrote. */
export function ownReviewButtons({ storyId, chapterKey }: Pick<Review, 'storyId' | 'chapterKey'>) {
  const refs = [refOf(storyId), refOf(chapterKey)] as const;
  return [
    button(encodeCustomId('review', ...refs), 'Change'),
    button(encodeCustomId('review-delete', ...refs), 'Delete', ButtonStyle.Danger),
  ];
}

function leadOf(review: Review, chapterName: string | undefined, onlooker: Onlooker): string {
  const facts = [
    `<@${review.userId}>`,
    review.rating === undefined ? undefined : ratingLabel(review.rating),
    when(review.at, 'D'),
    (review.editedAt ?? review.at) > review.at ? 'changed later' : undefined,
  ];
  const marks = [
    chapterName === undefined ? undefined : escapeMarkup(shorten(chapterName, maxChapterName)),
    review.userId === onlooker.userId ? '**Your review**' : undefined,
    review.hiddenBy === undefined ? undefined : '**Hidden** from other readers',
    review.spoilers ? 'Contains spoilers' : undefined,
  ];
  const lines = [facts, marks].map((line) => line.filter((part) => part !== undefined).join(' · '));
  return lines
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? line : `-# ${line}`))
    .join('\n');
}
