import { describe, expect, it } from 'vitest';
import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { composeChapter, releaseText } from '../../src/pieces/compose.js';
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
  it('has its heading, what it warns of, its notes, the text and the end notes, in that order', () => {
    expect(releaseText(composeChapter(story, chapter)).text).toBe(
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

  it('knows where each passage stands', () => {
    const { text, passages } = releaseText(composeChapter(story, chapter));
    expect(passages.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
      ['a', 'One.'],
      ['b', 'Two.'],
      ['c', 'Three.'],
    ]);
  });

  it('warns of what its story warns of where it says nothing itself', () => {
    const plain = aChapter({ warnings: [] });
    expect(composeChapter(aStory([plain], { warnings: ['grief'] }), plain).warnings).toContain('grief');
    expect(composeChapter(aStory([plain]), plain).warnings).toBeUndefined();
  });

  it.each([
    [{ title: 'Prologue', kind: 'prologue' }, 'Prologue'],
    [{ title: 'The Lamp', kind: 'prologue' }, 'Prologue: The Lamp'],
    [{ title: 'The Lamp', kind: 'one-shot' }, 'The Lamp'],
    [{ title: 'Chapter 7', number: 7 }, 'Chapter 7'],
    [{ title: 'Return', number: 7, kind: 'flashback' }, 'Chapter 7: Return'],
  ] as const)('is called what people would call it: %j', (change, label) => {
    const one = aChapter(change);
    expect(composeChapter(aStory([one]), one).heading).toBe(`## ${label}`);
  });

  it('is cut into pieces that tell their passages', () => {
    const passages = Array.from({ length: 40 }, (_, index) => ({
      id: `p${index}`,
      text: `${index} ${'word '.repeat(40)}end.`,
    }));
    const long = aChapter({ scenes: [{ passages }] });
    const pieces = releasePieces(aStory([long]), long, 'messages');
    for (const piece of pieces) {
      expect(piece.text.length).toBeLessThanOrEqual(maxPieceLength('messages'));
      for (const id of piece.passages) expect(piece.text).toContain(`${id.slice(1)} word`);
    }
    expect(pieces.flatMap((piece) => piece.passages)).toEqual(passages.map(({ id }) => id));
  });
});
