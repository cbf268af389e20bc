import type { ReviewSummary } from '../../feedback/report.js';
import type { Review } from '../../feedback/reviews.js';
import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import { refOf } from '../../story/ref.js';
import type { ChosenPage, PageLimits } from './block-pages.js';
import { row, separator, text } from './components.js';
import { counted } from './counted.js';
import { pager } from './pager.js';
import type { View } from './private.js';
import { meanLabel } from './rating-label.js';
import { type Onlooker, ownReviewButtons, type ReviewBlock, reviewButtons, reviewText } from './review-block.js';

/** Reviews on one page: with the heading, they stay within a message's 4,000 characters and 40 components. */
export const reviewPageLimits: PageLimits = { blocks: 5, length: 3_400 };

/** Longest name in a heading, in UTF-16 units before escaping. */
const maxName = 100;

/** What the list of reviews shows. */
export interface ReviewList {
  readonly storyId: string;
  /** Undefined for the reviews of the whole story. */
  readonly chapterKey: string | undefined;
  /** Of the chapter, or of the story. */
  readonly name: string;
  readonly summary: ReviewSummary;
  /** Whether reviews of mature chapters are left out, because anyone may look. */
  readonly isPartial: boolean;
  readonly page: ChosenPage<ReviewBlock>;
  readonly onlooker: Onlooker;
}

/** A page of reviews, newest first. */
export function reviewListView(list: ReviewList): View {
  const { page, onlooker, summary } = list;
  const scope = list.chapterKey === undefined ? 'story' : 'chapter';
  const pageNote = page.index > 0 || page.hasNext ? ` · page ${page.index + 1}` : '';
  const heading =
    `## Reviews: ${escapeMarkup(shorten(list.name, maxName))}\n` +
    `-# ${counted(summary.reviews, 'review')}, ${meanLabel(summary)}${pageNote}` +
    (list.isPartial ? '\n-# Reviews of mature chapters are shown in age-restricted channels only.' : '');
  if (page.blocks.length === 0) return [text(heading), text('Nobody has written one yet. `/review` writes the first.')];
  const blocks = page.blocks.flatMap(({ markup, review }) => [
    separator(),
    text(markup),
    ...reviewButtons(review, onlooker, scope, page.state.here),
  ]);
  return [text(heading), ...blocks, ...turning(list)];
}

function turning({ storyId, chapterKey, page }: ReviewList): View {
  const chapterRef = chapterKey === undefined ? '' : refOf(chapterKey);
  const buttons = pager(page, ['reviews', refOf(storyId), chapterRef], ['Newer', 'Older'], page.state);
  return buttons.length === 0 ? [] : [row(...buttons)];
}

/** What a reader is told when their review is kept: all of it, or its beginning where it is long. */
export function savedReviewView(review: Review, chapterName: string, isNew: boolean): View {
  const thanks = isNew ? 'Thank you! Your review of' : 'Thank you! You changed your review of';
  const marks = [
    review.rating === undefined ? 'no rating' : `${review.rating} of 5`,
    ...(review.spoilers ? ['contains spoilers'] : []),
    ...(review.hiddenBy === undefined ? [] : ['hidden from other readers by a moderator']),
  ];
  const [beginning, ...rest] = reviewText(review);
  return [
    text(
      `${thanks} **${escapeMarkup(shorten(chapterName, maxName))}**${isNew ? ' is saved' : ''}: ${marks.join(', ')}.`,
    ),
    ...(beginning === undefined ? [] : [text(beginning)]),
    ...(rest.length === 0 ? [] : [text('-# This is its beginning. All of it is kept; `/reviews` shows it.')]),
    row(...ownReviewButtons(review)),
  ];
}
