import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/story/parse/block.js';
import { formats, readBlocks } from './read-blocks.js';

const linesOf = (block: Block | undefined) =>
  block?.kind === 'paragraph' ? block.lines?.map((line) => [line.line, line.plain, line.markup]) : undefined;

describe.each(formats)('blocks of %s', (file) => {
  test('count the blank lines above them', () => {
    const { blocks } = readBlocks(file, '\nOne.\n\nTwo.\n \n\n\n***\n\nThree.');
    expect(blocks.map((block) => [block.kind, block.line, block.gap])).toEqual([
      ['paragraph', 2, 1],
      ['paragraph', 4, 1],
      ['break', 8, 3],
      ['paragraph', 10, 1],
    ]);
  });

  test.each([
    ['-~-', '-~-'],
    ['  * * *  ', '* * *'],
    ['~~~', '~~~'],
    ['---', '---'],
    ['<hr>', ''],
    ['<b>***</b>', '***'],
  ])('a break %j was typed as %j', (line, typed) => {
    const { blocks } = readBlocks(file, `One.\n\n${line}\n\nTwo.`);
    expect(blocks[1]).toEqual({ kind: 'break', line: 3, gap: 1, typed });
  });

  test('meant lines are blocks of their own, with their markup balanced', () => {
    const { blocks } = readBlocks(file, 'One.\n\n*Roses<br>\nand **thorns***<br>and snow\n\nTwo.');
    expect(linesOf(blocks[1])).toEqual([
      [3, 'Roses', '*Roses*'],
      [4, 'and thorns', '*and **thorns***'],
      [4, 'and snow', 'and snow'],
    ]);
    expect(linesOf(blocks[0])).toBeUndefined();
  });
});

test('one blank line shows in a text that has a paragraph to a line', () => {
  const line = (word: string) => `${word} went out${' and out'.repeat(word.length)}, and came home again.`;
  const { blocks } = readBlocks(
    'a.txt',
    [line('Ann'), line('Benedict'), line('Cat'), '', line('Daniel'), line('E.'), line('Fay')].join('\n'),
  );
  expect(blocks.map((block) => block.gap)).toEqual([0, 0, 0, 1, 0, 0]);
});

test('a short line that Markdown joins with the next is a line; a wrapped one is not', () => {
  const wrapped = 'It was a long line which went on until there was no room\nfor more of it, and so it was wrapped.';
  const { blocks } = readBlocks('a.md', `Chapter One\n${wrapped}`);
  expect(blocks).toHaveLength(1);
  expect(linesOf(blocks[0])?.map(([line, plain]) => [line, plain])).toEqual([
    [1, 'Chapter One'],
    [2, wrapped.replace('\n', ' ')],
  ]);
  expect(linesOf(readBlocks('a.md', wrapped).blocks[0])).toBeUndefined();
});

test('a short line far from the margin is centred', () => {
  const { blocks } = readBlocks('a.txt', '   One.\n\n                    The End\n\n   Two.');
  expect(blocks.map((block) => block.kind === 'paragraph' && block.isCentred)).toEqual([false, true, false]);
});

test.each([
  ['- a\n- b', 'list', '- a\n- b'],
  ['> a\n> b', 'quote', 'a\nb'],
  ['> *a*\n>\n> b', 'quote', '*a*\n\nb'],
  ['| a |\n|---|\n| 1 |', 'other', '| a |\n|---|\n| 1 |'],
  ['```\na\n```', 'other', 'a'],
])('%j in Markdown has the shape %s', (typed, shape, plain) => {
  expect(readBlocks('a.md', typed).blocks).toMatchObject([{ shape, plain }]);
});

test('a fence that is never closed makes no code of the rest', () => {
  expect(readBlocks('a.md', 'One.\n\n```\nTwo.\n\n*Three.*').blocks.at(-1)).toMatchObject({ markup: '*Three.*' });
});

test('a link and a footnote find what is defined elsewhere in the file', () => {
  const { blocks } = readBlocks('a.md', 'See [the map][m].[^1]\n\nTwo *words*.\n\n[m]: https://a.b/map\n\n[^1]: Old.');
  expect(blocks.map((block) => block.kind === 'paragraph' && block.markup)).toEqual([
    'See [the map](https://a.b/map).\\[1]',
    'Two *words*.',
    '\\[1] Old.',
  ]);
});
