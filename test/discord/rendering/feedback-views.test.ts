import { expect, it } from 'vitest';
import { chapterReportView, overviewPage, overviewView } from '../../../src/discord/rendering/report-view.js';
import { reviewBlocks } from '../../../src/discord/rendering/review-block.js';
import { reviewListView, savedReviewView } from '../../../src/discord/rendering/review-list.js';
import { reviewModal } from '../../../src/discord/rendering/review-modal.js';
import { suggestionBlocks, suggestionListView } from '../../../src/discord/rendering/suggestion-list.js';
import { reportChapter, reportStory } from '../../../src/feedback/report.js';
import type { Review } from '../../../src/feedback/reviews.js';
import { writtenViews } from './written-view.js';

const at = Date.UTC(2026, 10, 20, 18);
const story = { id: 'lamp', title: 'The *Lamp*' };
const snapshot = (name: string) => `views/${name}.txt`;
const stateOf = (index: number) => ({ here: `${index}`, before: `${index - 1}`, after: `${index + 1}` });
const long = 'She had not come to stay. '.repeat(150).trim();

const review: Review = {
  guildId: '1',
  storyId: 'lamp',
  chapterKey: '01',
  userId: '100',
  text: 'Better on the *second* reading.',
  rating: 4,
  spoilers: false,
  at,
};
const changed: Review = { ...review, userId: '101', editedAt: at + 1, spoilers: true, hiddenBy: '9', text: long };
const rated: Review = { ...review, userId: '102', text: '', rating: 1 };

it('reviews', async () => {
  const summary = { reviews: 3, rated: 3, mean: 3, hidden: 1 };
  const list = (
    userId: string,
    moderates: boolean,
    chapterKey: string | undefined,
    index: number,
    hasNext: boolean,
  ) => {
    const onlooker = { userId, moderates };
    const name = chapterKey === undefined ? 'Chapter 1: A_b_' : undefined;
    const blocks = [review, rated, { ...changed, text: 'Hidden.' }].flatMap((one) => reviewBlocks(one, name, onlooker));
    const page = { blocks, index, hasNext, state: stateOf(index) };
    return reviewListView({ storyId: 'lamp', chapterKey, name: 'A_b_', summary, isPartial: index > 0, page, onlooker });
  };
  const none = { blocks: [], index: 0, hasNext: false, state: stateOf(0) };
  const empty = { reviews: 0, rated: 0, mean: undefined, hidden: 0 };
  const onlooker = { userId: '100', moderates: false };
  await expect(
    writtenViews({
      'of a chapter, to one who wrote': list('100', false, '01', 0, false),
      'of a story, to a moderator': list('9', true, undefined, 1, true),
      'of a chapter, on its first page': list('9', true, '01', 0, true),
      none: reviewListView({
        storyId: 'lamp',
        chapterKey: '01',
        name: 'A',
        summary: empty,
        isPartial: false,
        page: none,
        onlooker,
      }),
      'a long one': reviewBlocks(changed, 'Chapter 1', onlooker)
        .map(({ markup }) => markup)
        .join('\n---\n'),
      saved: savedReviewView(review, 'Chapter 1: A_b_', true),
      'changed, long, hidden': savedReviewView(changed, 'Chapter 1: A_b_', false),
      'a rating alone': savedReviewView({ ...rated, rating: undefined }, 'Chapter 1', true),
      'the form': JSON.stringify(reviewModal('review:lamp:01', 'Chapter 1', undefined), undefined, 1),
      'the form to change it': JSON.stringify(reviewModal('review:lamp:01', 'C'.repeat(60), changed), undefined, 1),
    }),
  ).toMatchFileSnapshot(snapshot('reviews'));
});

it('what came back', async () => {
  const emoji = (key: string, count: number) => ({ emoji: { key, display: key }, count });
  const feedback = {
    readers: 2,
    pieces: [[emoji('🔥', 3)], [], ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, index) => emoji(key, 7 - index))],
    reviews: { shown: { reviews: 1, rated: 1, sum: 4 }, hidden: { reviews: 1, rated: 0, sum: 0 } },
  };
  const noReviews = { shown: { reviews: 0, rated: 0, sum: 0 }, hidden: { reviews: 0, rated: 0, sum: 0 } };
  const nothing = { readers: 0, byEmoji: [], reviews: noReviews, suggestions: 0 };
  const sums = { byEmoji: reportChapter(feedback).byEmoji, reviews: feedback.reviews };
  const chapters = Array.from({ length: 8 }, (_, index) => ({
    key: `${index + 1}`,
    name: `Chapter ${index + 1}: A_b_`,
    report: reportChapter(feedback),
  }));
  const totals = reportStory({ ...sums, readers: 1, suggestions: 3 });
  const suggestions = ['More\n*lamps*!', 'Fewer.', 'None.'].map((text) => ({ userId: '100', text, at }));
  const overview = (page: number) =>
    overviewView({ story, chapters: overviewPage(chapters, page), totals, suggestions });
  const report = { key: '1', name: 'Chapter 1: A_b_', report: reportChapter(feedback) };
  const pieces = { ...feedback, pieces: Array.from({ length: 13 }, () => [emoji('🔥', 1)]) };
  const wide = { ...report, report: reportChapter(pieces) };
  const page = (index: number, hasNext: boolean, text: string) => ({
    blocks: suggestionBlocks({ userId: '100', text, at }),
    index,
    hasNext,
    state: stateOf(index),
  });
  await expect(
    writtenViews({
      'over all chapters': overview(0),
      'over all chapters, on the last page': overview(1),
      'of nothing': overviewView({
        story,
        chapters: overviewPage([], 0),
        totals: reportStory(nothing),
        suggestions: [],
      }),
      'of one chapter': chapterReportView(story, report, ['https://discord.com/channels/1/2/3'], 0),
      'of many pieces': chapterReportView(story, wide, [], 1),
      'of no piece': chapterReportView(story, { ...report, report: reportChapter({ ...feedback, pieces: [] }) }, [], 0),
      suggestions: suggestionListView(story, 1, page(0, true, 'More *lamps*!')),
      'later suggestions': suggestionListView(story, 2, page(1, false, long)),
      'no suggestions': suggestionListView(story, 0, { blocks: [], index: 0, hasNext: false, state: stateOf(0) }),
    }),
  ).toMatchFileSnapshot(snapshot('feedback'));
});
