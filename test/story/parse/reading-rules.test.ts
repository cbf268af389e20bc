import { describe, expect, test } from 'vitest';
import { ruleFinder } from '../../../src/story/parse/reading-rules.js';
import { parseStoryFile } from '../../../src/story/parse/story-file.js';
import { parseChapter } from '../../../src/story/parse-chapter.js';

const text = `Chapter 3: Hail

A/N: I am so sorry for the wait, please review!

It came down like an argument.

~TW~

Pell went out in it with a bucket.

Thanks for reading!`;

const passages = (reading: string, body = text) =>
  parseChapter({ file: 'a.txt', text: `---\nreading: ${reading}\n---\n${body}` }).chapter?.scenes.map((scene) =>
    scene.passages.map((passage) => passage.text),
  );

describe('what an author says of how a file is to be read', () => {
  test.each([
    ['text', 'A/N: I am so sorry for the wait, please review!'],
    ['text', 'Thanks for reading!'],
    ['text', '~TW~'],
    ['text', 'Chapter 3: Hail'],
  ])('is %s against all evidence: %s', (reading, line) => {
    expect(
      passages(JSON.stringify({ [reading]: [line] }))
        ?.flat()
        .join('\n'),
    ).toContain(line.replaceAll('~', '\\~'));
  });

  test('makes a note, a break or furniture of plain text', () => {
    const line = 'It came down like an argument.';
    const read = (reading: string) =>
      parseChapter({ file: 'a.txt', text: `---\nreading: { ${reading}: ["${line}"] }\n---\n${text}` });
    expect(read('note').chapter?.notes.at(-1)?.text).toContain(line);
    for (const reading of ['note', 'break', 'furniture']) {
      const scenes = read(reading).chapter?.scenes.flatMap((scene) => scene.passages.map((passage) => passage.text));
      expect(scenes).not.toContain(line);
    }
    expect(read('furniture').problems.map(({ code }) => code)).toContain('furniture-left-out');
  });

  test('makes a heading of a line of speech', () => {
    const body = '"Hail," he said.\n\nIt came down.\n\nPell went out.';
    expect(
      parseChapter({ file: 'a.txt', text: `---\nreading: { heading: '"Hail," he said.' }\n---\n${body}` }).chapter
        ?.title,
    ).toBe('"Hail," he said.');
  });

  test('may be said in story.yaml, and front matter goes before it', () => {
    const reading = parseStoryFile({ file: 'story.yaml', text: 'reading: { text: ["Thanks for reading!"] }' }).reading;
    expect(reading).toEqual({ text: ['Thanks for reading!'] });
    const end = (body: string) => parseChapter({ file: 'a.txt', text: body, reading }).chapter?.endNotes.length;
    expect(end(text)).toBe(0);
    expect(end(`---\nreading: { note: "Thanks for reading!" }\n---\n${text}`)).toBe(1);
  });

  test.each(['reading: { shout: ["x"] }', 'reading: loud', 'reading: [a, b]'])(
    'is refused with a sentence that shows how: %s',
    (yaml) => {
      const { problems, reading } = parseStoryFile({ file: 'story.yaml', text: `title: A\n${yaml}` });
      expect(problems.map(({ code, at }) => `${code} ${at.line}`)).toEqual(['bad-field 2']);
      expect(problems[0]?.fix).toContain('reading: { break:');
      expect(reading).toEqual({});
    },
  );

  test('takes a plural, one text for a list, and nothing', () => {
    const read = (yaml: string) => parseStoryFile({ file: 'story.yaml', text: yaml });
    expect(read('reading: { breaks: "~TW~", notes: [12] }')).toMatchObject({
      reading: { break: ['~TW~'], note: ['12'] },
      problems: [],
    });
    expect(read('reading:').problems).toEqual([]);
  });
});

describe('finding a rule', () => {
  test('words are compared as words, ornaments as signs, and `…` stands for the rest', () => {
    const find = ruleFinder([
      { note: ['Sorry for the wait…'], break: ['~ T W ~', '* ~ *'], text: ['Sorry for the wait, said Pell'] },
    ]);
    expect(find('SORRY for the wait, everybody')).toBe('note');
    expect(find('*Sorry* for the wait, said Pell.')).toBe('text');
    expect(find('*~*')).toBe('break');
    expect(find('So sorry for the wait')).toBeUndefined();
    expect(find('')).toBeUndefined();
  });

  test('of rules that differ the first counts', () => {
    expect(ruleFinder([{ text: ['x'] }, { note: ['x'] }])('X')).toBe('text');
    expect(ruleFinder([])('X')).toBeUndefined();
    expect(ruleFinder([{ note: ['', '…'] }])('X')).toBeUndefined();
  });
});
