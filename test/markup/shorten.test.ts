import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, ending, shorten } from '../../src/markup/shorten.js';
import { search } from './split/generators.js';

const family = '👨‍👩‍👧‍👦';
const flag = '🇫🇮';
const astral = '𝔸';
const accented = 'e\u0301';

/** What a reader takes for one character each. */
const characters = fc.array(fc.constantFrom(family, flag, astral, accented, '👍🏽', 'a', ' ', 'ß', '字', '1️⃣'), {
  maxLength: 60,
});

describe('a text for which there is little room', () => {
  it.each([
    ['a text that fits', 4, 'text', 'text'],
    ['white space before the ellipsis', 6, 'some words', 'some…'],
    ['families', 23, family.repeat(3), `${family.repeat(2)}…`],
    ['families with a unit too few', 22, family.repeat(3), `${family}…`],
    ['flags', 10, flag.repeat(3), `${flag.repeat(2)}…`],
    ['flags with a unit too few', 8, flag.repeat(3), `${flag}…`],
    ['letters of two units', 4, astral.repeat(3), `${astral}…`],
    ['accents', 4, accented.repeat(3), `${accented}…`],
    ['a single one that does not fit', 5, family, '…'],
  ])('is cut between characters: %s', (_what, max, text, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });

  it('fits, begins as it did, and ends with a whole character', () => {
    fc.assert(
      fc.property(characters, fc.integer({ min: 1, max: 120 }), (parts, max) => {
        const text = parts.join('');
        const start = beginning(text, max);
        const end = ending(text, max);
        expect(Math.max(start.length, end.length, shorten(text, max).length)).toBeLessThanOrEqual(max);
        expect(wholes(parts)).toContain(start);
        expect(wholes(parts).map((each) => text.slice(each.length))).toContain(end);
      }),
      search,
    );
  });

  it('keeps as much as has room', () => {
    fc.assert(
      fc.property(characters, fc.integer({ min: 1, max: 120 }), (parts, max) => {
        const fitting = wholes(parts).filter(({ length }) => length <= max);
        expect(beginning(parts.join(''), max)).toBe(fitting.at(-1));
      }),
      search,
    );
  });
});

/** All beginnings of whole characters, the shortest first. Two flags in a row stay two: their parts are read in pairs. */
function wholes(parts: readonly string[]): readonly string[] {
  return [0, ...parts.map((_, index) => index + 1)].map((count) => parts.slice(0, count).join(''));
}
