import { describe, expect, it } from 'vitest';
import { type ShownSerial, serialView } from '../../../src/discord/rendering/serial-view.js';
import { advance } from '../../../src/release/posting/advance.js';
import type { Coming } from '../../../src/release/serial/coming.js';
import type { Next } from '../../../src/release/serial/next-chapter.js';
import type { Serial } from '../../../src/release/serial/serial.js';
import type { Chapter, HeldFile } from '../../../src/story/model.js';
import { aChapter, aHeldFile, aPosting, aSerial, aStory } from '../../support/factories.js';
import { measureView, viewText } from './view-limits.js';

const slot = Date.parse('2026-11-06T19:00:00Z');
const week = 7 * 24 * 3_600_000;

function shown(chapters: readonly Chapter[], held: readonly HeldFile[], next: Next): ShownSerial {
  const coming: readonly Coming[] = [
    ...chapters.map((chapter, index) => ({ kind: 'chapter', chapter, slotAt: slot + index * week }) as const),
    ...held.map((file) => ({ kind: 'held', file }) as const),
  ];
  const outlook = { next, coming, inHand: chapters.length, slots: [slot], lastSlot: slot };
  return {
    serial: aSerial(),
    story: aStory(chapters),
    outlook,
    posting: undefined,
    waiting: undefined,
    heldBack: undefined,
  };
}

describe('where a serial stands', () => {
  it('shows what is next in order with its slots, and a held file at its place', () => {
    const one = aChapter({ id: '01', number: 1, title: 'Rain', part: { number: 2, name: 'Part Two' } });
    const told = viewText(
      serialView(undefined, [shown([one], [aHeldFile({ id: '02', index: 1 })], { kind: 'ready', chapter: one })]),
    );
    expect(told).toContain('In this order:\n');
    expect(told).toContain(`- <t:${slot / 1000}:F> · Part Two, Chapter 1: Rain\n`);
    expect(told).toContain('- ⚠ **lamp/02.txt** is not clear to me (line 3); what is behind it waits');
  });

  it('says what is wrong with a held file that is next', () => {
    const file = aHeldFile({ id: '02', index: 0 });
    const told = viewText(serialView(undefined, [shown([], [file], { kind: 'held', file })]));
    expect(told).toContain('**lamp/02.txt**, line 3: It is odd. Even it.');
  });

  it('says what is under way, and that it goes on', () => {
    const one = aChapter({ id: '01' });
    const told = (current: Serial['current'], change: Partial<ShownSerial> = {}) =>
      viewText(
        serialView(undefined, [{ ...shown([one], [], { kind: 'none' }), serial: aSerial({ current }), ...change }]),
      );
    const release = { chapterId: '01', plan: 'release' } as const;
    const retraction = { chapterId: '01', plan: 'retraction' } as const;
    const posting = aPosting(1);
    expect(told(release)).toContain('Being posted right now: 01');
    expect(told(release, { posting })).toContain('Being posted right now: Chapter 1: Title 01');
    expect(told(retraction, { posting })).toContain('Being taken back right now: Chapter 1: Title 01');
    expect(told(release, { posting, waiting: '*closed*' })).toContain('It waits, and goes on by itself: \\*closed\\*');
    expect(told(undefined)).not.toContain('right now');
  });

  it('says what is in the way of what is under way, and how to go on', () => {
    const one = aChapter({ id: '01' });
    const posting = advance(aPosting(1), { kind: 'refused', at: 1, obstacle: { kind: 'channel-unusable' } });
    const told = (plan: 'release' | 'retraction') =>
      viewText(
        serialView(undefined, [
          {
            ...shown([one], [], { kind: 'none' }),
            serial: aSerial({ current: { chapterId: '01', plan } }),
            posting,
            waiting: 'down',
          },
        ]),
      );
    expect(told('release')).toContain('**Chapter 1: Title 01** could not be posted.');
    expect(told('retraction')).toContain('**Chapter 1: Title 01** could not be taken back as a whole.');
    expect(told('release')).not.toContain('It waits');
  });

  it('says that its beginning is lost, and why a slot passed for that', () => {
    const lost = { kind: 'start-lost', chapterId: '02 gate' } as const;
    const passed = { slotAt: slot, why: 'start-lost', chapterId: '02 gate' } as const;
    const serial = aSerial({ lastPassed: passed });
    const told = viewText(serialView(undefined, [{ ...shown([], [], lost), serial }]));
    expect(told).toMatch(/Next: ⚠ .*02 gate/);
    expect(told).toContain(`Passed without a chapter: <t:${slot / 1000}:F>.`);
  });

  it('is a line for each of many serials, those that need somebody first, and counts what does not fit', () => {
    const one = aChapter({ id: '01', number: 1, title: 'Rain' });
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...shown([one], [], { kind: 'ready', chapter: one }),
        story: aStory([one], { title: `Story ${index} ${'*'.repeat(60)}` }),
        heldBack: index === count - 1 ? 'Its journal cannot be read.' : undefined,
      }));
    const told = viewText(serialView('**It runs.**', many(6)));
    expect(told.match(/Story \d/g)).toEqual(['Story 5', 'Story 0', 'Story 1', 'Story 2', 'Story 3', 'Story 4']);
    expect(told).toContain('⚠ **Story 5');
    expect(told).toContain(`next <t:${slot / 1000}:R>`);
    const crowd = serialView('x'.repeat(1_500), many(300));
    expect(measureView(crowd).characters).toBeLessThanOrEqual(4_000);
    const listed = viewText(crowd).match(/Story \d+/g) ?? [];
    expect(listed[0]).toBe('Story 299');
    expect(viewText(crowd)).toContain(`… and ${300 - listed.length} more`);
  });

  it('fits into a message, whatever stories, files and problems are called', () => {
    const signs = '*_`|~'.repeat(60);
    const [problem] = aHeldFile({ id: 'x', index: 0 }).problems;
    if (problem === undefined) throw new Error('There is no problem.');
    const hostile = { ...problem, at: { file: `lamp/${signs}.txt`, line: 9_999 }, message: signs, fix: signs };
    const file: HeldFile = { id: 'x', file: hostile.at.file, index: 0, problems: [hostile] };
    const chapters = Array.from({ length: 30 }, (_, index) => aChapter({ id: `${index}`, title: signs.slice(0, 200) }));
    const one = shown(chapters, [file], { kind: 'held', file });
    const passed = { slotAt: slot, why: 'held', held: { ...hostile, file: hostile.at.file, line: 1 } } as const;
    const full = {
      ...one,
      serial: aSerial({ lastPassed: passed }),
      story: aStory(chapters, { title: signs.slice(0, 200) }),
    };
    for (const count of [1, 2, 5]) {
      const view = serialView(
        '**It** runs.',
        Array.from({ length: count }, () => full),
      );
      expect(measureView(view).characters, `${count} serials`).toBeLessThanOrEqual(4_000);
      expect(measureView(view).components).toBeLessThanOrEqual(40);
    }
  });
});
