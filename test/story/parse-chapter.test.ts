import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../src/story/model.js';
import { parseChapter } from '../../src/story/parse-chapter.js';

function parse(file: string, text: string): Chapter {
  const { chapter, problems } = parseChapter({ file, text });
  if (!chapter) throw new Error(`no chapter: ${JSON.stringify(problems)}`);
  return chapter;
}

function scenes(file: string, text: string): readonly (readonly string[])[] {
  return parse(file, text).scenes.map((scene) => scene.passages.map((passage) => passage.text));
}

function codes(file: string, text: string): readonly string[] {
  return parseChapter({ file, text }).problems.map(
    (problem) => `${problem.severity} ${problem.code} ${problem.at.line}`,
  );
}

describe('plain text', () => {
  test.each([
    ['She *ran*.', 'She *ran*.'],
    ['She _ran_ and **fell**.', 'She *ran* and **fell**.'],
    ['***Loud*** and “*quoted* speech”', '***Loud*** and “*quoted* speech”'],
    ['*one* (_two_)—*three*', '*one* (*two*)—*three*'],
    ['f*ck, sh*t, 5*3 and s***', 'f\\*ck, sh\\*t, 5\\*3 and s\\*\\*\\*'],
    ['She typed ^_^ and T_T and snake_case_name', 'She typed ^\\_^ and T_T and snake_case_name'],
    ['# of men: 5', '\\# of men: 5'],
    ['- Hello, said Tam.', '\\- Hello, said Tam.'],
    ['> he wrote', '\\> he wrote'],
    ['1. first of all', '1\\. first of all'],
    ['[he left] (soon) [a](b)', '\\[he left] (soon) \\[a](b)'],
    ['<@123> @everyone ~~x~~ ||y|| `z`', '\\<@123> \\@everyone \\~\\~x\\~\\~ \\|\\|y\\|\\| \\`z\\`'],
    ['see https://a.b/c_d_e', 'see https://a.b/c_d_e'],
  ])('%j becomes %j', (typed, markup) => {
    expect(scenes('a.txt', `Chapter 1\n\nIt began.\n\n${typed}\n\nThen she went.`)[0]?.[1]).toBe(markup);
  });

  test.each([
    '***',
    '* * *',
    '---',
    '- - -',
    '~~~',
    '~*~',
    'oOo',
    'o0o',
    'xXx',
    'X X X',
    '###',
    '#',
    '⁂',
    '=====',
    '_____',
    '<><><>',
    '-- line break --',
    '• • •',
    '*~*~*~*',
  ])('%j breaks the scene', (line) => {
    expect(scenes('a.txt', `Chapter 1\n\nOne.\n\n${line}\n\nTwo.\n${line}\nThree.`)).toEqual([
      ['One.'],
      ['Two.'],
      ['Three.'],
    ]);
  });

  test.each(['...', '…', '???', 'xoxo', 'No.', '1000', '"—"', '"..."'])('%j does not', (line) => {
    expect(scenes('a.txt', `Chapter 1\n\nOne.\n\n${line}\n\nTwo.`)).toHaveLength(1);
  });

  test('a verse keeps its lines', () => {
    expect(
      scenes('a.txt', 'Chapter 1\n\nShe sang:\n\nOh the hen,\nthe hen,\nand the hen again.\n\nThen she stopped.')[0],
    ).toEqual(['She sang:', 'Oh the hen,\nthe hen,\nand the hen again.', 'Then she stopped.']);
  });

  test('hard-wrapped lines are joined, where indents or short lines end the paragraphs too', () => {
    const indented = `Chapter 1

   The lamp had been lit by somebody who did not mean to come
back for it, and it burned as such lamps do, low and resentful
of the dark.
   Nobody in the street looked up, though all of them had seen
that it was there, and most of them knew who had lit it and in
which year she meant to return.`;
    expect(scenes('a.txt', indented)[0]).toEqual([
      'The lamp had been lit by somebody who did not mean to come back for it, and it burned as such lamps do, low and resentful of the dark.',
      'Nobody in the street looked up, though all of them had seen that it was there, and most of them knew who had lit it and in which year she meant to return.',
    ]);
    expect(scenes('a.txt', indented.replace(/^ +/gmu, ''))[0]).toHaveLength(2);
  });

  test('unbalanced emphasis is reported at its line, and shown as typed', () => {
    const text = 'Chapter 1\n\nFine.\n\nShe said *never and left.';
    expect(scenes('a.txt', text)[0]?.[1]).toBe('She said \\*never and left.');
    expect(codes('a.txt', text)).toEqual(['warning unbalanced-emphasis 5']);
  });
});

describe('Markdown', () => {
  test.each([
    ['soft\nwrapped  \nhard', 'soft wrapped\nhard'],
    ['*a*, _b_, **c**, __d__, ~~e~~', '*a*, *b*, **c**, **d**, ~~e~~'],
    ['*a* _b_', '*a b*'],
    ['*a **b** c*', '*a **b** c*'],
    ['*one***two**', '_one_**two**'],
    ['a\\*b and a_b_c', 'a\\*b and a_b_c'],
    ['[label](https://a.b/c) <https://d.e>', '[label](https://a.b/c) https://d.e'],
    ['- one\n- two\n  1. deep', '- one\n- two\n  1. deep'],
    ['> said\n> she\n\n', '> said she'],
    ['    indented by habit', 'indented by habit'],
    ['`code` and ``a`b``', '`code` and ``a`b``'],
    ['```js\na\n\nb\n```', '```js\na\n\nb\n```'],
    ['It read @everyone <@123> ||x|| :owl:', 'It read \\@everyone \\<@123> \\|\\|x\\|\\| \\:owl:'],
    ['&mdash; caf&eacute;', '— café'],
  ])('%j becomes %j', (markdown, markup) => {
    const text = `# Chapter 1: A\n\nOne.\n\n${markdown}\n\nThen she went.`;
    expect(scenes('a.md', text)[0]?.[1]).toBe(markup);
    expect(codes('a.md', text)).toEqual([]);
  });

  test.each([
    ['![a cat](https://a.b/cat.png)', 'a cat (https://a.b/cat.png)', 'shown-plainly'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2', 'shown-plainly'],
    ['<ruby>under</ruby>', '\\<ruby>under\\</ruby>', 'shown-plainly'],
    ['#### Small', 'Small', 'shown-plainly'],
    ['see [here](notes.md)', 'see here (notes.md)', 'shown-plainly'],
    ['she *said and left', 'she \\*said and left', 'unbalanced-emphasis'],
    ['before <!-- fix this --> after', 'before  after', 'comment-left-out'],
  ])('%j is shown as %j and reported', (markdown, markup, code) => {
    const text = `# Chapter 1: A\n\nOne.\n\n${markdown}\n\nThen she went.`;
    expect(scenes('a.md', text)[0]?.[1]).toBe(markup);
    expect(new Set(codes('a.md', text).map((each) => each.split(' ').slice(1).join(' ')))).toEqual(
      new Set([`${code} 5`]),
    );
  });

  test('footnotes keep their words', () => {
    expect(scenes('a.md', '# Chapter 1: A\n\nOne.[^1]\n\n[^1]: A note.')[0]).toEqual(['One.\\[1]', '\\[1] A note.']);
  });

  test.each(['***', '---', '* * *', '###', '~~~', 'oOo', '+ + +', '<hr>', '<center>***</center>', '\\* \\* \\*', '⁂'])(
    '%j breaks the scene',
    (line) => {
      expect(scenes('a.md', `# Chapter 1: A\n\nOne.\n\n${line}\n\nTwo.`)).toEqual([['One.'], ['Two.']]);
    },
  );

  test('a rule right below a sentence breaks the scene, and does not make a heading of it', () => {
    const text = '# Chapter 1: A\n\nThe long sentence that she wrote ended here, at last.\n---\n\nTwo.';
    expect(scenes('a.md', text)).toEqual([['The long sentence that she wrote ended here, at last.'], ['Two.']]);
  });
});

describe('front matter', () => {
  const front = (fields: string, text = 'Once.') => `---\n${fields}\n---\n${text}`;

  test('settles everything', () => {
    const text = front(`number: 2.5
title: "The Gap: a title"
summary: Between two.
rating: PG-13
warnings: [heights, "falling, slowly"]
notes:
  - Hello *there*.
  - "EDIT: hello again."
endNotes: Bye.
publish-at: 2026-12-24T18:00:00+01:00
timeline: 2019-05-04
kind: interlude`);
    const chapter = parse('x.md', text);
    expect(chapter).toMatchObject({
      number: 2.5,
      title: 'The Gap: a title',
      summary: 'Between two.',
      rating: 'teen',
      warnings: ['heights', 'falling, slowly'],
      notes: [
        { kind: 'note', text: 'Hello *there*.' },
        { kind: 'edit', text: 'EDIT: hello again.' },
      ],
      endNotes: [{ kind: 'note', text: 'Bye.' }],
      draft: false,
      publishAt: new Date('2026-12-24T17:00:00Z'),
      timeline: { kind: 'date', date: '2019-05-04' },
      kind: 'interlude',
      problems: [],
    });
  });

  test('`notes: []` says that the first paragraphs are text', () => {
    const text = 'Thanks for reading, please review, said the sign.\n\nNobody did.';
    expect(parse('x.txt', text).notes).toHaveLength(1);
    expect(codes('x.txt', front('notes: []', text))).toEqual([]);
    expect(parse('x.txt', front('notes: []', text)).notes).toEqual([]);
    expect(scenes('x.txt', front('notes: []', text))[0]).toHaveLength(2);
  });

  test.each([
    ['draft: maybe', 'error bad-field 2'],
    ['publishAt: next friday', 'error bad-field 2'],
    ['publishAt: 2026-02-30', 'error bad-field 2'],
    ['title: [unclosed', 'error unreadable-yaml 3'],
    ['rating: spicy', 'warning unknown-rating 2'],
    ['colour: red\ntitle: A', 'warning unknown-field 2'],
    ['title: A\nnumber: many', 'warning bad-field 3'],
    ['title: A\ntitle: B', 'error unreadable-yaml 3'],
  ])('%j is reported as %s', (fields, problem) => {
    expect(codes('x.txt', front(fields))).toEqual([problem]);
  });

  test('an unknown rating counts as the strictest', () => {
    expect(parse('x.txt', front('rating: spicy')).rating).toBe('explicit');
  });

  test('aliases that grow are refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`),
    ];
    expect(codes('x.txt', front(`title: A\n${bomb.join('\n')}`))[0]).toMatch(/^error unreadable-yaml/u);
  });

  test('a block between rules without any of the fields is text', () => {
    expect(scenes('x.txt', '---\nMina: hello.\n---\nOnce.')).toEqual([['Mina: hello.'], ['Once.']]);
  });

  test('what has no end is reported, not shown to readers', () => {
    expect(codes('x.txt', '---\ntitle: A\n\nOnce.')).toEqual(['error open-front-matter 1']);
  });

  test('a heading in the text that says another title stays text', () => {
    const text = front('title: Snow', 'Chapter 2: Ice\n\nOnce.');
    expect(parse('x.txt', text)).toMatchObject({ number: 2, title: 'Snow' });
    expect(scenes('x.txt', text)).toEqual([['Chapter 2: Ice', 'Once.']]);
    expect(codes('x.txt', text)[0]).toBe('warning heading-differs 4');
  });

  test('a heading in the text that says another number is told of, and the front matter counts', () => {
    const text = front('number: 3', 'Chapter 2: Ice\n\nOnce.');
    expect(parse('x.txt', text)).toMatchObject({ number: 3, title: 'Ice' });
    expect(codes('x.txt', text)).toEqual(['warning heading-differs 4']);
    expect(codes('x.txt', front('number: 2', 'Chapter 2: Ice\n\nOnce.'))).toEqual([]);
  });
});

describe('names and numbers', () => {
  test.each([
    ['chapter-03 - The Door.txt', { number: 3, title: 'The Door' }],
    ['03-the-door.txt', { number: 3, title: 'The door' }],
    ['story/the_door.md', { title: 'The door' }],
    ['2.txt', { number: 2, title: 'Chapter 2' }],
  ])('%j without a heading is %j', (file, expected) => {
    expect(parse(file, '"Go," she said.\n\nHe went.')).toMatchObject(expected);
  });

  test.each([
    ['Chapter Twenty-One', 21],
    ['CHAPTER XIV', 14],
    ['Chapter 2.5: Between', 2.5],
    ['Chapitre 3 : La porte', 3],
    ['Kapitel 4', 4],
    ['~ Chapter 5 ~', 5],
    ['Chapter 6/20 "The Bell"', 6],
    ['Episode 7 - Bells', 7],
    ['Ch.8', 8],
  ])('%j is number %d', (heading, number) => {
    expect(parse('a.txt', `${heading}\n\nOnce.\n\nTwice.`).number).toBe(number);
  });

  test('an empty chapter is an error', () => {
    expect(codes('a.txt', ' \n\n')).toEqual(['error empty-chapter 1']);
    expect(codes('a.txt', 'Chapter 3: The Door\n\n***\n')).toContain('error empty-chapter 1');
  });

  test('two chapters in one file are reported where the second begins', () => {
    expect(codes('a.txt', 'Chapter 1\n\nOnce.\n\nChapter 2\n\nTwice.')).toEqual(['warning heading-in-text 5']);
  });
});

const shared = new URL('../../../shared/chapters/', import.meta.url);
const read = (name: string) => parse(name, readFileSync(new URL(name, shared), 'utf8'));

describe.skipIf(!existsSync(shared))('the two real chapters in ../shared/chapters', () => {
  const text = (chapter: Chapter) => chapter.scenes.flatMap((scene) => scene.passages.map((passage) => passage.text));

  test('the first has three paragraphs of notes, number 1 and its title', () => {
    const chapter = read('000_a28f9812bbc6155f.txt');
    expect(chapter).toMatchObject({
      number: 1,
      title: 'Goodbye Beacon Hills',
      kind: 'chapter',
      endNotes: [],
      problems: [],
    });
    expect(chapter.notes.flatMap((note) => note.text.split('\n\n'))).toHaveLength(3);
    expect(chapter.notes.some((note) => /flashbacks are in italics/u.test(note.text))).toBe(true);
    expect(text(chapter)[0]).toMatch(/^Derek Hale didn't run/u);
    expect(text(chapter).at(-1)).toMatch(/in the dust\.$/u);
  });

  test('the second has a signed note, an edit note, and is a flashback of one month', () => {
    const chapter = read('001_d259ada65653372c.txt');
    expect(chapter).toMatchObject({
      number: 2,
      title: 'What Happened?',
      kind: 'flashback',
      endNotes: [],
      problems: [],
    });
    expect(chapter.timeline).toEqual({ kind: 'offset', amount: -1, unit: 'month' });
    expect(chapter.notes.map((note) => [note.kind, note.text.split(' ')[0]])).toEqual([
      ['note', 'Erin:'],
      ['edit', 'EDIT'],
    ]);
    expect(text(chapter)[0]).toMatch(/^"Leaving\?/u);
    expect(text(chapter).at(-1)).toMatch(/a pack left anymore\.$/u);
  });
});
