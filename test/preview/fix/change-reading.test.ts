import { describe, expect, it } from 'vitest';
import { type Change, changeReading } from '../../../src/preview/fix/change-reading.js';
import { parseChapter } from '../../../src/story/parse-chapter.js';

const file = 'lamp/02-ash.txt';
const prose = ['Imre went up to the lamp.', '', 'Nobody came to take it in.', '', 'It rained.'];

function change(lines: readonly string[], wanted: Change, name = file) {
  const changed = changeReading(name, lines.join('\n'), wanted);
  if (changed.kind !== 'changed') throw new Error(JSON.stringify(changed));
  const { chapter } = parseChapter({ file: name, text: changed.text });
  if (chapter === undefined) throw new Error('The changed file gives no chapter.');
  return {
    text: changed.text,
    chapter,
    passages: chapter.scenes.flatMap(({ passages }) => passages.map(({ text }) => text)),
  };
}

describe('another reading of a chapter file', () => {
  it('makes a note of a paragraph below the heading', () => {
    const lines = ['Chapter 2: Ash', '', 'Thanks for all the kudos, guys!', '', ...prose];
    const { text, chapter, passages } = change(lines, { kind: 'read-as', line: 3, reading: 'note' });
    expect(text.split('\n').slice(0, 7)).toEqual([
      '---',
      'notes:',
      '  - Thanks for all the kudos, guys!',
      '---',
      '',
      'Chapter 2: Ash',
      '',
    ]);
    expect(chapter.notes).toEqual([{ kind: 'note', text: 'Thanks for all the kudos, guys!' }]);
    expect(passages[0]).toBe('Imre went up to the lamp.');
  });

  it('moves the notes that were understood along, in their order', () => {
    const lines = ['Chapter 2: Ash', '', 'A/N: hello', '', 'Kudos to you *all*.', '', ...prose];
    const { chapter } = change(lines, { kind: 'read-as', line: 5, reading: 'note' });
    expect(chapter.notes.map(({ text }) => text).join('\n\n')).toBe('A/N: hello\n\nKudos to you *all*.');
    expect(chapter).toMatchObject({ number: 2, title: 'Ash' });
  });

  it('makes text of a note above the heading, whose words go into front matter', () => {
    const lines = ['The lamp had been out for days.', '', 'Chapter 2: Ash', '', ...prose];
    const { text, chapter, passages } = change(lines, { kind: 'read-as', line: 1, reading: 'text' });
    expect(chapter).toMatchObject({ number: 2, title: 'Ash', notes: [] });
    expect(passages[0]).toBe('The lamp had been out for days.');
    expect(text).not.toContain('Chapter 2');
  });

  it('makes text of an end note, and an end note of text', () => {
    const noted = ['Chapter 2: Ash', '', ...prose, '', 'A/N: bye'];
    const back = change(noted, { kind: 'read-as', line: 9, reading: 'text' });
    expect(back.passages.at(-1)).toBe('A/N: bye');
    expect(back.chapter.endNotes).toEqual([]);
    const there = change(['Chapter 2: Ash', '', ...prose], { kind: 'read-as', line: 7, reading: 'end-note' });
    expect(there.chapter.endNotes).toEqual([{ kind: 'note', text: 'It rained.' }]);
    expect(there.passages).toHaveLength(2);
  });

  it('takes the first line for the title, and a heading for text', () => {
    const titled = change(
      ['The lamp went out', '', ...prose],
      { kind: 'read-as', line: 1, reading: 'text' },
      'lamp/x.txt',
    );
    expect(titled.passages[0]).toBe('The lamp went out');
    const lines = ['Is the lamp out?', '', ...prose];
    const { chapter, passages } = change(lines, { kind: 'read-as', line: 1, reading: 'title' });
    expect(chapter.title).toBe('Is the lamp out?');
    expect(passages).toHaveLength(3);
  });

  it('gives the chapter another number, title and kind, and takes the old heading out', () => {
    const wanted: Change = { kind: 'heading', number: '3', title: 'Cinders: one', chapterKind: 'interlude' };
    const { text, chapter, passages } = change(['Chapter 2: Ash', '', ...prose], wanted);
    expect(chapter).toMatchObject({ number: 3, title: 'Cinders: one', kind: 'interlude' });
    expect(passages).toHaveLength(3);
    expect(text.split('\n').slice(0, 6)).toEqual([
      '---',
      'number: 3',
      'title: "Cinders: one"',
      'kind: interlude',
      '---',
      '',
    ]);
  });

  it('keeps comments, order and spelling of front matter, and the line ends of the file', () => {
    const front = ['---', '# mine', 'draft: no # not any more', 'End-Notes: bye', '---'];
    const lines = [...front, 'Chapter 2: Ash', '', ...prose];
    const changed = changeReading(file, lines.join('\r\n'), { kind: 'read-as', line: 12, reading: 'end-note' });
    expect(changed).toEqual({
      kind: 'changed',
      text: `${[
        ...front.slice(0, 3),
        'End-Notes:',
        '  - It rained.',
        '  - bye',
        '---',
        'Chapter 2: Ash',
        '',
        ...prose.slice(0, 4),
      ].join('\r\n')}\r\n`,
    });
  });

  it('joins the lines of a file that was broken by width, as they were shown', () => {
    const wide = (words: string) =>
      `${words} ${'and the rain went on over the harbour '.repeat(6)}`.match(/.{1,60}\s/gu) ?? [];
    const paragraphs = ['Thanks to you all!', 'Imre', 'Nobody', 'Somebody'].map((words) =>
      wide(words).map((each) => each.trim()),
    );
    const lines = ['Chapter 2: Ash', ...paragraphs.flatMap((each) => ['', ...each])];
    const { chapter } = change(lines, { kind: 'read-as', line: 3, reading: 'note' });
    expect(chapter.notes[0]?.text).toBe(paragraphs[0]?.join(' '));
  });

  it('gives another heading to a chapter whose notes stand above it', () => {
    const lines = ['Erin: hello', '', 'It was a dream.', '', 'Chapter 2: Ash', '', ...prose];
    const wanted: Change = { kind: 'heading', number: '2', title: 'Cinders', chapterKind: 'chapter' };
    const { chapter, passages } = change(lines, wanted);
    expect(chapter).toMatchObject({ title: 'Cinders', notes: [{ text: 'Erin: hello\n\nIt was a dream.' }] });
    expect(passages).toHaveLength(3);
  });

  it('keeps what a note said of the story’s time when the note becomes text', () => {
    const lines = ['EDIT NOTE: This is a flashback chapter, one month earlier.', '', 'Chapter 2: Ash', '', ...prose];
    const { chapter } = change(lines, { kind: 'read-as', line: 1, reading: 'text' });
    expect(chapter).toMatchObject({ kind: 'flashback', timeline: { amount: -1, unit: 'month' }, notes: [] });
  });

  it('adds to a note that front matter has as one text', () => {
    const front = ['---', 'notes: | # by hand', '  Hello', '', '  all', '---'];
    const { text } = change([...front, 'Chapter 2: Ash', '', ...prose], { kind: 'read-as', line: 9, reading: 'note' });
    expect(text.split('\n').slice(0, 9)).toEqual([
      ...front.slice(0, 5),
      '',
      '  Imre went up to the lamp.',
      '---',
      'Chapter 2: Ash',
    ]);
  });

  it('is refused where it would take something else along', () => {
    const rated = ['Chapter 2: Ash', '', 'Rating: M for language', '', ...prose];
    expect(changeReading(file, rated.join('\n'), { kind: 'read-as', line: 3, reading: 'text' })).toMatchObject({
      kind: 'refused',
    });
    expect(changeReading(file, prose.join('\n'), { kind: 'read-as', line: 2, reading: 'note' })).toMatchObject({
      kind: 'refused',
    });
  });

  it('is nothing to write where the file says so already', () => {
    const same: Change = { kind: 'heading', number: '2', title: 'Ash', chapterKind: 'chapter' };
    expect(changeReading(file, ['Chapter 2: Ash', '', ...prose].join('\n'), same)).toEqual({ kind: 'unchanged' });
  });
});
