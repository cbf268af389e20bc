import { expect, it } from 'vitest';
import { verseAround } from '../../src/markup/split/verse.js';

it('an offset is inside of the verse that begins before it and ends behind it, of however many', () => {
  for (let count = 0; count < 9; count += 1) {
    const verses = Array.from({ length: count }, (_, index) => ({ start: index * 10 + 3, end: index * 10 + 9 }));
    for (let at = 0; at < count * 10 + 5; at += 1) {
      const around = verses.find(({ start, end }) => start < at && at < end);
      expect(verseAround(verses, at), `${at} among ${count}`).toEqual(around);
    }
  }
});
