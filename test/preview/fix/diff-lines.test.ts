import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from '../../../src/preview/fix/diff-lines.js';

const someLines = fc.array(fc.constantFrom('', 'a', 'b', 'c', '---'), { maxLength: 30 });

/** The lines of one side; those that are left out are taken from the text that is the same there. */
function side(
  before: readonly string[],
  diff: ReturnType<typeof diffLines>,
  wanted: 'gone' | 'new',
): readonly string[] {
  let at = 0;
  return diff.flatMap((line) => {
    const from = at;
    if (line.kind === 'skipped') at += line.count;
    else if (line.kind !== 'new') at += 1;
    if (line.kind === 'skipped') return before.slice(from, at);
    return line.kind === 'same' || line.kind === wanted ? [line.text] : [];
  });
}

describe('the lines of a change', () => {
  it('lead from the one text to the other', () => {
    fc.assert(
      fc.property(someLines, someLines, (before, after) => {
        const diff = diffLines(before, after);
        expect(side(before, diff, 'gone')).toEqual(before);
        expect(side(before, diff, 'new')).toEqual(after);
      }),
    );
  });

  it('leave what stays out, but for two lines around what changes', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7'];
    expect(diffLines(before, before.with(3, 'four').concat('8'))).toEqual([
      { kind: 'skipped', count: 1 },
      { kind: 'same', text: '2' },
      { kind: 'same', text: '3' },
      { kind: 'gone', text: '4' },
      { kind: 'new', text: 'four' },
      { kind: 'same', text: '5' },
      { kind: 'same', text: '6' },
      { kind: 'same', text: '7' },
      { kind: 'new', text: '8' },
    ]);
  });

  it('are few: what stands in both texts in the same order stays', () => {
    const diff = diffLines(
      ['Chapter 2', '', 'Thanks!', '', 'Imre'],
      ['---', 'notes: Thanks!', '---', '', 'Chapter 2', '', 'Imre'],
    );
    expect(diff.flatMap((line) => (line.kind === 'gone' ? [line.text] : []))).toEqual(['Thanks!', '']);
    expect(diff.flatMap((line) => (line.kind === 'new' ? [line.text] : []))).toEqual([
      '---',
      'notes: Thanks!',
      '---',
      '',
    ]);
  });
});
