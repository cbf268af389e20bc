import { describe, expect, it } from 'vitest';
import { chapterDigest } from '../../src/pieces/chapter-digest.js';
import type { Chapter, Story } from '../../src/story/model.js';
import { makeScenes } from '../../src/story/passage.js';
import { aChapter, aStory } from '../support/factories.js';

const base: Partial<Chapter> = {
  number: 2,
  part: { number: 1, name: 'Part One' },
  title: 'The Lamp',
  kind: 'chapter',
  timeline: { kind: 'offset', amount: -1, unit: 'month' },
  warnings: ['blood'],
  notes: [{ kind: 'note', text: 'A/N: Hello.', unlabelled: 'Hello.' }],
  endNotes: [{ kind: 'edit', text: 'Typos.' }],
  scenes: makeScenes([['One.', 'Two.'], ['Three.']]),
  words: 3,
};

function digest(change: Partial<Chapter> = {}, storyChange: Partial<Story> = {}): string {
  const chapter = aChapter({ ...base, ...change });
  return chapterDigest(aStory([chapter], storyChange), chapter);
}

describe('the digest of a chapter', () => {
  it('has sixteen characters that may stand in a key or a button', () => {
    expect(digest()).toMatch(/^[\w-]{16}$/);
  });

  const seen: readonly (readonly [string, Partial<Chapter>])[] = [
    ['number', { number: 3 }],
    ['lost number', { number: undefined }],
    ['title', { title: 'The Gate' }],
    ['kind', { kind: 'flashback' }],
    ["part's name", { part: { number: 1, name: 'Part Two' } }],
    ["part's number", { part: { number: 2, name: 'Part One' } }],
    ['lost part', { part: undefined }],
    ['time', { timeline: { kind: 'offset', amount: 1, unit: 'month' } }],
    ['unit of time', { timeline: { kind: 'offset', amount: -1, unit: 'week' } }],
    ['date', { timeline: { kind: 'date', date: '2019-05-04' } }],
    ['lost time', { timeline: undefined }],
    ['warning', { warnings: ['gore'] }],
    ['warnings that are two', { warnings: ['blood', 'gore'] }],
    ['warnings that are none', { warnings: [] }],
    ['note', { notes: [{ kind: 'note', text: 'A/N: Hello!', unlabelled: 'Hello!' }] }],
    ['kind of note', { notes: [{ kind: 'edit', text: 'A/N: Hello.', unlabelled: 'Hello.' }] }],
    ['note that went to the end', { notes: [], endNotes: [...(base.notes ?? []), ...(base.endNotes ?? [])] }],
    ['end note', { endNotes: [{ kind: 'edit', text: 'More typos.' }] }],
    ['word', { scenes: makeScenes([['One.', 'Two!'], ['Three.']]) }],
    ['scene break', { scenes: makeScenes([['One.'], ['Two.', 'Three.']]) }],
    [
      'paragraph that is two',
      {
        scenes: makeScenes([
          ['One.', 'Two.'],
          ['Thr', 'ee.'],
        ]),
      },
    ],
    ['order', { scenes: makeScenes([['Two.', 'One.'], ['Three.']]) }],
    ['style', { scenes: makeScenes([['*One.*', 'Two.'], ['Three.']]) }],
  ];
  it.each(seen)('changes with another %s', (_name, change) => {
    expect(digest(change)).not.toBe(digest());
  });

  it('is another for each of these', () => {
    expect(new Set(seen.map(([, change]) => digest(change))).size).toBe(seen.length);
  });

  it('changes with the title of its story, and with the warnings of that where it has none itself', () => {
    expect(digest({}, { title: 'The Gate' })).not.toBe(digest());
    expect(digest({ warnings: [] }, { warnings: ['grief'] })).not.toBe(digest({ warnings: [] }));
    expect(digest({ warnings: [] }, { warnings: ['blood'] })).toBe(digest());
  });

  const unseen: readonly (readonly [string, Partial<Chapter>, Partial<Story>])[] = [
    ['file', { id: '99', file: 'lamp/99.md' }, {}],
    ['draft', { draft: true }, {}],
    ['date to wait for', { publishAt: new Date(0) }, {}],
    ['rating', { rating: 'mature' }, {}],
    ['summary', { summary: 'A lamp.' }, {}],
    ['number of minutes', { words: 90_000 }, {}],
    [
      'problems',
      { problems: [{ severity: 'info', code: 'x', at: { file: 'x', line: 1 }, message: 'x', fix: 'x' }] },
      {},
    ],
    [
      'label of its author’s own',
      { notes: [{ kind: 'note', text: "Author's note: Hello.", unlabelled: 'Hello.' }] },
      {},
    ],
    ['warnings of its story, which it overrides', {}, { warnings: ['grief'] }],
    ['tags of its story', {}, { tags: ['fluff'], rating: 'teen', author: 'Pip', summary: 'A story.', id: 'gate' }],
  ];
  it.each(unseen)('does not change with its %s', (_name, change, storyChange) => {
    expect(digest(change, storyChange)).toBe(digest());
  });

  it('does not depend on the order in which things were noted', () => {
    expect(digest({ part: { name: 'Part One', number: 1 } })).toBe(digest());
    expect(digest({ timeline: { unit: 'month', amount: -1, kind: 'offset' } })).toBe(digest());
  });
});
