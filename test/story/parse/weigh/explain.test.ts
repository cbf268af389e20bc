import { describe, expect, test } from 'vitest';
import { explain } from '../../../../src/story/parse/weigh/explain.js';
import { weights } from '../../../../src/story/parse/weigh/weights.js';
import { parseChapter } from '../../../../src/story/parse-chapter.js';

const weighed = (text: string) => parseChapter({ file: 'a.txt', text }).weighed;
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

describe('why a stretch was taken for what it was', () => {
  const [note, heading, text] = weighed('A/N: hello\n\nChapter 1\n\nIt rained.\n\nIt snowed.').map(explain);

  test('begins with its line, its label, what else it may be, and its words', () => {
    expect(note?.[0]).toMatch(/^1: note above the heading \(then .+, \d+\.\d behind\): “A\/N: hello”$/u);
    expect(heading?.[0]).toMatch(/^3: heading \(then .+ behind\): “Chapter 1”$/u);
    expect(text?.[0]).toMatch(/^5: text /u);
  });

  test('names every sign with its weights and the words that it was found in', () => {
    const { note: above, 'end-note': behind, aside } = weights.noteLabel;
    expect(note?.map((line) => line.trim())).toContain(
      `noteLabel: note ${signed(above)}, end-note ${signed(behind)}, aside ${signed(aside)}   “A/N:”`,
    );
  });

  test('ends with what that adds up to, the best first', () => {
    const sums = [...(note?.at(-1)?.matchAll(/([+−])(\d+\.\d)/gu) ?? [])].map(
      ([, sign, number]) => Number(number) * (sign === '−' ? -1 : 1),
    );
    expect(note?.at(-1)).toMatch(/^ {4}in all: note \+/u);
    expect(sums).toHaveLength(4);
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
  });

  test('says how much of a sign there is, and cuts long words', () => {
    const long = weighed(`Chapter 1\n\n${'She said that it rained and went out. '.repeat(9)}\n\nIt snowed.`).map(
      explain,
    );
    expect(long[1]?.[0]).toMatch(/“.{69}…”$/u);
    expect(long[1]?.join('\n')).toMatch(/storyPhrases ×\d/u);
  });
});
