import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chapterReportView,
  overviewPage,
  overviewView,
  type ReportedChapter,
} from '../../../src/discord/rendering/report-view.js';
import { type ChapterFeedback, type ChapterReport, reportChapter, reportStory } from '../../../src/feedback/report.js';
import type { Suggestion } from '../../../src/feedback/suggestions.js';
import { hostileText } from './hostile-text.js';
import { measureView, viewButtons, viewText } from './view-limits.js';

const story = { id: 'harbour', title: 'The *Harbour*' };
const at = Date.UTC(2026, 10, 20, 18);
const fire = (count: number) => ({ emoji: { key: '🔥', display: '🔥' }, count });
const lamp = (count: number) => ({ emoji: { key: '9', display: '<:lamp:9>' }, count });

const feedback: ChapterFeedback = {
  readers: 7,
  pieces: [[fire(3)], [], [lamp(2), fire(1)]],
  reviews: {
    shown: { reviews: 3, rated: 2, sum: 9 },
    hidden: { reviews: 1, rated: 1, sum: 1 },
  },
};
const chapter = (number: number, given: ChapterFeedback): ReportedChapter<ChapterReport> => ({
  key: `${number}`,
  name: `Chapter ${number}: A_b_`,
  report: reportChapter(given),
});

describe('the overview of what came back', () => {
  const nothing: ChapterFeedback = {
    readers: 1,
    pieces: [],
    reviews: { shown: { reviews: 0, rated: 0, sum: 0 }, hidden: { reviews: 0, rated: 0, sum: 0 } },
  };
  const none = { readers: 0, byEmoji: [], reviews: nothing.reviews, suggestions: 0 };
  const suggestion: Suggestion = { userId: '1230000000000000001', text: 'More\n# storms!', at };

  it('has the totals, every chapter with its numbers, the newest first, and the newest suggestions', () => {
    const view = overviewView({
      story,
      chapters: overviewPage([chapter(1, feedback), chapter(2, nothing)], 0),
      totals: reportStory({ readers: 8, suggestions: 4, byEmoji: [fire(4), lamp(2)], reviews: feedback.reviews }),
      suggestions: [suggestion],
    });
    expect(viewText(view).split('\n')).toEqual([
      String.raw`## Feedback: The \*Harbour\*`,
      '8 readers',
      '6 reactions (🔥 4 · <:lamp:9> 2)',
      '3 reviews, 4.5 of 5 (2 ratings), 1 hidden',
      String.raw`**Chapter 2: A_b\_**`,
      '1 reader · 0 reactions · 0 reviews',
      String.raw`**Chapter 1: A_b\_**`,
      '7 readers · 6 reactions · 3 reviews, 4.5 of 5 (2 ratings), 1 hidden',
      '**Newest suggestions**',
      `<@1230000000000000001> · <t:${at / 1000}:D>`,
      'More # storms!',
      '-# Readers are those who opened a chapter with `/read`.',
    ]);
    expect(viewButtons(view)).toEqual(['Suggestions (4)', 'Reviews']);
  });

  it('goes over pages where there are many chapters', () => {
    const chapters = Array.from({ length: 20 }, (_, index) => chapter(index + 1, nothing));
    const totals = reportStory(none);
    const show = (page: number) =>
      overviewView({ story, chapters: overviewPage(chapters, page), totals, suggestions: [] });
    expect(viewText(show(0))).toContain('Chapter 20');
    expect(viewButtons(show(0))).toEqual(['Older', 'Suggestions (0)', 'Reviews']);
    expect(viewText(show(99))).toContain('Chapter 1:');
    expect(viewButtons(show(99))).toEqual(['Newer', 'Suggestions (0)', 'Reviews']);
  });

  it('says so where nothing is out', () => {
    const view = overviewView({ story, chapters: overviewPage([], 0), totals: reportStory(none), suggestions: [] });
    expect(viewText(view)).toContain('Nothing is out here yet.');
  });

  it('stays within what a message holds, whatever the chapters are called and readers suggest', () => {
    const emoji = Array.from({ length: 20 }, (_, index) => ({
      emoji: { key: `${index}`, display: `<:${'n'.repeat(32)}:12300000000000000${10 + index}>` },
      count: 123_456,
    }));
    const full: ChapterFeedback = { ...feedback, readers: 123_456, pieces: Array.from({ length: 30 }, () => emoji) };
    fc.assert(
      fc.property(hostileText, hostileText, (title, text) => {
        const name = title.slice(0, 200);
        const chapters = Array.from({ length: 9 }, (_, index) => ({
          ...chapter(index, full),
          name: `${index}${name}`,
        }));
        const suggestions = [1, 2].map(() => ({ ...suggestion, text: text.slice(0, 2_000) }));
        const totals = reportStory({ ...none, readers: 123_456, byEmoji: emoji, suggestions: 123_456 });
        const overview = overviewView({
          story: { id: name, title: name },
          chapters: overviewPage(chapters, 0),
          totals,
          suggestions,
        });
        const links = full.pieces.map(
          () => `https://discord.com/channels/${'1'.repeat(19)}/${'1'.repeat(19)}/${'1'.repeat(19)}`,
        );
        const pages = [0, 1, 9].flatMap((page) =>
          chapters.slice(0, 1).map((each) => chapterReportView({ id: name, title: name }, each, links, page)),
        );
        for (const view of [overview, ...pages]) {
          const { characters, components, customIds } = measureView(view);
          expect(characters).toBeLessThanOrEqual(4_000);
          expect(components).toBeLessThanOrEqual(40);
          expect(new Set(customIds).size).toBe(customIds.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the report of one chapter', () => {
  it('has its reactions by emoji and by piece with links to the pieces, and its reviews', () => {
    const view = chapterReportView(story, chapter(1, feedback), ['https://discord.com/channels/1/2/3'], 0);
    expect(viewText(view).split('\n')).toEqual([
      String.raw`## Chapter 1: A_b\_`,
      String.raw`-# The \*Harbour\*`,
      '7 readers with `/read`',
      '6 reactions (🔥 4 · <:lamp:9> 2)',
      '3 reviews, 4.5 of 5 (2 ratings), 1 hidden',
      '[Piece 1 of 3](https://discord.com/channels/1/2/3): 3 reactions (🔥 3)',
      'Piece 2 of 3: 0 reactions',
      'Piece 3 of 3: 3 reactions (<:lamp:9> 2 · 🔥 1)',
    ]);
    expect(viewButtons(view)).toEqual(['All chapters', 'Reviews']);
  });

  it('names the five most frequent emoji, and goes over pages where there are many pieces', () => {
    const kinds = Array.from({ length: 8 }, (_, index) => ({
      emoji: { key: `${index}`, display: `e${index}` },
      count: 8 - index,
    }));
    const many = { ...feedback, pieces: Array.from({ length: 10 }, () => kinds) };
    const view = chapterReportView(story, chapter(1, many), [], 0);
    expect(viewText(view)).toContain('Piece 1 of 10: 36 reactions (e0 8 · e1 7 · e2 6 · e3 5 · e4 4 · and 3 more)');
    expect(viewText(view)).not.toContain('Piece 10 of 10');
    expect(viewButtons(view)).toEqual(['All chapters', 'Reviews', 'Later pieces']);
    expect(viewText(chapterReportView(story, chapter(1, many), [], 1))).toContain('Piece 10 of 10');
  });
});
