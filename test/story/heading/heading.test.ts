import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/languages/languages.js';
import { isClearHeading, readHeading } from '../../../src/story/parse/heading.js';
import { type ExpectedHeading, headingCases, noHeadings } from './heading-cases.js';

/** What the table speaks of, in its shape. */
function reading(line: string): ExpectedHeading | undefined {
  const heading = readHeading(line);
  if (!heading) return undefined;
  const { number, title, kind, part, count, storyTitle } = heading;
  return {
    ...(number !== undefined && { number }),
    ...(title !== undefined && { title }),
    ...(kind !== 'chapter' && { kind }),
    ...(part?.number !== undefined && { part: part.number }),
    ...(count !== undefined && { count }),
    ...(storyTitle !== undefined && { storyTitle }),
  };
}

const known = new Set<string>(languages.map(({ tag }) => tag));

/** A language that is not written down yet has its cases waiting. */
describe.each(Object.keys(headingCases).filter((tag) => known.has(tag)))('a heading in the words of %s', (tag) => {
  it.each(headingCases[tag] ?? [])('%s', (line, expected) => {
    expect(reading(line)).toEqual(expected);
  });
});

describe('a line of prose, a time or a sum', () => {
  it.each(noHeadings)('is no heading: %s', (line) => {
    expect(readHeading(line)).toBeUndefined();
  });
});

describe('a number in words alone', () => {
  it('is read in the language of the story and in English', () => {
    expect(readHeading('Fünf', 'de')).toMatchObject({ number: 5, form: 'bare', confidence: 0.4 });
    expect(readHeading('Five', 'de')).toMatchObject({ number: 5, confidence: 0.4 });
    expect(readHeading('Once', 'es')).toMatchObject({ number: 11, confidence: 0.4 });
    expect(readHeading('Once', 'en')).toBeUndefined();
  });

  it('is doubtful where the language is not known', () => {
    expect(readHeading('Fünf')).toMatchObject({ number: 5, confidence: 0.25 });
    expect(readHeading('Once.')).toBeUndefined();
  });
});

describe('confidence', () => {
  it.each([
    ['Chapter 5', 1],
    ['Chapter 5: Harbour', 0.98],
    ['Prologue', 1],
    ['A Prologue', 1],
    ['Das Zwischenspiel', 1],
    ['Part Two', 0.86],
    ['Chapter 5, in which it rains', 0.7],
    ['Chapter 5: One two three four. Five six seven eight nine', 0.98],
    ['5. Harbour', 0.65],
    ['E05: Harbour', 0.54],
    ['Day 5', 0.6],
    ['"Chapter 5"', 0.5],
    ['Five', 0.4],
    ['5 Harbour', 0.4],
    ['I', 0.3],
    ['Chapter 5 harbour lights', 0.3],
    ['D. Harbour', 0.2],
    ['Borrowed Claws, chapter 8', 0.85],
    ['Without further ado, chapter 1!', 0.26],
  ])('of %s is %d', (line, confidence) => {
    expect(readHeading(line)?.confidence).toBeCloseTo(confidence, 2);
  });

  it.each(['Chapter 5', '❀ Chapter Five ❀', 'Prologue: Low Water', '# Anything', 'S2E05'])('makes %s clear', (line) => {
    expect(isClearHeading(line)).toBe(true);
  });

  it.each(['Five', '5. Harbour', 'Day 5', 'Harbour', '"Chapter 5," she said.', '#5'])('leaves %s unclear', (line) => {
    expect(isClearHeading(line)).toBe(false);
  });
});

describe('what a heading carries', () => {
  it('is its words without signs, its form, and the halves of a dotted number', () => {
    expect(readHeading('~ Arc 3.7: Salt ~')).toEqual({
      number: 3.7,
      dotted: { part: 3, number: 7 },
      title: 'Salt',
      kind: 'chapter',
      part: { number: 3, name: 'Arc 3' },
      form: 'volume',
      text: 'Arc 3.7: Salt',
      confidence: 0.88,
    });
    expect(readHeading('1.10 – Salt')).toMatchObject({
      number: 1.1,
      dotted: { part: 1, number: 10 },
      form: 'numbered',
    });
  });

  it('is the name of the part as it was written', () => {
    expect(readHeading('BOOK 2: The Weir, Chapter 14')?.part).toEqual({ number: 2, name: 'BOOK 2: The Weir' });
    expect(readHeading('第二卷 第九章')?.part).toEqual({ number: 2, name: '第二卷' });
  });
});
