import { describe, expect, test } from 'vitest';
import { problemList } from '../../../../src/story/parse/problem-list.js';
import { reportDoubts } from '../../../../src/story/parse/weigh/doubts.js';
import { type Label, type State, states, type Zone } from '../../../../src/story/parse/weigh/label.js';
import type { Weighed } from '../../../../src/story/parse/weigh/weighed.js';
import { parseChapter } from '../../../../src/story/parse-chapter.js';

/** Stretches as a file has them, with other labels and margins. */
function doubts(...all: readonly (readonly [Zone, Label, (readonly [Zone, Label])?, number?])[]): readonly string[] {
  const text = all.map((_, at) => `Stretch ${at} of the file.`).join('\n\n');
  const { weighed } = parseChapter({ file: 'a.txt', text });
  const state = (zone: Zone, label: Label): State => {
    const found = states.find((each) => each.zone === zone && each.label === label);
    if (found === undefined) throw new Error(`There is no ${label} in ${zone}.`);
    return found;
  };
  const changed = all.flatMap(([zone, label, second, margin], at): readonly Weighed[] => {
    const each = weighed[at];
    if (each === undefined) return [];
    const other = second === undefined ? undefined : state(...second);
    return [{ ...each, state: state(zone, label), second: other, margin: margin ?? Number.POSITIVE_INFINITY }];
  });
  const problems = problemList('a.txt');
  reportDoubts(changed, all.length, problems);
  return problems.all.map(({ severity, code, at }) => `${severity} ${code} ${at.line}`);
}

const text = ['body', 'text'] as const;
const above = ['above', 'note'] as const;
const end = ['end', 'end-note'] as const;

describe('doubts about a reading', () => {
  test('are told where the second best comes near', () => {
    expect(doubts([...above, text, 1.2], [...text], [...text], [...text])).toEqual(['warning unclear-opening 1']);
    expect(doubts([...above, text, 1.4], [...text], [...text], [...text])).toEqual([]);
    expect(doubts([...text], [...text], [...end, text, 0.5])).toEqual(['warning unclear-ending 5']);
    expect(doubts([...above], [...text], [...text, ['below', 'note'], 1])).toEqual(['warning unclear-opening 5']);
  });

  test('are told of titles mildly, and of breaks in their own words', () => {
    expect(doubts(['head', 'heading', text, 1], [...text])).toEqual(['info title-from-first-line 1']);
    expect(doubts([...text, ['head', 'heading'], 1], [...text], [...text])).toEqual(['warning unclear-title 1']);
    expect(doubts([...text], ['body', 'break', text, 1], [...text])).toEqual(['warning unclear-break 3']);
  });

  test('are none where readers see neither of the two', () => {
    expect(doubts(['above', 'data', ['above', 'note'], 0.1], [...text], [...text])).toEqual([]);
    expect(doubts(['above', 'furniture', ['above', 'data'], 0.1], [...text], [...text])).toEqual([]);
  });

  test('are told once for stretches that follow each other', () => {
    expect(doubts([...above, text, 1], [...above, text, 1], [...text], [...text], [...text])).toEqual([
      'warning unclear-opening 1',
    ]);
  });

  test('are told of a note within the text, however sure it is', () => {
    expect(doubts([...text], ['body', 'aside'], [...text])).toEqual(['warning note-in-text 3']);
  });

  test('say the words, both readings, and what to write for either', () => {
    const { problems } = parseChapter({
      file: 'for-wren.txt',
      text: 'For Wren\n\nThe owl sat on the roof.\n\nIt had been there for days.',
    });
    const doubt = problems.find(({ code }) => code === 'unclear-opening');
    expect(doubt?.message).toBe('“For Wren” was taken for a note; it may be text.');
    expect(doubt?.fix).toContain('`reading: { text: ["For Wren"] }`');
    expect(doubt?.fix).toContain('`reading: { note: ["For Wren"] }`');
  });
});
