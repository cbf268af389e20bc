import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedPage, askedPage, choosePage } from '../../../src/discord/rendering/block-pages.js';
import { maySee, type Onlooker, reviewBlocks } from '../../../src/discord/rendering/review-block.js';
import { reviewListView, reviewPageLimits, savedReviewView } from '../../../src/discord/rendering/review-list.js';
import type { Review } from '../../../src/feedback/reviews.js';
import { blockSource } from './block-source.js';
import { hostileText } from './hostile-text.js';
import { measureView, viewButtons, viewText } from './view-limits.js';

const written: Review = {
  guildId: '1280000000000000001',
  storyId: 'a story with a name that is no plain reference',
  chapterKey: 'a chapter with a name that is no plain reference',
  userId: '1230000000000000001',
  text: 'I *loved* the storm.',
  rating: 4,
  spoilers: false,
  at: Date.UTC(2026, 10, 20, 18),
};
const reader: Onlooker = { userId: '1230000000000000002', moderates: false };
const moderator: Onlooker = { userId: '1230000000000000003', moderates: true };
const author: Onlooker = { userId: written.userId, moderates: false };

const summary = { reviews: 12, rated: 3, mean: 13 / 3, hidden: 0 };

/** The page of reviews that an onlooker gets to see. */
async function page(reviews: readonly Review[], onlooker: Onlooker, name = 'Chapter 1: The Lamp', asked = first) {
  return (await pageWith(reviews, onlooker, name, asked)).view;
}

async function pageWith(reviews: readonly Review[], onlooker: Onlooker, name: string, asked: AskedPage) {
  const entries = reviews.map((review) => (maySee(review, onlooker) ? reviewBlocks(review, name, onlooker) : []));
  const chosen = await choosePage(blockSource(entries).source, reviewPageLimits, asked);
  const view = reviewListView({
    storyId: written.storyId,
    chapterKey: undefined,
    name,
    summary,
    isPartial: false,
    page: chosen,
    onlooker,
  });
  return { view, chosen };
}

const first: AskedPage = { index: 0 };

describe('a page of reviews', () => {
  it('names who wrote it, the rating in words and signs, the day and the chapter, and shows the text as typed', async () => {
    const view = await page([written], reader);
    expect(viewText(view)).toBe(
      [
        '## Reviews: Chapter 1: The Lamp',
        '-# 12 reviews, 4.3 of 5 (3 ratings)',
        `<@${written.userId}> · ★★★★☆ 4 of 5 · <t:1795197600:D>`,
        '-# Chapter 1: The Lamp',
        String.raw`I \*loved\* the storm.`,
      ].join('\n'),
    );
    expect(viewButtons(view)).toEqual([]);
  });

  it('keeps spoilers behind bars that the text cannot open', async () => {
    const text = viewText(await page([{ ...written, text: 'He ||dies|| at sea|', spoilers: true }], reader));
    expect(text).toContain('Contains spoilers\n||He \\|\\|dies\\|\\| at sea\\|||');
  });

  it('lets its author change and delete it, and moderators hide it', async () => {
    expect(viewButtons(await page([written], author))).toEqual(['Change', 'Delete']);
    expect(viewButtons(await page([written], moderator))).toEqual(['Hide']);
    expect(viewButtons(await page([written], { ...author, moderates: true }))).toEqual(['Change', 'Delete', 'Hide']);
    expect(viewText(await page([written], author))).toContain('**Your review**');
  });

  it('shows a hidden review to moderators and to its author, marked, and to nobody else', async () => {
    const hidden = { ...written, hiddenBy: moderator.userId };
    expect(viewText(await page([hidden], reader))).not.toContain('loved');
    expect(viewText(await page([hidden], reader))).toContain('Nobody has written one yet.');
    expect(viewText(await page([hidden], moderator))).toContain('**Hidden** from other readers');
    expect(viewButtons(await page([hidden], moderator))).toEqual(['Show again']);
    expect(viewText(await page([hidden], author))).toContain('**Hidden** from other readers');
  });

  it('shows a rating alone, and an edit', async () => {
    const text = viewText(await page([{ ...written, text: '', editedAt: written.at + 1 }], reader));
    expect(text).toMatch(/<t:1795197600:D> · changed later\n-# Chapter 1: The Lamp$/);
  });

  it('turns to newer and older pages', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...written, userId: `12300000000000001${10 + index}` }));
    expect(viewButtons(await page(many, reader))).toEqual(['Older']);
    expect(viewButtons(await page(many, reader, 'A', { index: 1 }))).toEqual(['Newer', 'Older']);
    expect(viewButtons(await page(many, reader, 'A', { index: 2 }))).toEqual(['Newer']);
    expect(viewText(await page(many, reader, 'A', { index: 1 }))).toContain('page 2');
  });

  it('stays within what a message holds, whatever was typed and whoever looks', async () => {
    const review = fc.record({ text: hostileText, spoilers: fc.boolean(), hidden: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(review, { minLength: 1, maxLength: 8 }), hostileText, async (given, title) => {
        const reviews = given.map(({ text, spoilers, hidden }, index) => ({
          ...written,
          text,
          spoilers,
          userId: `123000000000000000${index}`,
          editedAt: written.at,
          hiddenBy: hidden ? moderator.userId : undefined,
        }));
        const onlooker = { userId: '1230000000000000000', moderates: true };
        for (let asked = first, turned = 0; turned < 20; turned += 1) {
          const { chosen, view } = await pageWith(reviews, onlooker, title.slice(0, 200), asked);
          asked = askedPage(chosen.state.after);
          const { characters, components, customIds } = measureView(view);
          expect(characters).toBeLessThanOrEqual(4_000);
          expect(components).toBeLessThanOrEqual(40);
          expect(new Set(customIds).size).toBe(customIds.length);
          expect(customIds.every((id) => id.length <= 100)).toBe(true);
          if (!viewButtons(view).includes('Older')) break;
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the thanks for a review', () => {
  it('shows what was kept, with a way to change and delete it', () => {
    const view = savedReviewView({ ...written, spoilers: true }, 'Chapter 1: The Lamp', true);
    expect(viewText(view)).toBe(
      [
        'Thank you! Your review of **Chapter 1: The Lamp** is saved: 4 of 5, contains spoilers.',
        String.raw`||I \*loved\* the storm.||`,
      ].join('\n'),
    );
    expect(viewButtons(view)).toEqual(['Change', 'Delete']);
  });

  it('shows the beginning of a long one, and fits', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, spoilers) => {
        const view = savedReviewView({ ...written, text, spoilers }, '*'.repeat(200), false);
        expect(measureView(view).characters).toBeLessThanOrEqual(4_000);
      }),
      { numRuns: 25 },
    );
    const long = savedReviewView({ ...written, text: 'word '.repeat(800) }, 'Chapter 1', false);
    expect(viewText(long)).toContain('You changed your review of **Chapter 1**: 4 of 5.');
    expect(viewText(long)).toContain('This is its beginning.');
  });
});
