import { describe, expect, it } from 'vitest';
import { drawContent, drawPart } from '../../../src/discord/rendering/draw-part.js';
import type { Part } from '../../../src/pieces/part.js';

const heading: Part = { kind: 'heading', chapter: { number: 1, title: 'The *Lamp*', kind: 'chapter' } };
const byline: Part = { kind: 'byline', storyTitle: 'A_Story_', chapterKind: 'chapter', words: 460 };

describe('a drawn part', () => {
  it.each<readonly [Part, string]>([
    [{ kind: 'ping', roleId: '9' }, '<@&9>'],
    [heading, '## Chapter 1: The \\*Lamp\\*'],
    [byline, '-# A_Story\\_ · 2 min read'],
    [
      { ...byline, chapterKind: 'flashback', timeline: { kind: 'offset', amount: 3, unit: 'day' } },
      '-# A_Story\\_ · Flashback, 3 days later · 2 min read',
    ],
    [{ kind: 'warnings', text: 'blood, fire' }, '**Content warnings:** ||blood, fire||'],
    [{ kind: 'warnings', text: 'fire', isContinued: true }, '||fire||'],
    [{ kind: 'warnings', text: '' }, '**Content warnings:**'],
    [{ kind: 'note', by: 'author', text: 'Hi.\n\nBye.' }, "> **Author's note**\n> Hi.\n> \n> Bye."],
    [{ kind: 'end-note', by: 'edit', text: 'Hi.' }, '> **Edit note**\n> Hi.'],
    [{ kind: 'end-note', by: 'edit', text: 'Hi.', isContinued: true }, '> Hi.'],
    [{ kind: 'note', by: 'edit', text: '' }, '> **Edit note**'],
    [{ kind: 'text', text: '> *a*\n\nb', source: 'c' }, '> *a*\n\nb'],
    [{ kind: 'next-chapter', at: 1_700_000_000_999 }, '-# Next chapter: <t:1700000000:F>'],
    [{ kind: 'pause', until: 1_700_000_000_000 }, '-# The next chapter comes after <t:1700000000:D>.'],
  ])('%j', (part, drawn) => {
    expect(drawPart(part)).toBe(drawn);
  });

  it('keeps the longest names short and on one line, and cuts nothing that is escaped in two', () => {
    const name = '*'.repeat(900);
    const long = drawContent([
      { kind: 'heading', chapter: { title: name, kind: 'chapter', part: { name } } },
      { ...byline, storyTitle: `${name}\n\nsecond line` },
    ]);
    expect(long.length).toBeLessThan(600);
    // All that there is room for: 199 stars with their marks, the colon of none, and the dots.
    expect(long.split('\n')[0]).toHaveLength('## '.length + 399);
    const odd = drawContent([{ kind: 'heading', chapter: { title: `!!${name}`, kind: 'chapter' } }]);
    expect(odd).toHaveLength('## '.length + 399);
    expect(long).toMatch(/^## (?:\\\*)+…\n-# (?:\\\*)+… · 2 min read$/);
  });
});

describe('the parts of a message', () => {
  it('stand one below the other, a ping and a byline beside the heading', () => {
    const parts: readonly Part[] = [
      { kind: 'ping', roleId: '9' },
      heading,
      byline,
      { kind: 'text', text: 'One.' },
      { kind: 'next-chapter', at: 0 },
    ];
    expect(drawContent(parts)).toBe(
      '<@&9>\n## Chapter 1: The \\*Lamp\\*\n-# A_Story\\_ · 2 min read\n\nOne.\n\n-# Next chapter: <t:0:F>',
    );
  });
});
