import { describe, expect, it } from 'vitest';
import { type FileName, readFileName } from '../../../src/story/parse/heading/file-name.js';

const chapter = (number: number, title?: string): FileName => ({
  kind: 'chapter',
  number,
  ...(title !== undefined && { title }),
});

const cases: readonly (readonly [file: string, expected: FileName])[] = [
  ['chapter one.txt', chapter(1)],
  ['Chapter Twenty-One.md', chapter(21)],
  ['3 - the ferry.md', chapter(3, 'the ferry')],
  ['03.txt', chapter(3)],
  ['03_the_ferry.md', chapter(3, 'the ferry')],
  ['03-the-ferry.md', chapter(3, 'the ferry')],
  ['03. The Ferry.txt', chapter(3, 'The Ferry')],
  ['ch03_the-ferry.md', chapter(3, 'the ferry')],
  ['ch 3.txt', chapter(3)],
  ['chapter-12.txt', chapter(12)],
  ['Chapter 14 - The Orchard.txt', chapter(14, 'The Orchard')],
  ['01 - Chapter 2.txt', chapter(2)],
  ['part-9.txt', chapter(9)],
  ['the long water - ch 4.txt', chapter(4)],
  ['the_long_water_chapter_12.txt', chapter(12)],
  ['stories/the long water/7.md', chapter(7)],
  ['S02E05.txt', { ...chapter(5), part: { number: 2, name: 'S02' } }],
  ['2x05 the ferry.txt', { ...chapter(5, 'the ferry'), part: { number: 2 } }],
  ['vol2ch5.md', { ...chapter(5), part: { number: 2, name: 'vol 2' } }],
  ['book 1 - 02.txt', { ...chapter(2), part: { number: 1, name: 'book 1' } }],
  ['Book 2 - 01 - The Gate.md', { ...chapter(1), part: { number: 2, name: 'Book 2' }, title: 'The Gate' }],
  ['Book Two - Chapter 5.md', { ...chapter(5), part: { number: 2, name: 'Book Two' } }],
  ['1.10.txt', { ...chapter(1.1), dotted: { part: 1, number: 10 } }],
  ['1.10 the ferry.txt', { ...chapter(1.1, 'the ferry'), dotted: { part: 1, number: 10 } }],
  ['02b interlude.txt', { kind: 'interlude', number: 2 }],
  ['00 prologue.txt', { kind: 'prologue', number: 0 }],
  ['prologue.md', { kind: 'prologue' }],
  ['epilogue - low water.md', { kind: 'epilogue', title: 'low water' }],
  ['tlw3.txt', { order: 3 }],
  ['the long water 12.txt', { order: 12 }],
  ['draft.txt', {}],
  ['2024-01-05.txt', {}],
  ['drei.txt', chapter(3)],
  ['kapitel drei.txt', chapter(3)],
  ['trois.txt', chapter(3)],
  ['第三章.txt', chapter(3)],
  ['第3話 渡し舟.txt', chapter(3, '渡し舟')],
  ['глава третья.txt', chapter(3)],
  ['제3장.txt', chapter(3)],
];

describe('a file name', () => {
  it.each(cases)('%s', (file, expected) => {
    expect(readFileName(file)).toEqual(expected);
  });
});
