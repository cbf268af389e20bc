import fc from 'fast-check';
import { search as searching } from '../../support/search.js';

/** The same cases each time, so that a failure is about what was changed; `FC_RUNS=20000` looks longer, `FC_SEED=1` elsewhere. */
export const search = searching(100, 2026);

/** The limits that the splitter is for: from a line to the description of an embed. */
export const limit = fc.oneof(fc.integer({ min: 60, max: 4096 }), fc.integer({ min: 60, max: 300 }));

const word = fc.constantFrom(
  ...[
    'she',
    'ran',
    'over',
    'the',
    'bridge',
    'Mr.',
    'night.',
    '1984.',
    'Don’t',
    'né́e',
    '夜の橋。',
    'שלום',
    '🧜🏽‍♀️',
    '🇩🇪🇫🇷',
  ],
  ...['snake_case_words', '2*3*4', '\\*', 'a\\_b', '[', ']', '(', '<', '>', '\ud83c', '—', 'it’s"', '“So'],
);
const sign = fc.constantFrom(
  '<@123456789012345678>',
  '<:wave:123456789012345678>',
  '<t:1700000000:F>',
  'https://a.example/b_c_(d)',
  '[a *long* label here](https://a.example/x)',
  '<https://a.example/*y*>',
  '```js\nlet a = 1;\n\n  b();\n```',
  '`a * b`',
);
const delimiter = fc.constantFrom('*', '**', '_', '__', '~~', '||', '`', '``', '```');
const space = fc.constantFrom(' ', ' ', ' ', ' ', ' ', '\n', '\n\n', '  ', '\u00a0', '\r\n');
const lineStart = fc.constantFrom(
  ...['\n> ', '\n> ', '\n# ', '\n## ', '\n-# ', '\n- ', '\n* ', '\n7. ', '\n1. ', '\n  - ', '\n⁂\n'],
);

/**
 * Words with delimiters before, behind and between them, and lines that begin in all ways, without sense. Left out is
 * what cannot be said in a piece at all: a `>>> ` quote that a style from before it ends, and runs of three delimiters
 * that end a style with one of them left over.
 */
const hostileParts = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.tuple(word, space) },
      { weight: 2, arbitrary: fc.tuple(delimiter, word, space) },
      { weight: 2, arbitrary: fc.tuple(word, delimiter, space) },
      { weight: 1, arbitrary: fc.tuple(delimiter, space) },
      { weight: 1, arbitrary: fc.tuple(sign, space) },
      { weight: 1, arbitrary: fc.tuple(lineStart, word, space) },
    ),
    { minLength: 1, maxLength: 300, size: 'max' },
  )
  .map((parts) => parts.flat().join(''));

export const hostileText = fc.tuple(fc.constantFrom('', '', '', '>>> '), hostileParts).map((parts) => parts.join(''));

/** Anything at all: delimiters in any order and number, long words, what no author would write. */
export const rubbish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '**',
        '***',
        '****',
        '_',
        '__',
        '___',
        '~~',
        '|',
        '||',
        '`',
        '```',
        '\\',
        '[',
        '](',
        ')',
        '<',
        '>',
      ),
      fc.constantFrom(
        '[a](https://b.example/c)',
        '\n',
        '\n\n',
        ' ',
        '\n> ',
        '\n>>> ',
        '\n# ',
        '\n1. ',
        '\u200d',
        '\u0301',
        '\r',
      ),
      fc.stringMatching(/^[a-z]{1,90}$/),
      fc.string({ unit: 'binary', maxLength: 8 }),
      word,
      sign,
    ),
    { maxLength: 400, size: 'max' },
  )
  .map((parts) => parts.join(''));

const proseWord = fc.stringMatching(/^[a-z]{1,12}$/);
const sentence = fc
  .tuple(fc.array(proseWord, { minLength: 3, maxLength: 20 }), fc.constantFrom('.', '!', '?', '…', '."'))
  .map(([parts, stop]) => `${stop === '."' ? '"' : ''}${capital(parts.join(' '))}${stop}`);

/** A paragraph of one to nine sentences, now and then with a style on one of them. */
export const paragraph = fc
  .array(fc.tuple(sentence, fc.constantFrom('', '', '', '', '*', '**', '***', '_', '||', '~~')), {
    minLength: 1,
    maxLength: 9,
  })
  .map((sentences) => sentences.map(([text, marker]) => `${marker}${text}${[...marker].reverse().join('')}`).join(' '));

/** Chapters as authors write them: paragraphs, a heading or a scene break here and there. */
export const chapter = fc
  .array(fc.oneof({ weight: 12, arbitrary: paragraph }, { weight: 1, arbitrary: fc.constantFrom('⁂', '## Later') }), {
    minLength: 5,
    maxLength: 60,
    size: 'max',
  })
  .map((parts) => parts.join('\n\n'));

/** Chapters without styles, of ordinary paragraphs and length. */
export const plainChapter = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 40, maxLength: 70, size: 'max' })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
