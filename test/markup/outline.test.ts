import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../src/story/parse-chapter.js';

/** `heading 3-4`: the lines from the first up to, and with, the last that is not blank. */
const outline = (lines: readonly string[], file = 'lamp/02.txt') =>
  parseChapter({ file, text: lines.join('\n') }).outline.map(({ part, line, end }) => `${part} ${line}-${end - 1}`);

describe("a chapter file's outline", () => {
  it('says of every line what it was taken for', () => {
    const lines = [
      '---',
      'rating: teen',
      '---',
      'A/N: hello',
      '',
      'Chapter 2: Dust',
      '',
      'Imre went.',
      '***',
      'He came.',
    ];
    expect(outline([...lines, '', 'A/N: bye'])).toEqual([
      'front-matter 1-3',
      'note 4-5',
      'heading 6-7',
      'text 8-8',
      'break 9-9',
      'text 10-11',
      'end-note 12-12',
    ]);
  });

  it('tells what is read only for its data from what is shown', () => {
    expect(outline(['Rating: M', '', 'Chapter 2: Dust', '', 'Imre went.'])).toEqual([
      'data 1-2',
      'heading 3-4',
      'text 5-5',
    ]);
  });

  it('has a heading that front matter overrules among the text', () => {
    expect(outline(['---', 'title: Ash', '---', 'Chapter 2: Dust', '', 'Imre went.'])).toEqual([
      'front-matter 1-3',
      'text 4-5',
      'text 6-6',
    ]);
  });

  it('is there for a file that gives no chapter', () => {
    expect(outline(['---', 'draft: perhaps', '---', 'Imre went.'])).toEqual(['front-matter 1-3', 'text 4-4']);
  });
});
