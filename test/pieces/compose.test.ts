import { describe, expect, it } from 'vitest';
import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { chapterBody, composeChapter, partsOfKind } from '../../src/pieces/compose.js';
import { drawnText } from '../../src/pieces/drawn-text.js';
import { maxPieceLength, releasePieces } from '../../src/pieces/pieces.js';
import { aChapter, aStory } from '../support/factories.js';

const chapter = aChapter({
  number: 2,
  title: 'What *Happened*?',
  kind: 'flashback',
  timeline: { kind: 'offset', amount: -1, unit: 'month' },
  warnings: ['blood', 'a | b'],
  notes: [
    { kind: 'note', text: 'Thank you!\n\nSee you.' },
    { kind: 'edit', text: 'Typos.' },
  ],
  endNotes: [{ kind: 'note', text: 'Until Friday.' }],
  words: 460,
  scenes: [
    {
      passages: [
        { id: 'a', text: 'One.' },
        { id: 'b', text: 'Two.' },
      ],
    },
    { passages: [{ id: 'c', text: 'Three.' }] },
  ],
});
const story = aStory([chapter]);

describe('a composed chapter', () => {
  it('consists of its heading, byline, warnings, notes, text and end notes, in that order and without a word of ours', () => {
    expect(composeChapter(story, chapter).parts).toEqual([
      { kind: 'heading', chapter: { number: 2, title: 'What *Happened*?', kind: 'flashback' } },
      { kind: 'byline', storyTitle: 'The Lamp', chapterKind: 'flashback', timeline: chapter.timeline, words: 460 },
      { kind: 'warnings', text: 'blood, a \\| b' },
      { kind: 'note', by: 'author', text: 'Thank you!\n\nSee you.' },
      { kind: 'note', by: 'edit', text: 'Typos.' },
      { kind: 'text', text: 'One.\n\nTwo.\n\n⁂\n\nThree.' },
      { kind: 'end-note', by: 'author', text: 'Until Friday.' },
    ]);
  });

  it('is drawn in that order', () => {
    expect(drawnText(composeChapter(story, chapter), drawPart).text).toBe(
      [
        '## Chapter 2: What \\*Happened\\*?\n-# The Lamp · Flashback, one month earlier · 2 min read',
        '**Content warnings:** ||blood, a \\| b||',
        "> **Author's note**\n> Thank you!\n> \n> See you.",
        '> **Edit note**\n> Typos.',
        'One.',
        'Two.',
        '⁂',
        'Three.',
        "> **Author's note**\n> Until Friday.",
      ].join('\n\n'),
    );
  });

  it('says what an author said behind a label of their own, without that label', () => {
    const labelled = aChapter({ notes: [{ kind: 'note', text: 'A/N: Hello.', unlabelled: 'Hello.' }] });
    expect(partsOfKind(composeChapter(aStory([labelled]), labelled).parts, 'note')[0]?.text).toBe('Hello.');
  });

  it('has no part that would show nothing', () => {
    const empty = aChapter({ notes: [{ kind: 'note', text: ' \n' }], scenes: [] });
    expect(composeChapter(aStory([empty]), empty).parts.map(({ kind }) => kind)).toEqual(['heading', 'byline']);
  });

  it('knows where each passage stands', () => {
    const composition = composeChapter(story, chapter);
    for (const { text, passages } of [chapterBody(composition), drawnText(composition, drawPart)]) {
      expect(passages.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
        ['a', 'One.'],
        ['b', 'Two.'],
        ['c', 'Three.'],
      ]);
    }
  });

  it('warns of what its story warns of where it says nothing itself', () => {
    const plain = aChapter({ warnings: [] });
    const warned = composeChapter(aStory([plain], { warnings: ['grief'] }), plain);
    expect(partsOfKind(warned.parts, 'warnings')).toEqual([{ kind: 'warnings', text: 'grief' }]);
    expect(partsOfKind(composeChapter(aStory([plain]), plain).parts, 'warnings')).toEqual([]);
  });

  it.each([
    [{ title: 'Prologue', kind: 'prologue' }, 'Prologue'],
    [{ title: 'The Lamp', kind: 'prologue' }, 'Prologue: The Lamp'],
    [{ title: 'The Lamp', kind: 'one-shot' }, 'The Lamp'],
    [{ title: 'Chapter 7', number: 7 }, 'Chapter 7'],
    [{ title: 'Return', number: 7, kind: 'flashback' }, 'Chapter 7: Return'],
  ] as const)('is called what people would call it: %j', (change, label) => {
    const one = aChapter(change);
    expect(drawnText(composeChapter(aStory([one]), one), drawPart).text.split('\n')[0]).toBe(`## ${label}`);
  });

  it('is cut into pieces that tell their passages', () => {
    const passages = Array.from({ length: 40 }, (_, index) => ({
      id: `p${index}`,
      text: `${index} ${'word '.repeat(40)}end.`,
    }));
    const long = aChapter({ scenes: [{ passages }] });
    const pieces = releasePieces(aStory([long]), long, 'messages', drawPart);
    for (const piece of pieces) {
      expect(piece.text.length).toBeLessThanOrEqual(maxPieceLength('messages'));
      for (const id of piece.passages) expect(piece.text).toContain(`${id.slice(1)} word`);
    }
    expect(pieces.flatMap((piece) => piece.passages)).toEqual(passages.map(({ id }) => id));
  });
});
