import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/story/parse/block.js';
import { breakAtGaps } from '../../../src/story/parse/rhythm.js';

/** Paragraphs with so many blank lines above each. */
const paragraphs = (gaps: readonly number[]): readonly Block[] =>
  gaps.map((gap, at) => ({
    kind: 'paragraph',
    shape: 'prose',
    isCentred: false,
    line: at * 10 + 1,
    gap,
    plain: `p${at}`,
    markup: `p${at}`,
  }));

const shape = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'break' ? '*' : '.')).join('');

describe('the rhythm of paragraphs', () => {
  test('two blank lines among single ones are a scene break', () => {
    const broken = breakAtGaps(paragraphs([1, 1, 1, 1, 2, 1, 1, 1]));
    expect(shape(broken)).toBe('....*....');
    expect(broken[4]).toEqual({ kind: 'break', line: 41, gap: 2, typed: '' });
  });

  test('so is one blank line among paragraphs that each only begin a new line', () => {
    expect(shape(breakAtGaps(paragraphs([0, 0, 0, 0, 0, 1, 0, 0, 0])))).toBe('.....*....');
  });

  test('a gap above the first paragraph breaks nothing', () => {
    expect(shape(breakAtGaps(paragraphs([5, 1, 1, 1, 1, 1, 1, 1])))).toBe('........');
  });

  test('three blank lines among double ones are no more than usual', () => {
    expect(shape(breakAtGaps(paragraphs([2, 2, 2, 2, 3, 2, 2, 2])))).toBe('........');
  });

  test('wide gaps at every third paragraph are a habit', () => {
    expect(shape(breakAtGaps(paragraphs([1, 1, 1, 2, 1, 1, 2, 1, 1, 2])))).toBe('..........');
  });

  test('seven paragraphs have no rhythm', () => {
    expect(shape(breakAtGaps(paragraphs([1, 1, 1, 1, 2, 1, 1])))).toBe('.......');
  });

  test('who draws breaks means no others', () => {
    const drawn: Block = { kind: 'break', line: 3, gap: 1, typed: '***' };
    const [first, ...rest] = paragraphs([1, 1, 1, 1, 2, 1, 1, 1, 1]);
    const text = first === undefined ? [] : [first, drawn, ...rest];
    expect(breakAtGaps(text)).toBe(text);
  });
});
