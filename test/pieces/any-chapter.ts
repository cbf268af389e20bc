import fc from 'fast-check';
import { chapterKinds } from '../../src/languages/kinds.js';
import type { Note, Story, Timeline } from '../../src/story/model.js';
import { makeScenes } from '../../src/story/passage.js';
import { hostileText, paragraph } from '../markup/split/generators.js';
import { aChapter, aStory } from '../support/factories.js';

/** A paragraph in one style throughout, of up to several pieces. */
const styled = fc
  .tuple(
    fc.constantFrom('*', '**', '~~', '||', '_', '***'),
    fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 5, maxLength: 500 }),
  )
  .map(([marker, words]) => marker + words.join(' ') + marker);

const quote = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((line) => `> ${line}`).join('\n'));
const list = fc
  .array(paragraph, { minLength: 2, maxLength: 4 })
  .map((items) => items.map((item) => `1. ${item}`).join('\n'));

/** Paragraphs as authors write them. */
const written = fc.oneof(
  { weight: 8, arbitrary: paragraph },
  { weight: 1, arbitrary: styled },
  { weight: 1, arbitrary: quote },
  { weight: 1, arbitrary: list },
);

/** One of no sense at all. */
const hostile = hostileText.map((text) => text.trim()).filter((text) => text !== '');

const timeline: fc.Arbitrary<Timeline> = fc.oneof(
  fc.record({
    kind: fc.constant('offset' as const),
    amount: fc.integer({ min: -40, max: 40 }),
    unit: fc.constantFrom('day' as const, 'month' as const),
  }),
  fc.constant({ kind: 'date' as const, date: '2019-05-04' }),
);

const title = fc.oneof(
  fc.constantFrom('The Lamp', 'Chapter 7', 'What *Happened*?', '`'.repeat(200), '🇩🇪'.repeat(50), '> ||a|| @here'),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ''),
);

function notesOf(words: fc.Arbitrary<string>): fc.Arbitrary<readonly Note[]> {
  const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((paragraphs) => paragraphs.join('\n\n'));
  return fc.array(fc.record({ kind: fc.constantFrom('note' as const, 'edit' as const), text }), { maxLength: 3 });
}

function storyOf(words: fc.Arbitrary<string>): fc.Arbitrary<Story> {
  const scenes = fc.array(fc.array(words, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 3 });
  const part = fc.record({ number: fc.nat(9), name: title }, { requiredKeys: [] });
  const extras = { number: fc.nat(99), part, timeline };
  const fields = {
    title,
    kind: fc.constantFrom(...chapterKinds),
    warnings: fc.array(fc.constantFrom('blood', 'a | b', '||c||', 'grief '.repeat(60)), { maxLength: 12 }),
    notes: notesOf(words),
    endNotes: notesOf(words),
    scenes: scenes.map(makeScenes),
    words: fc.nat(9_000),
  };
  return fc
    .tuple(fc.record(fields), fc.record(extras, { requiredKeys: [] }), title)
    .map(([chapter, extra, storyTitle]) => aStory([aChapter({ ...chapter, ...extra })], { title: storyTitle }));
}

/** A story of one chapter as an author may have written it: with long notes, long warnings and styles of several pieces. */
export const writtenStory = storyOf(written);

/** A story of one chapter that makes no sense. */
export const hostileStory = storyOf(hostile);
