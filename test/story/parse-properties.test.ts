import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/markup/plain.js';
import type { Chapter } from '../../src/story/model.js';
import { decodeText } from '../../src/story/parse/decode-text.js';
import { parseStoryFile } from '../../src/story/parse/story-file.js';
import { parseChapter } from '../../src/story/parse-chapter.js';
import type { ParsedChapter } from '../../src/story/parsed-chapter.js';
import { search } from '../support/search.js';

/** What a chapter file is made of, hostile parts included. Words that must not be lost are `kept1`, `kept2`, … */
const frames = [
  'Chapter 3: X',
  'Chapter 3',
  'Prologue - X',
  '# X',
  '2. X',
  'II.',
  'Part One: X',
  'X',
  'A/N: X',
  "**Author's Note:** X",
  "Author's Note",
  '[A/N: X',
  'X]',
  'EDIT (3/4): X',
  'Erin: X',
  'P.S. X',
  'Disclaimer: X',
  'Fandom: X',
  'Summary: X',
  'Warnings: X',
  'Title: X',
  '"X," said X.',
  'X X X X X X X X X X X X X X X X X X X X.',
  'thanks for reading, X, please review!',
  'by X',
  '*X* _X_ **X X** ***X*** f*X s*X',
  '*X and _X',
  '> X',
  '- X',
  '1. X',
  '    X',
  '`X` ~~X~~ ||X|| [X](https://x.y) https://a.b/c_d_ <b> :X: @everyone',
  '| X | X |\n|---|---|\n| X | X |',
  '```\nX\n```',
  '![X](x.png) X[^1]',
  '&amp; X \\X',
  '## X ##',
  'X\n===',
  'X\n---',
  '<div>X</div>',
  '<i>X',
  '<p>X</p><p>X <b>X</p>',
  '[center]X[/center] [b]X',
  '<a href="https://a.b/c">X</a> [url=https://a.b/c]X[/url]',
  'X<br>X<hr>X',
  '<blockquote>X',
  '<ul><li>X<li>X</ul>',
  '<h3>X</h3>X',
  '_X_X_ 他*X*他',
  '- X.',
  '==X== 5%% X',
  '𝗯𝗼𝗹𝗱 X 𝓢',
  '*X.',
  'X.*',
  '***',
  '---',
  '~~~',
  'oOo',
  '',
  '',
];

const text = fc
  .array(fc.tuple(fc.constantFrom(...frames), fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n\r\n', ' \n')), {
    minLength: 1,
    maxLength: 25,
  })
  .map((parts) => {
    let next = 0;
    const raw = parts.map(([frame, end]) => frame.replace(/X/gu, () => `kept${++next}`) + end).join('');
    return { raw, kept: Array.from({ length: next }, (_, index) => `kept${index + 1}`) };
  });

const file = fc.constantFrom('a.txt', 'a.md');

/** All that readers see, and what is reported as left out. */
function everything(chapter: Chapter, { storyTitle, weighed, problems }: ParsedChapter): string {
  const isTold = problems.some(({ code }) => code === 'furniture-left-out');
  return [
    ...weighed.flatMap(({ seen, state }) => (isTold && state.label === 'furniture' ? [seen.text] : [])),
    chapter.title,
    chapter.part?.name,
    storyTitle,
    chapter.summary,
    ...chapter.warnings,
    ...chapter.notes.map((note) => note.text),
    ...chapter.scenes.flatMap((scene) => scene.passages.map((passage) => passage.text)),
    ...chapter.endNotes.map((note) => note.text),
  ].join('\n');
}

describe('parseChapter', () => {
  test('loses no word: what is not heading, note or data is text', () => {
    fc.assert(
      fc.property(text, file, ({ raw, kept }, name) => {
        const read = parseChapter({ file: name, text: raw });
        const { chapter } = read;
        // A field of front matter that nobody knows is left out, and reported.
        if (!chapter || chapter.problems.some((problem) => problem.code === 'unknown-field')) return;
        const words = everything(chapter, read).match(/kept\d+/gu) ?? [];
        expect([...new Set(words)].sort()).toEqual([...kept].sort());
      }),
      search(700),
    );
  });

  test('keeps the words of the text in order', () => {
    fc.assert(
      fc.property(text, file, ({ raw }, name) => {
        const { chapter } = parseChapter({ file: name, text: raw });
        const body = chapter?.scenes.flatMap((scene) => scene.passages.map((passage) => plainText(passage.text))) ?? [];
        const numbers = (body.join(' ').match(/kept\d+/gu) ?? []).map((word) => Number(word.slice(4)));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }),
      search(300),
    );
  });

  test('gives passages without blank lines but in code, and scenes that are never empty', () => {
    fc.assert(
      fc.property(text, file, ({ raw }, name) => {
        for (const scene of parseChapter({ file: name, text: raw }).chapter?.scenes ?? []) {
          expect(scene.passages.length).toBeGreaterThan(0);
          for (const passage of scene.passages) {
            expect(passage.text.trim()).not.toBe('');
            if (!passage.text.includes('```')) expect(passage.text).not.toMatch(/\n[^\S\n]*\n/u);
          }
        }
      }),
      search(300),
    );
  });

  test('gives a chapter or an error, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((each) => new TextEncoder().encode(each)),
      fc.uint8Array({ maxLength: 200 }).map((each) => Uint8Array.of(0xff, 0xfe, ...each)),
    );
    fc.assert(
      fc.property(bytes, file, (each, name) => {
        const decoded = decodeText(each);
        if (!decoded.ok) return;
        const { chapter, problems } = parseChapter({ file: name, text: decoded.text });
        expect(chapter !== undefined).toBe(!problems.some((problem) => problem.severity === 'error'));
      }),
      search(500),
    );
  });

  test('never throws for front matter and story files of any kind', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'draft: maybe',
        'publishAt: soon',
        'a: &a [*a]',
        'number: [[[',
        '? x',
        '!!js/function "x"',
        '<<: *b',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .tuple(fc.constantFrom('title', 'notes', 'warnings', 'rating', 'timeline', 'kind', 'number'), fc.json())
        .map(([key, value]) => `${key}: ${value}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const yaml = lines.join('\n');
        parseChapter({ file: 'a.md', text: `---\n${yaml}\n---\nText.` });
        parseStoryFile({ file: 'story.yaml', text: yaml });
      }),
      search(500),
    );
  });

  const units = [
    '*a ',
    '*a* ',
    '[',
    '](',
    '> ',
    '- ',
    '_',
    '`',
    '\n',
    '=\n',
    'oOo\n',
    '1.\n\n',
    'A/N\n\n',
    'a*b_',
    '~~a',
    '||',
    '# a\n',
  ];
  test.each(units)('ends within seconds on forty thousand characters of %j', (unit) => {
    const hostile = unit.repeat(Math.ceil(40_000 / unit.length));
    for (const name of ['a.txt', 'a.md']) {
      const { chapter, problems } = parseChapter({ file: name, text: hostile });
      expect(chapter !== undefined || problems.length > 0).toBe(true);
    }
  });
});
