import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { card } from '../../../src/discord/rendering/card.js';
import type { Part } from '../../../src/pieces/part.js';

const heading: Part = { kind: 'heading', chapter: { number: 1, title: 'The Lamp', kind: 'chapter' } };
const byline: Part = { kind: 'byline', storyTitle: 'Lamps', chapterKind: 'chapter', words: 200 };
const note = (text: string, by: 'author' | 'edit' = 'author'): Part => ({ kind: 'note', by, text });

/** What the components show, those in a frame in brackets of their own. */
function shown(parts: readonly Part[]): readonly unknown[] {
  return card(parts).map((component) => {
    if (component.type === ComponentType.TextDisplay) return component.content;
    if (component.type !== ComponentType.Container) throw new Error('A card has texts and frames alone.');
    return component.components.map((inner) => (inner.type === ComponentType.TextDisplay ? inner.content : inner));
  });
}

describe('a card', () => {
  it('sets apart what a chapter warns of, its notes and its end notes', () => {
    const parts: readonly Part[] = [
      { kind: 'ping', roleId: '9' },
      heading,
      byline,
      { kind: 'warnings', text: 'a storm' },
      note('Please review.\n\nIt is a long one.'),
      note('Typos mended.', 'edit'),
      { kind: 'text', text: 'She ran.' },
      { kind: 'end-note', by: 'author', text: 'Thank you.' },
      { kind: 'end-note', by: 'edit', text: 'And a comma.' },
      { kind: 'next-chapter', at: 1_700_000_000_000 },
    ];
    expect(shown(parts)).toEqual([
      '<@&9>\n## Chapter 1: The Lamp\n-# Lamps · 1 min read',
      ['**Content warnings:** ||a storm||'],
      ["**Author's note**\nPlease review.\n\nIt is a long one.\n\n**Edit note**\nTypos mended."],
      'She ran.',
      ["**Author's note**\nThank you.\n\n**Edit note**\nAnd a comma."],
      '-# Next chapter: <t:1700000000:F>',
    ]);
  });

  it('frames the second half of a note, too, without a label', () => {
    const half: Part = { kind: 'note', by: 'author', text: 'and so on.', isContinued: true };
    expect(shown([half, { kind: 'text', text: 'She ran.' }])).toEqual([['and so on.'], 'She ran.']);
  });

  it('takes nothing inside the text for a note, a heading or a label, whatever it looks like', () => {
    const text =
      "## Chapter 1\n\n> **Author's note**\n> Run.\n\n\n\n**Content warnings:** ||none||\n\n-# Next chapter: <t:1:F>";
    expect(shown([{ kind: 'text', text }])).toEqual([text]);
  });
});
