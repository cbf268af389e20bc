import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterCount, isBlank, legible } from '../../src/feedback/typed-text.js';

describe('a typed text', () => {
  it('is blank where nobody would see anything of it', () => {
    for (const typed of ['', ' \n\t', '\u200B\u200D\uFEFF', '\u202E\u2066', '\u2800', '\u3164', '\u{E0041}'])
      expect(isBlank(typed), JSON.stringify(typed)).toBe(true);
    for (const typed of ['.', '👩‍🚀', '\u200Bx', 'e\u0301']) expect(isBlank(typed), typed).toBe(false);
  });

  it('is as long as its code points, which is what Discord counts', () => {
    expect(characterCount('a👩‍🚀')).toBe(4);
    expect(characterCount('e\u0301'.repeat(10))).toBe(20);
  });
});

describe('a typed text that is shown', () => {
  it('keeps what emoji and languages need', () => {
    const needed = [
      'A plain line.\n\nAnother,\twith a tab.',
      '👩‍👩‍👧 ❤️‍🔥 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'می‌خواهم', // Persian, with a zero-width non-joiner
      'क्‍ष', // Hindi, with a zero-width joiner
      'Việt Nam, ế in parts: e\u0302\u0301',
      'בְּרֵאשִׁית', // Hebrew with vowels
      'ที่นี่',
      'خَطٌّ',
    ];
    for (const typed of needed) expect(legible(typed)).toBe(typed);
  });

  it('turns nothing around and hides nothing', () => {
    expect(legible('safe\u202Etxt.exe\u202C')).toBe('safetxt.exe');
    expect(legible('\u2067abc\u2069 @\u200Bevery\u2060one\uFEFF')).toBe('abc @everyone');
    expect(legible('a\u0000b\u001B[31mc\u0085d\r\ne')).toBe('ab[31mcd\ne');
    expect(legible(`Hi${'\u{E0061}'.repeat(50)}`)).toBe('Hi');
    expect(legible(`a${'\u200D'.repeat(1_000)}b`)).toBe('a\u200Db');
  });

  it('piles up neither marks nor empty lines', () => {
    expect(legible(`e${'\u0301'.repeat(4_000)}!`)).toBe(`e${'\u0301'.repeat(4)}!`);
    expect(legible(`e${'\u0301\u200D'.repeat(2_000)}!`)).toBe(`e${'\u0301\u200D'.repeat(4)}!`);
    expect(legible(`e${'\u0301\u200B'.repeat(2_000)}!`)).toBe(`e${'\u0301'.repeat(4)}!`);
    expect(legible(`first${'\n \n'.repeat(1_000)}last`)).toBe('first\n\nlast');
  });

  it('is legible at once, whatever was typed, and loses no letter', () => {
    const parts = fc.oneof(
      fc.constantFrom(
        '\u202E',
        '\u200B',
        '\u200D',
        '\u200F',
        '\u0301',
        '\u0489',
        '\n',
        '\r',
        ' ',
        'é',
        '🏴',
        '\u{E0067}',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 200 }), (typed) => {
        const text = typed.join('');
        const shown = legible(text);
        expect(legible(shown)).toBe(shown);
        expect(letters(shown)).toBe(letters(text));
        expect(/[\u202A-\u202E\u2066-\u2069\u200B]|\p{M}{5}|\n\n\n/u.test(shown)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
