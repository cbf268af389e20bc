import { describe, expect, test } from 'vitest';
import { type FileTraits, habitsOf, noHabits } from '../../../src/story/parse/habits.js';
import { parseChapter } from '../../../src/story/parse-chapter.js';

const traits = (text: string) => parseChapter({ file: 'a.txt', text }).traits;
const file = (change: Partial<FileTraits> = {}): FileTraits => ({ heads: [], tails: [], ornaments: [], ...change });

describe("what of a file may repeat in the story's others", () => {
  test('are the words at both its ends, folded', () => {
    const { heads, tails } = traits('THE NINTH LAMP\n\nChapter 1\n\nIt rained.\n\nxoxo Kate');
    expect(heads).toContain('the ninth lamp');
    expect(tails).toContain('xoxo kate');
  });

  test('are six stretches at either end', () => {
    const { heads, tails } = traits(Array.from({ length: 20 }, (_, at) => `Line number ${at} of it.`).join('\n\n'));
    expect(heads).toHaveLength(6);
    expect(tails[0]).toBe('line number 14 of it');
  });

  test('are short lines with the look of an ornament', () => {
    const { ornaments } = traits(
      'It rained.\n\n-TW-\n\nIt snowed.\n\nHP\n\nIt hailed.\n\n=> <=\n\n“Go.”\n\nNo more\n\nIt ended.',
    );
    expect(ornaments).toContain('-TW-');
    expect(ornaments).toContain('HP');
    expect(ornaments).not.toContain('“Go.”');
    expect(ornaments).not.toContain('Nomore');
  });

  test('is the form of its first heading', () => {
    expect(traits('Chapter 1: Owls\n\nIt rained.').form).toBe('named');
    expect(traits('It rained.\n\nIt snowed.').form).toBeUndefined();
  });
});

describe("a story's habits", () => {
  test('are what stands in at least two files', () => {
    const habits = habitsOf([
      file({ heads: ['a', 'b'], tails: ['x'], ornaments: ['-TW-'] }),
      file({ heads: ['b'], tails: ['x'], ornaments: ['-TW-'] }),
      file({ heads: ['c'], tails: ['y'] }),
    ]);
    expect([...habits.heads]).toEqual(['b']);
    expect([...habits.tails]).toEqual(['x']);
    expect([...habits.ornaments]).toEqual(['-TW-']);
  });

  test('have a form of headings where more than half of the files agree', () => {
    expect(habitsOf([file({ form: 'named' }), file({ form: 'named' }), file({ form: 'bare' })]).form).toBe('named');
    expect(habitsOf([file({ form: 'named' }), file({ form: 'bare' })]).form).toBeUndefined();
    expect(habitsOf([file({ form: 'named' }), file({ form: 'named' }), file(), file()]).form).toBeUndefined();
  });

  test('cannot be told from one file', () => {
    expect(habitsOf([file({ heads: ['a'] })])).toBe(noHabits);
    expect(habitsOf([])).toBe(noHabits);
  });

  test('settle what one file cannot', () => {
    const text = 'Chapter 2: Hail\n\nIt came down.\n\n-TW-\n\nPell went out.';
    const alone = parseChapter({ file: '2.txt', text: text.replaceAll('-TW-', 'TWIG') }).chapter;
    const habits = { ...noHabits, ornaments: new Set(['TWIG']) };
    const told = parseChapter({ file: '2.txt', text: text.replaceAll('-TW-', 'TWIG'), habits }).chapter;
    expect(alone?.scenes).toHaveLength(1);
    expect(told?.scenes).toHaveLength(2);
  });
});
