import { describe, expect, it } from 'vitest';
import { cutMarkdown, normalizeText, splitMarkdown } from '../../src/markup/split.js';

describe('splitMarkdown', () => {
  it('gives no piece of a blank text', () => {
    expect(splitMarkdown(' \n\t\u00a0', { maxLength: 100 })).toEqual([]);
  });

  it('returns a text that fits as it is', () => {
    expect(splitMarkdown('One.\n\nTwo.', { maxLength: 100 })).toEqual(['One.\n\nTwo.']);
  });

  it('cuts between paragraphs where it can', () => {
    const paragraph = 'The river was loud that night. '.repeat(3).trim();
    const cuts = cutMarkdown(`${paragraph}\n\n${paragraph}`, { maxLength: 120 });
    expect(cuts.map((cut) => cut.text)).toEqual([paragraph, paragraph]);
    expect(cuts.map((cut) => cut.boundary)).toEqual(['paragraph', 'end']);
    expect(cuts[1]).toMatchObject({ start: paragraph.length + 2, end: 2 * paragraph.length + 2 });
  });

  it('fills a piece to its last character where that makes fewer', () => {
    const pair = 'The river was loud that night.\n\nNobody slept in it.';
    expect(splitMarkdown([pair, pair, pair].join('\n\n'), { maxLength: pair.length })).toEqual([pair, pair, pair]);
  });

  it('moves the cut of a long chapter to a scene break that is a tenth away', () => {
    const paragraphs = Array.from({ length: 48 }, () => 'The river was loud that night. '.repeat(6).trim());
    const text = [...paragraphs.slice(0, 26), '⁂', ...paragraphs.slice(26)].join('\n\n');
    const cuts = cutMarkdown(text, { maxLength: 1900 });
    expect(cuts.filter(({ boundary }) => boundary === 'scene')).toHaveLength(1);
    expect(cuts.slice(0, -1).every(({ boundary }) => boundary === 'scene' || boundary === 'paragraph')).toBe(true);
  });

  it('makes as few pieces as can be where it is told to', () => {
    const paragraph = 'The river was loud that night. '.repeat(34).trim();
    const text = [paragraph, paragraph, paragraph].join('\n\n');
    expect(splitMarkdown(text, { maxLength: 1900 })).toEqual([paragraph, paragraph, paragraph]);
    expect(splitMarkdown(text, { maxLength: 1900, isFrugal: true })).toHaveLength(2);
  });

  it.each([0, 1, -5, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a maxLength of %s', (maxLength) => {
    expect(() => splitMarkdown('text', { maxLength })).toThrow(RangeError);
  });
});

describe('normalizeText', () => {
  it('makes LF of all line ends and U+FFFD of lone surrogates', () => {
    expect(normalizeText('a\r\nb\rc\n\ud83d d\ude00 😀')).toBe('a\nb\nc\n\ufffd d\ufffd 😀');
  });
});
