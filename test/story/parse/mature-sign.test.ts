import { expect, test } from 'vitest';
import { findMatureSign } from '../../../src/story/parse/mature-sign.js';

test.each([
  ['Thanks for waiting! The ratings: E from here on.', 'ratings E'],
  ['Thanks for waiting! New rating: adult.', 'rating adult'],
  ['Einstufung: M, von jetzt an.', 'Einstufung M'],
  ['рейтинг E, с этой главы.', 'рейтинг E'],
])('%j names a rating for adults behind the word for one', (text, sign) => {
  expect(findMatureSign(text)).toBe(sign);
});

test.each([
  'The ratings: T from here on.',
  'Einstufung: T, von jetzt an.',
  'It was rated by all of them, and then some.',
])('%j names none', (text) => {
  expect(findMatureSign(text)).toBeUndefined();
});
