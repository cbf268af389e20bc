import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, readingMinutes } from '../../src/markup/count.js';
import { escapeMarkup, escapeProse, plainText } from '../../src/markup/plain.js';
import { showInDiscord } from './discord-oracle.js';

const hostile = fc
  .array(
    fc.constantFrom(
      ...['*', '**', '_', '__', '~', '~~', '|', '||', '`', '```', '#', '##', '-#', '>', '>>>', '-', '+', '1.', '12.'],
      ...['[', ']', '(', ')', '](', '<', '@', '<@1>', '<#1>', '<:a:1>', '<t:1:R>', '</a:1>', '@everyone', '@here', ':'],
      ...[
        ':smile:',
        ':+1:',
        'https://a.b/c_d_e',
        'http://',
        '\\',
        '\\\\',
        ' ',
        ' ',
        '\n',
        'a',
        'b1',
        'é',
        '😀',
        "'",
        '.',
        '!',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('escapeMarkup', () => {
  test('shows any text as it was typed, with no effect of any kind', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        expect(showInDiscord(escapeMarkup(text))).toEqual({ text, effects: [] });
      }),
      { numRuns: 5_000 },
    );
  });

  test('holds beside other text too', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        fc.pre(!/\n\s*$/u.test(a) && a.trim() !== '' && !/[:/@<\d]$/u.test(a));
        expect(showInDiscord(escapeMarkup(a) + escapeMarkup(b)).text).toBe(a + b);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ["it's a well-known fact - really", "it's a well-known fact - really"],
    ['snake_case and a_b_c', 'snake_case and a_b_c'],
    ['I <3 you ~ forever | maybe', 'I <3 you ~ forever | maybe'],
    ['mina@example.org, 12.5 and (brackets)', 'mina@example.org, 12.5 and (brackets)'],
    ['# one\n  > two\n- three\n10. four', '\\# one\n  \\> two\n\\- three\n10\\. four'],
    ['#1 fan, >:( and -5', '#1 fan, >:( and -5'],
    ['at 12:30:45 :owl: :+1:', 'at 12:30:45 \\:owl: \\:+1:'],
    ['@everyone @here <@123> <t:1:R>', '\\@everyone \\@here \\<@123> \\<t:1:R>'],
  ])('escapes %j with no backslash too many', (typed, escaped) => {
    expect(escapeMarkup(typed)).toBe(escaped);
  });

  test('takes the link out of an address, which an author’s own text keeps', () => {
    expect(showInDiscord(escapeMarkup('see https://a.b/c_d_')).effects).toEqual([]);
    expect(escapeProse('see https://a.b/c_d_ *now*')).toBe('see https://a.b/c_d_ \\*now\\*');
  });
});

describe('plainText', () => {
  test('undoes escapeMarkup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plainText(escapeMarkup(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['**bold _and italic_** words', 'bold and italic words'],
    ['## A heading', 'A heading'],
    ['> quoted *words*', 'quoted words'],
    ['[a *label*](https://a.b/c) and <https://d.e>', 'a label and https://d.e'],
    ['||hidden|| ~~gone~~ `code`', 'hidden gone code'],
    ['2 * 3 and snake_case', '2 * 3 and snake_case'],
    ['<:owl:123> <@1> at <t:1:R>', ':owl:  at '],
  ])('reads %j as %j', (markup, words) => {
    expect(plainText(markup)).toBe(words);
  });
});

describe('countWords', () => {
  test('counts words, not marks, and keeps contractions and hyphens whole', () => {
    expect(countWords('*Don’t* — “never” — touch a well-worn [lamp](https://a.b/c/d).')).toBe(6);
    expect(countWords('⁂ … —')).toBe(0);
  });

  test('reading takes at least a minute', () => {
    expect([0, 100, 460, 2_300].map(readingMinutes)).toEqual([1, 1, 2, 10]);
  });
});
