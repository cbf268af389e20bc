import { describe, expect, it } from 'vitest';
import { chapterChoices, findChapter, pickChapter } from '../../../commands/support/pick-chapter.js';
import type { Chapter } from '../../../src/story/model.js';
import { aChapter } from '../../support/factories.js';

const one = { number: 1, name: 'Part One' };
const two = { number: 2, name: 'Part Two' };
const plain = [
  aChapter({ id: 'p', title: 'Prologue', kind: 'prologue' }),
  aChapter({ id: '2', number: 1, title: 'The Lamp' }),
  aChapter({ id: '3', number: 2, title: 'The Gate' }),
  aChapter({ id: '4', number: 12, title: 'The Third' }),
];
const parted = [
  aChapter({ id: 'a', number: 1, part: one, title: 'Rain' }),
  aChapter({ id: 'b', number: 2, part: one, title: 'Hail' }),
  aChapter({ id: 'c', number: 1, part: two, title: 'Snow' }),
  aChapter({ id: 'd', number: 3, part: two, title: 'Rain on the Roof' }),
];
const unnumbered = [
  aChapter({ id: 'x', title: 'Fox' }),
  aChapter({ id: 'y', title: 'Hare' }),
  aChapter({ id: 'z', title: '2 Owls' }),
];

const found = (typed: string, chapters: readonly Chapter[]) => findChapter(typed, chapters)?.id;

describe('a chapter is found', () => {
  it.each([
    '2',
    'chapter 2',
    'Chapter 2: The Gate',
    '#2',
    'ch. 2',
    'c2',
    'chapter two',
    'gate',
    'the gate',
    'THE G',
    'ate',
  ])('by its number, label, title or any part of one: %s', (typed) => expect(found(typed, plain)).toBe('3'));

  it.each([
    'part 2 chapter 3',
    '2.3',
    'p2c3',
    'book 2 chapter 3',
    'Book Two, Chapter Three',
    'part 2, ch 3',
    'roof',
    's2e3',
  ])('by its part and number: %s', (typed) => expect(found(typed, parted)).toBe('d'));

  it('by its part, the first of it', () => {
    expect(found('part 2', parted)).toBe('c');
    expect(found('part two', parted)).toBe('c');
  });

  it('by its number alone where parts have several, the first in the order', () => {
    expect(found('1', parted)).toBe('a');
    expect(chapterChoices('1', parted).map(({ name }) => name)).toEqual([
      'Part One, Chapter 1: Rain',
      'Part Two, Chapter 1: Snow',
    ]);
  });

  it('by a number with a dot that is one', () => {
    const chapters = [aChapter({ id: 'a', number: 2 }), aChapter({ id: 'b', number: 2.5 })];
    expect(found('2.5', chapters)).toBe('b');
    expect(found('chapter 2.5', chapters)).toBe('b');
  });

  it('by its place in the order where none has that number', () => {
    expect(found('2', unnumbered)).toBe('y');
    expect(found('2 owls', unnumbered)).toBe('z');
    expect(found('4', plain)).toBe('4');
    expect(found('9', unnumbered)).toBeUndefined();
  });

  it('by its title sooner than by a number that is a word of it', () => {
    expect(found('the third', plain)).toBe('4');
  });

  it('by its number sooner than by the name of another file', () => {
    expect(found('1', plain)).toBe('2');
    expect(found('prologue', plain)).toBe('p');
  });

  it('only where something fits', () => {
    expect(found('', plain)).toBeUndefined();
    expect(found('zebra', plain)).toBeUndefined();
    expect(found('???', plain)).toBeUndefined();
    expect(found('???', [aChapter({ id: 'q', title: '???' })])).toBe('q');
  });
});

describe('completion', () => {
  const typings = ['', '1', '2', '3', 'chapter', 'the', 'part 2', '2.3', 'rain', 'p', 'a', '12', 'two'];

  it.each([plain, parted, unnumbered])('lists first what Enter takes', (...chapters) => {
    for (const typed of typings.filter((each) => each !== '')) {
      const [first] = chapterChoices(typed, chapters);
      const taken = findChapter(typed, chapters);
      expect(first && findChapter(`${first.value}`, chapters)?.id, typed).toBe(taken?.id);
    }
  });

  it('offers values that lead to what was chosen, whatever the files are called', () => {
    for (const chapters of [plain, parted, unnumbered]) {
      const visible = chapters.map((chapter) => ({ chapter, key: chapter.id }));
      const values = chapterChoices('', chapters).map(({ value }) => pickChapter(`${value}`, visible)?.chapter.id);
      expect(values).toEqual(chapters.map(({ id }) => id));
    }
  });

  it('finds a renamed chapter by the id under which it came out', () => {
    const visible = [{ chapter: aChapter({ id: 'new' }), key: 'old' }];
    expect(pickChapter('id:old', visible)?.key).toBe('old');
  });
});
