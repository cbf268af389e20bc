import { describe, expect, test } from 'vitest';
import { bare } from '../../../../src/story/parse/weigh/see.js';
import { parseChapter } from '../../../../src/story/parse-chapter.js';

const seen = (text: string, file = 'a.txt') => {
  const [first] = parseChapter({ file, text }).weighed;
  if (first === undefined) throw new Error('A stretch was seen.');
  return first.seen;
};

describe('a stretch by itself', () => {
  test('is read as a line where it is short prose without a line break', () => {
    expect(seen('Chapter 3: The Lamp')).toMatchObject({ isLine: true, heading: { number: 3, title: 'The Lamp' } });
    expect(seen('x'.repeat(201))).toMatchObject({ isLine: false, heading: undefined, look: 'prose' });
    expect(seen('- a pear\n- a ferry', 'a.md')).toMatchObject({ isLine: false, label: undefined });
    expect(seen('2. The Second Lamp', 'a.md')).toMatchObject({ isLine: true, heading: { number: 2 } });
  });

  test('has its words without markers, and an ornament as typed', () => {
    expect(seen('**The Lamp**', 'a.md')).toMatchObject({ text: 'The Lamp', words: ['the', 'lamp'], ornament: 0 });
    expect(seen('~*~*~\n\nIt rained.')).toMatchObject({ text: '~*~*~', ornament: 1, label: undefined });
  });

  test('is known as a table of contents by few words', () => {
    expect(seen('Table of Contents').isContents).toBe(true);
    expect(seen('The contents of the table').isContents).toBe(false);
  });

  test('in the middle of a long file is read for little', () => {
    const lines = Array.from({ length: 90 }, (_, at) => (at === 45 ? 'A/N: thanks for reading!!' : `It rained ${at}.`));
    const [middle] = parseChapter({ file: 'a.txt', text: lines.join('\n\n') }).weighed.slice(45);
    expect(middle?.seen).toMatchObject({ label: { kind: 'note' }, words: [], spoken: { author: [], isLoud: false } });
  });
});

describe('a line without the marks around it', () => {
  test.each([
    ['## The Lamp ##', 'The Lamp'],
    ['~*~ The Lamp ~*~', 'The Lamp'],
    ['— The Lamp —', 'The Lamp'],
    ['**The Lamp**', 'The Lamp'],
    ['Played in C#', 'Played in C#'],
    ['"The Lamp"', '"The Lamp"'],
    ['What now?', 'What now?'],
    ['***', ''],
  ])('%s is %s', (line, words) => {
    expect(bare(line)).toBe(words);
  });
});
