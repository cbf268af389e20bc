import { describe, expect, it } from 'vitest';
import { type Change, changeReading, type Scope } from '../../../src/preview/fix/change-reading.js';
import { fileBlocks, fileUnits } from '../../../src/preview/fix/file-blocks.js';
import type { SaidReading } from '../../../src/story/parse/reading-rules.js';
import { parseChapter, type StoryLight } from '../../../src/story/parse-chapter.js';

const file = 'lamp/02-ash.txt';
const prose = [
  'Imre went up to the lamp and trimmed it.',
  '',
  'Nobody had come to take it in for days.',
  '',
  'It rained over the harbour until the morning.',
];
const thanks = 'Thanks for all the kudos on the last chapter, guys!';
const headed = ['Chapter 2: Ash', '', ...prose];

interface Asked {
  readonly scope?: Scope;
  readonly storyFile?: string;
  readonly light?: StoryLight;
}

/** Asks that the block which begins with these words be read as something. */
function ask(
  lines: readonly string[],
  words: string,
  reading: SaidReading,
  { scope = 'chapter', ...more }: Asked = {},
) {
  const source = { ...more.light, file, text: lines.join('\n') };
  const blocks = fileBlocks(fileUnits(parseChapter(source)));
  const block = blocks.findIndex(([{ text }]) => text.startsWith(words));
  if (block < 0) throw new Error(`No block begins with ${words}.`);
  return changeReading({ source, storyFile: more.storyFile ?? '' }, { kind: 'read-as', block, reading, scope });
}

function changed(...asked: Parameters<typeof ask>): readonly string[] {
  const outcome = ask(...asked);
  if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome));
  return outcome.text.split('\n');
}

function parse(lines: readonly string[]) {
  const { chapter } = parseChapter({ file, text: lines.join('\n') });
  if (chapter === undefined) throw new Error('The changed file gives no chapter.');
  return {
    ...chapter,
    passages: chapter.scenes.flatMap(({ passages }) => passages.map(({ text }) => text)),
  };
}

describe('another reading of a chapter file', () => {
  it('is one entry in front matter, by the first words of the block', () => {
    const lines = changed(headed, 'Imre', 'note');
    expect(lines).toEqual(['---', 'reading:', '  note:', '    - Imre went up to the…', '---', '', ...headed]);
    expect(parse(lines).notes.map(({ text }) => text)).toEqual(['Imre went up to the lamp and trimmed it.']);
  });

  it('says as many words as tell the block from all others', () => {
    const lines = ['Chapter 2: Ash', '', ...prose, '', 'Imre went up to the lamp once more, and stayed.'];
    expect(changed(lines, 'Imre went up to the lamp and', 'note')[3]).toBe('    - Imre went up to the lamp and…');
  });

  it('means all blocks with the same words', () => {
    const lines = ['Chapter 2: Ash', '', ...prose, '', '~lamp~', '', ...prose, '', '~lamp~', '', ...prose];
    const broken = changed(lines, '~lamp~', 'break');
    expect(broken.slice(0, 4)).toEqual(['---', 'reading:', '  break:', '    - ~lamp~']);
    expect(parse(broken).scenes).toHaveLength(3);
    const said = changed(broken, '~lamp~', 'furniture');
    expect(said.slice(1, 4)).toEqual(['reading:', '  furniture:', '    - ~lamp~']);
    expect(parse(said).passages).not.toContain('~lamp~');
  });

  it('goes again where the block is taken for that by itself', () => {
    expect(changed(changed(headed, 'Imre', 'note'), 'Imre', 'text')).toEqual(headed);
  });

  it('takes the place of an earlier one, and leaves comments and the rest of front matter', () => {
    const front = ['---', '# mine', 'draft: no # not any more', 'reading:', '  notes: Imre went up…', 'summary: Rain.'];
    const lines = changed([...front, '---', ...headed], 'Imre', 'furniture');
    expect(lines.slice(0, 8)).toEqual([
      ...front.slice(0, 4),
      '  furniture:',
      '    - Imre went up to the…',
      front[5],
      '---',
    ]);
  });

  it('keeps comments that would be all that is left of front matter', () => {
    const lines = changed(['---', '# mine', 'reading: { note: Imre went… }', '---', ...headed], 'Imre', 'text');
    expect(lines.slice(0, 4)).toEqual(['---', '# mine', 'reading: {}', '---']);
    expect(parse(lines).passages[0]).toContain('Imre');
  });

  it('keeps the line ends of the file', () => {
    const source = { file, text: headed.join('\r\n') };
    const outcome = changeReading(
      { source, storyFile: '' },
      { kind: 'read-as', block: 3, reading: 'note', scope: 'chapter' },
    );
    expect(outcome).toMatchObject({ text: expect.stringMatching(/^---\r\nreading:\r\n {2}note:\r\n/u) });
    expect(outcome).toMatchObject({ text: expect.not.stringMatching(/[^\r]\n/u) });
  });

  it('tells others to stay what they are where they would follow', () => {
    const lines = ['So sorry that this one took me so long!', '', 'Chapter 2: Ash', '', ...prose];
    const { notes, passages } = parse(changed(lines, 'Chapter 2', 'text'));
    expect(notes).toHaveLength(1);
    expect(passages[0]).toBe('Chapter 2: Ash');
  });

  it('is refused where the place does not allow it, with what to do first', () => {
    expect(ask(headed, 'Nobody', 'note')).toMatchObject({ why: expect.stringContaining('Then line 3, “Imre') });
    expect(ask(headed, 'It rained', 'heading')).toMatchObject({
      why: expect.stringContaining('Then line 1, “Chapter 2: Ash”'),
    });
    expect(ask([prose[0] ?? ''], 'Imre', 'note')).toMatchObject({ kind: 'refused' });
  });

  it('says what is so already where that was in doubt', () => {
    expect(changed(headed, 'Imre', 'text').slice(1, 4)).toEqual(['reading:', '  text:', '    - Imre went up to the…']);
  });

  it('can be said of a line of dots', () => {
    const lines = changed([...headed, '', '...', '', ...prose], '...', 'furniture');
    expect(lines.slice(1, 4)).toEqual(['reading:', '  furniture:', '    - ...']);
    expect(parse(lines).scenes).toHaveLength(1);
  });

  it('makes the title of a line below a bare number', () => {
    const lines = ['Chapter 2', '', 'the lamp that would not go out at all,', '', ...prose];
    expect(parse(changed(lines, 'the lamp', 'heading'))).toMatchObject({ number: 2, passages: { length: 3 } });
  });
});

describe('another reading for the whole story', () => {
  const story = { scope: 'story' } as const;

  it('is an entry in story.yaml, which may be new', () => {
    expect(changed([...headed, '', thanks], 'Thanks', 'text', story)).toEqual([
      'reading:',
      '  text:',
      '    - Thanks for all the kudos…',
      '',
    ]);
    const storyFile = 'title: The Lamp # mine\nreading:\n  break: [~TW~]\n';
    expect(changed(headed, 'Imre', 'note', { ...story, storyFile })).toEqual([
      'title: The Lamp # mine',
      'reading:',
      '  break: [ ~TW~ ]',
      '  note:',
      '    - Imre went up to the…',
      '',
    ]);
  });

  it('is refused where the chapter says otherwise, and where story.yaml cannot be read', () => {
    const said = ['---', 'reading: { text: Imre went up to the… }', '---', ...headed];
    expect(ask(said, 'Imre', 'note', story)).toMatchObject({ kind: 'refused' });
    expect(ask(headed, 'Imre', 'note', { ...story, storyFile: 'title: [' })).toMatchObject({ kind: 'refused' });
  });
});

describe('another heading of a chapter file', () => {
  const heading: Change = { kind: 'heading', number: '3', title: 'Cinders: one', chapterKind: 'interlude' };
  const rename = (lines: readonly string[], wanted: Change) =>
    changeReading({ source: { file, text: lines.join('\n') }, storyFile: '' }, wanted);

  it('stands in front matter, and the old one is left out', () => {
    const outcome = rename(headed, heading);
    if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome));
    const lines = outcome.text.split('\n');
    expect(lines).toEqual([
      '---',
      'number: 3',
      'title: "Cinders: one"',
      'kind: interlude',
      'reading:',
      '  furniture:',
      '    - "Chapter 2: Ash"',
      '---',
      '',
      ...headed,
    ]);
    const chapter = parse(lines);
    expect(chapter).toMatchObject({ number: 3, title: 'Cinders: one', kind: 'interlude' });
    expect(chapter.passages).toHaveLength(3);
  });

  it('leaves notes above the old one notes', () => {
    const outcome = rename(['Erin: hello', '', 'It was a dream.', '', ...headed], {
      ...heading,
      chapterKind: 'chapter',
    });
    if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome));
    const chapter = parse(outcome.text.split('\n'));
    expect(chapter.notes.map(({ text }) => text).join('\n\n')).toBe('Erin: hello\n\nIt was a dream.');
    expect(chapter.passages).toHaveLength(3);
  });

  it('is nothing to write where the file says so already, and is refused where the file’s name gives a number', () => {
    const same: Change = { kind: 'heading', number: '2', title: 'Ash', chapterKind: 'chapter' };
    expect(rename(headed, same)).toEqual({ kind: 'unchanged' });
    expect(rename(headed, { ...same, number: '' })).toMatchObject({ why: expect.stringContaining('number 2') });
    expect(rename(headed, { ...same, number: 'two' })).toMatchObject({ why: expect.stringContaining('0 to 99999') });
  });
});
