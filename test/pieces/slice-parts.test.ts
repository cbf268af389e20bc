import { describe, expect, it } from 'vitest';
import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { composeChapter } from '../../src/pieces/compose.js';
import { type DrawPart, drawnText } from '../../src/pieces/drawn-text.js';
import type { Part } from '../../src/pieces/part.js';
import { cutPieces, type Piece } from '../../src/pieces/pieces.js';
import type { Chapter } from '../../src/story/model.js';
import { makeScenes } from '../../src/story/passage.js';
import { aChapter, aStory } from '../support/factories.js';

const sentence = 'The rain had not let up since noon.';

function cut(change: Partial<Chapter>, maxLength: number, draw: DrawPart = drawPart): readonly Piece[] {
  const chapter = aChapter(change);
  return cutPieces(drawnText(composeChapter(aStory([chapter]), chapter), draw), maxLength, draw);
}

/** The parts of one kind, over all pieces. */
function ofKind<Kind extends Part['kind']>(pieces: readonly Piece[], kind: Kind) {
  return pieces
    .flatMap(({ parts }) => parts)
    .filter((part): part is Extract<Part, { readonly kind: Kind }> => part.kind === kind);
}

describe('a note that is cut', () => {
  const paragraphs = Array.from({ length: 12 }, (_, index) => `${index}. ${sentence}`);

  it('goes on as a note, without quote marks and without a second label', () => {
    const notes = ofKind(cut({ notes: [{ kind: 'edit', text: paragraphs.join('\n\n') }] }, 200), 'note');
    expect(notes.length).toBeGreaterThan(2);
    expect(notes.map(({ by }) => by)).toEqual(notes.map(() => 'edit'));
    expect(notes.map(({ isContinued }) => isContinued)).toEqual([undefined, ...notes.slice(1).map(() => true)]);
    expect(notes.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'));
    expect(notes.every(({ source }) => source === undefined)).toBe(true);
  });

  it('keeps the quote marks that its author typed', () => {
    const quoting = paragraphs.map((paragraph) => `> ${paragraph}`).join('\n\n');
    const notes = ofKind(cut({ notes: [{ kind: 'note', text: quoting }] }, 200), 'note');
    expect(notes.map(({ text }) => text).join('\n\n')).toBe(quoting);
  });

  it('remembers how it was typed where a style goes over the cut', () => {
    const text = `*${Array.from({ length: 12 }, () => sentence).join(' ')}*`;
    const [first, second] = ofKind(cut({ notes: [{ kind: 'note', text }] }, 200), 'note');
    expect(first?.text).toMatch(/^\*The rain.*\.\*$/);
    expect(first?.source).toMatch(/^> .*\n> \*The rain.*\.$/);
    expect(second?.text).toMatch(/^\*The rain.*\.\*$/);
    expect(second?.source).toMatch(/^The rain.*\.$/);
  });

  it('may leave its label behind', () => {
    const text = 'word '.repeat(200).trim();
    const notes = ofKind(
      cut({ title: 'T', warnings: ['grief '.repeat(60)], notes: [{ kind: 'note', text }] }, 105),
      'note',
    );
    expect(notes[0]).toEqual({ kind: 'note', by: 'author', text: '' });
    expect(
      notes
        .slice(1)
        .map((note) => note.text)
        .join(' '),
    ).toBe(text);
  });
});

describe('warnings that are cut', () => {
  it('go on as warnings, without their bars and without a second label', () => {
    const warnings = Array.from({ length: 40 }, (_, index) => `warning ${index}`);
    const parts = ofKind(cut({ warnings }, 200), 'warnings');
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ text }) => text).join(' ')).toBe(warnings.join(', '));
    expect(parts.map(({ isContinued }) => isContinued)).toEqual([undefined, ...parts.slice(1).map(() => true)]);
    expect(parts[1]?.source).toBe(parts[1]?.text);
  });
});

describe('a text that is cut', () => {
  it('is whole in a piece that holds all of it, with nothing to remember', () => {
    const pieces = cut({}, 1_900);
    expect(pieces).toHaveLength(1);
    expect(ofKind(pieces, 'text')).toEqual([{ kind: 'text', text: 'The text of 01.' }]);
    expect(pieces[0]).not.toHaveProperty('gap');
  });

  it('remembers what lay between two pieces where that is no blank line', () => {
    const scenes = makeScenes([[Array.from({ length: 20 }, () => sentence).join(' ')]]);
    const pieces = cut({ scenes }, 300);
    expect(pieces.slice(0, -1).map(({ gap }) => gap)).toContain(' ');
    expect(pieces.at(-1)).not.toHaveProperty('gap');
  });
});

describe('the last piece', () => {
  it('remembers what is behind it where that shows nothing', () => {
    const pieces = cut({ endNotes: [{ kind: 'note', text: 'she__ _' }] }, 60);
    expect(pieces.at(-1)?.text).toMatch(/she_$/);
    expect(pieces.at(-1)?.gap).toBe('_ _');
  });
});

describe('what cannot be told in parts', () => {
  it('is text: a heading that is longer than a piece', () => {
    const pieces = cut({ title: 'A word or two '.repeat(12) }, 90);
    expect(pieces[0]?.parts).toEqual([{ kind: 'text', text: pieces[0]?.text }]);
    expect(pieces.at(-1)?.parts.at(-1)?.kind).toBe('text');
  });

  it('is text: a note that begins in the middle of its label', () => {
    const pieces = cut({ notes: [{ kind: 'note', text: 'x'.repeat(150) }], scenes: [] }, 156);
    expect(pieces[1]?.text).toBe('> **note**');
    expect(pieces[1]?.parts).toEqual([{ kind: 'text', text: '> **note**', source: 'note**' }]);
  });

  it('is text: a style that goes on from the text into a note behind it', () => {
    const scenes = makeScenes([['**A style', ...Array.from({ length: 10 }, () => sentence)]]);
    const pieces = cut({ scenes, endNotes: [{ kind: 'note', text: 'Bye.' }] }, 250);
    expect(ofKind(pieces, 'end-note')).toEqual([]);
    expect(pieces.at(-1)?.parts).toHaveLength(1);
  });
});

describe('the words around a chapter', () => {
  it('are not known here: those of another language are cut as well', () => {
    const words = { author: 'Anmerkung der Autorin', edit: 'Zur Bearbeitung' };
    const german: DrawPart = (part) => {
      if (part.kind !== 'note' && part.kind !== 'end-note') return drawPart(part);
      const label = part.isContinued ? [] : [`__${words[part.by]}:__`];
      return [...label, ...part.text.split('\n')].map((line) => `> ${line}`).join('\n');
    };
    const text = Array.from({ length: 12 }, () => sentence).join('\n\n');
    const notes = ofKind(cut({ notes: [{ kind: 'note', text }] }, 200, german), 'note');
    expect(notes.map((note) => note.text).join('\n\n')).toBe(text);
  });
});
