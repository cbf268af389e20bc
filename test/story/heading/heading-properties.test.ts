import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/languages/languages.js';
import { isUnspaced } from '../../../src/languages/words.js';
import { readFileName } from '../../../src/story/parse/heading/file-name.js';
import { readHeading } from '../../../src/story/parse/heading.js';
import { lineLook } from '../../../src/story/parse/line-look.js';
import { search } from '../../support/search.js';

const requireModule = createRequire(import.meta.url);

function cardinals(library: string): (value: number) => string {
  const { toCardinal }: { toCardinal: (value: number) => string } = requireModule(`n2words/${library}`);
  return toCardinal;
}

/** Words of a language's headings with anything between them, so that the readers get past their first test. */
const words = languages.flatMap(({ heading }) => [
  ...heading.chapter,
  ...heading.part,
  ...Object.values(heading.kinds).flat(),
  ...(heading.numberMarks ?? []),
  ...(heading.articles ?? []),
  ...(heading.of ?? []),
  ...(heading.around ?? []).flatMap(({ before, chapter = [], part = [] }) => [before, ...chapter, ...part]),
]);
const scrap = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('5', '1.10', 'V', 'five', '五', '٥', '½', '/', '?', ':', ' – ', '(', ')', '"', '#', '.'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const line = fc
  .array(fc.tuple(scrap, fc.constantFrom(' ', '', '\t', '-')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

describe('any line', () => {
  it('is read without an error, with a sure number, title and confidence', () => {
    fc.assert(
      fc.property(line, (text) => {
        const heading = readHeading(text);
        lineLook(text);
        readFileName(text);
        if (!heading) return;
        expect(heading.confidence).toBeGreaterThan(0);
        expect(heading.confidence).toBeLessThanOrEqual(1);
        expect(heading.number === undefined || Number.isFinite(heading.number)).toBe(true);
        expect(heading.title === undefined || heading.title.trim() !== '').toBe(true);
      }),
      search(1_000),
    );
  });

  it('keeps the words of its title', () => {
    const title = fc.stringMatching(/^\p{Lu}\p{Ll}{1,8}( \p{Lu}\p{Ll}{1,8}){1,3}$/u);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), title, (number, words) => {
        const heading = readHeading(`Chapter ${number}: ${words}`);
        expect(heading?.number).toBe(number);
        expect(heading?.title).toBe(words.normalize('NFC'));
      }),
    );
  });

  it('is none over 200 characters, or with more lines', () => {
    expect(readHeading(`Chapter 5: ${'row '.repeat(50)}`)).toBeUndefined();
    expect(readHeading('Chapter 5\nHarbour')).toBeUndefined();
  });
});

describe('a hostile line', () => {
  const pieces = [
    'Chapter ',
    'Part 1 ',
    '1.',
    '(',
    '[',
    '* ',
    '~',
    'one ',
    'hundred ',
    '一',
    '第',
    ' - ',
    '"',
    'I',
    '\t',
    '#',
    '5 of ',
    '\u0301',
  ];

  it.each(pieces)('of %j is read in a moment, and a long one refused', (piece) => {
    const longest = piece.repeat(Math.floor(200 / piece.length));
    const endless = piece.repeat(1_000_000 / piece.length);
    // Of the processor, which nobody else has a share in.
    const start = process.cpuUsage();
    for (let count = 0; count < 20; count += 1) readHeading(longest);
    readHeading(endless);
    lineLook(endless);
    const { system, user } = process.cpuUsage(start);
    expect((system + user) / 1_000).toBeLessThan(500);
  });
});

const spoken = languages.filter(({ numbers }) => numbers.library !== undefined);

describe.each(spoken.map((language) => [language.tag, language] as const))(
  'numbers in the words of %s',
  (_, language) => {
    const write = cardinals(language.numbers.library ?? '');
    const around = language.heading.around?.find(({ before }) => isUnspaced(before[0]));
    const wrap = (number: string) =>
      around ? `${around.before}${number}${around.chapter?.[0]}` : `${language.heading.chapter[0]} ${number}`;

    it('count chapters up to 9,999', () => {
      const misread: string[] = [];
      for (let number = 0; number < 10_000; number += number < 200 ? 1 : 7) {
        const heading = wrap(write(number));
        if (readHeading(heading)?.number !== number) misread.push(heading);
      }
      expect(misread).toEqual([]);
    });
  },
);
