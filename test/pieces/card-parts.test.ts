import { describe, expect, it } from 'vitest';
import { cardParts } from '../../src/pieces/card-parts.js';
import { releasePieces } from '../../src/pieces/pieces.js';
import { aChapter, aStory } from '../support/factories.js';

const note = (text: string, kind: 'note' | 'edit' = 'note') => ({ kind, text });
const kinds = (content: string) => cardParts(content).map(({ kind }) => kind);

describe('the parts of a card', () => {
  it('set apart what a chapter warns of, its notes and its end notes', () => {
    const chapter = aChapter({
      warnings: ['a storm'],
      notes: [note('Please review.\n\nIt is a long one.'), note('Typos mended.', 'edit')],
      endNotes: [note('Thank you.')],
    });
    const [piece] = releasePieces(aStory([chapter]), chapter, 'cards');
    const parts = cardParts(`${piece?.text}\n\n-# Next chapter: <t:1700000000:F>`);
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'warnings', 'notes', 'text', 'notes', 'text']);
    expect(parts[1]?.text).toBe('**Content warnings:** ||a storm||');
    expect(parts[2]?.text).toBe(
      "**Author's note**\nPlease review.\n\nIt is a long one.\n\n**Edit note**\nTypos mended.",
    );
    expect(parts[5]?.text).toBe('-# Next chapter: <t:1700000000:F>');
  });

  it('leave the text as it is, with all white space inside it', () => {
    const text = 'One.\n\n\n\nTwo.\n\n```\na\n\nb\n```\n\n> a letter';
    expect(cardParts(text)).toEqual([{ kind: 'text', text }]);
  });

  it('take nothing inside the text for a note', () => {
    expect(kinds("She read:\n\n> **Author's note**\n> Run.\n\nSo she ran.")).toEqual(['text']);
    expect(kinds("## Chapter 1\n\nText.\n\n> **Author's note**\n> Thanks.")).toEqual(['text', 'text', 'notes']);
  });

  it('keep the ping and the heading together', () => {
    const content = "<@&1>\n## Chapter 1\n-# The Lamp\n\n> **Author's note**\n> Hello.\n\nText.";
    expect(cardParts(content)[0]).toEqual({ kind: 'text', text: '<@&1>\n## Chapter 1\n-# The Lamp' });
    expect(kinds(content)).toEqual(['text', 'notes', 'text']);
  });
});
