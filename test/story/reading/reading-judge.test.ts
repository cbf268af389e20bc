import { describe, expect, test } from 'vitest';
import type { Chapter, Problem, Story } from '../../../src/story/model.js';
import { makeScenes } from '../../../src/story/passage.js';
import { buildFile } from './build-file.js';
import { italicsOf } from './compare.js';
import { judgeChapter, type Verdict } from './judge-chapter.js';
import { parseCase } from './parse-case.js';
import { changes } from './score.js';

const pool = { names: ['Ilse', 'Corin'], sections: { third: ['{A} *ran*.', '{B} fell.'] } } as const;

const kettle = `site: none
custom: a note on either side
file: 2.txt
number: 2
title: The Kettle
===
N|A/N: late, sorry!
 |
H|Chapter 2: The Kettle
 |
T|It was cold,
T|and it sang.
 |
B|***
 |
T|"Again," she said.
 |
I|(she means it)
 |
V|one line
V|another
 |
E|Tell me all!
`;

const built = () => {
  const [file] = parseCase('en', 'kettle.case', kettle).files;
  if (!file) throw new Error('The case has no file.');
  return buildFile(file, pool, 'seed');
};

const scenes: readonly (readonly string[])[] = [
  ['It was cold, and it sang.'],
  ['“Again,” she said.', 'one line\nanother'],
];

function storyOf(changed: Partial<Chapter> = {}, title = 'En kettle'): Story {
  const chapter: Chapter = {
    id: '2',
    file: 'en-kettle/2.txt',
    number: 2,
    title: 'The Kettle',
    kind: 'chapter',
    warnings: [],
    notes: [{ kind: 'note', text: 'A/N: late, sorry\\!' }],
    endNotes: [
      { kind: 'note', text: 'Tell me all!' },
      { kind: 'note', text: '(she means it)' },
    ],
    draft: false,
    scenes: makeScenes(scenes),
    words: 14,
    problems: [],
    ...changed,
  };
  return { id: 'en-kettle', title, warnings: [], tags: [], chapters: [chapter], held: [], problems: [] };
}

/** The fields that are not right, with how they are wrong. */
function wrong(story: Story | undefined, problems: readonly Problem[] = []): Record<string, Verdict> {
  const verdicts = judgeChapter(built(), story, problems).filter((each) => each.verdict !== 'right');
  return Object.fromEntries(verdicts.map((each) => [each.field, each.verdict]));
}

const doubt: Problem = {
  severity: 'warning',
  code: 'unclear-ending',
  at: { file: '2.txt', line: 9 },
  message: '',
  fix: '',
};

describe('the judge of the reading', () => {
  test('finds nothing wrong where everything is as a careful human has it', () => {
    expect(wrong(storyOf())).toEqual({});
  });

  test('tells a note that stayed in the text, and whether the author hears of it', () => {
    const left = storyOf({
      endNotes: [{ kind: 'note', text: '(she means it)' }],
      scenes: makeScenes([...scenes.slice(0, 1), [...(scenes[1] ?? []), 'Tell me all!']]),
    });
    expect(wrong(left)).toEqual({ notesAfter: 'silent', text: 'silent' });
    expect(wrong(left, [doubt])).toEqual({ notesAfter: 'reported', text: 'reported' });
  });

  test('tells words that nobody will read', () => {
    expect(wrong(storyOf({ notes: [] }))).toEqual({ notesBefore: 'silent', lost: 'silent' });
  });

  test('tells lines that were run together, a break that is gone, and an interruption in the text', () => {
    expect(
      wrong(
        storyOf({
          scenes: makeScenes([
            ['It was cold, and it sang.', '"Again," she said.', '(she means it)', 'one line another'],
          ]),
        }),
      ),
    ).toEqual({
      inside: 'silent',
      breaks: 'silent',
      lines: 'silent',
    });
  });

  test('tells paragraphs that were cut or run together', () => {
    const run = storyOf({
      scenes: makeScenes([
        ['It was cold,', 'and it sang.'],
        ['"Again," she said.', 'one line\nanother'],
      ]),
    });
    expect(wrong(run)).toEqual({ paragraphs: 'silent' });
  });

  test('tells a rating that nobody gave, a wrong number and title, and leftovers of markup', () => {
    const { rating, ...fields } = wrong(
      storyOf({
        rating: 'mature',
        number: 3,
        title: 'Kettles',
        notes: [{ kind: 'note', text: 'A/N: late, sorry!</b>' }],
      }),
    );
    expect(rating).toBe('silent');
    expect(Object.keys(fields)).toEqual(['number', 'title', 'notesBefore', 'residue']);
  });

  test('finds everything wrong in a file that gave no chapter, which the author may have been told', () => {
    expect(Object.values(wrong(undefined))).toContain('silent');
    expect(new Set(Object.values(wrong(undefined, [doubt])))).toEqual(new Set(['reported']));
  });
});

describe('a case', () => {
  test('deals the same filler paragraphs each time, none twice, with the italics that its format has', () => {
    const [file] = parseCase('en', 'a.case', 'site: none\ncustom: none\nfile: a.md\n===\nT*2\n').files;
    if (!file) throw new Error('The case has no file.');
    const lines = buildFile(file, pool, 'seed').lines.map((line) => line.typed);
    expect(lines.toSorted()).toEqual(['', 'Corin fell.', 'Ilse *ran*.']);
    expect(buildFile(file, pool, 'seed').lines.map((line) => line.typed)).toEqual(lines);
  });

  test('says where a person made a slip in it', () => {
    expect(() => parseCase('en', 'a.case', 'site: none\ncustom: none\nfile: a.md\n===\nT|Yes.\nNo.\n')).toThrow(
      'en/a.case cannot be read: en/a.case, line 2 of its text: no label: "No."',
    );
    expect(() => parseCase('en', 'a.case', 'site: none\ncustom: none\nfile: a.md\nnumbr: 2\n===\nT|Yes.\n')).toThrow(
      'numbr',
    );
  });

  test('of a story has a head for each file, and an order', () => {
    const story = parseCase(
      'en',
      's.story',
      'site: none\ncustom: two\norder: [b.txt, a.txt]\n=== a.txt\nnumber: 2\n---\nT|A.\n=== b.txt\n---\nT|B.\n',
    );
    expect(story.files.map((file) => [file.name, file.head.number])).toEqual([
      ['a.txt', [2]],
      ['b.txt', [null]],
    ]);
    expect(story.order).toEqual(['b.txt', 'a.txt']);
  });
});

test('italics are told from bold, from escaped stars and from underlines within words', () => {
  expect(italicsOf('*one* **bold *two*** \\*no\\* a_b_c _three_')).toEqual(['one', 'two', 'three']);
});

test('a score falls where a language or a field of it has fewer right than before', () => {
  expect(changes({ en: { text: 3, files: 1 }, it: { files: 1 } }, { en: { text: 2, files: 2 } })).toEqual({
    falls: ['en text: 2, not 3', 'it files: 0, not 1'],
    rises: ['en files: 2, not 1'],
  });
});
