import { expect, it } from 'vitest';
import type { ComposedText } from '../../src/pieces/compose.js';
import { positionOf, spotAt } from '../../src/reading/spot.js';

const body: ComposedText = {
  text: 'One.\n\nTwo.\n\nThree.',
  passages: [
    { id: 'a', start: 0, end: 4 },
    { id: 'b', start: 6, end: 10 },
    { id: 'c', start: 12, end: 18 },
  ],
};
const position = (passageId: string, index: number, offset = 2) => positionOf({ passageId, index, offset }, body);

it('a spot is found again in its passage, wherever that stands now', () => {
  expect(position('b', 0)).toBe(8);
  expect(position('b', 9)).toBe(8);
  expect(position('b', 1, 99)).toBe(9);
});

it('a spot whose passage is gone is at the beginning of the nearest by number, the last where there were more', () => {
  expect(position('x', 1)).toBe(6);
  expect(position('x', 2)).toBe(12);
  expect(position('x', 3)).toBe(12);
  expect(position('x', 99)).toBe(12);
});

it('the spot at an offset between two passages is the beginning of the second', () => {
  expect(spotAt(5, body)).toEqual({ passageId: 'b', index: 1, offset: 0 });
  expect(spotAt(14, body)).toEqual({ passageId: 'c', index: 2, offset: 2 });
});
