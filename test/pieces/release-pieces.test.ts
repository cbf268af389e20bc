import { expect, it } from 'vitest';
import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { releasePieces } from '../../src/pieces/pieces.js';
import { makeScenes } from '../../src/story/passage.js';
import { aChapter, aStory } from '../support/factories.js';

const paragraphs = Array.from({ length: 30 }, (_, index) => `${index}. ${'The lamp on the quay went out. '.repeat(8)}`);
const chapter = aChapter({ title: 'Dusk', scenes: makeScenes([paragraphs]) });
const story = aStory([chapter]);

it('cuts a chapter once for as long as the same is asked for', () => {
  expect(releasePieces(story, chapter, 'messages', drawPart)).toBe(releasePieces(story, chapter, 'messages', drawPart));
});

it('cuts it anew for another layout, another story around it and another way to draw it', () => {
  const textsOf = (...asked: Parameters<typeof releasePieces>) => releasePieces(...asked).map(({ text }) => text);
  const messages = textsOf(story, chapter, 'messages', drawPart);
  const warned = { ...story, warnings: ['shipwreck'] };
  expect(textsOf(story, chapter, 'cards', drawPart).length).toBeLessThan(messages.length);
  expect(textsOf(warned, chapter, 'messages', drawPart)[0]).toContain('shipwreck');
  expect(textsOf(story, chapter, 'messages', (part) => drawPart(part).toUpperCase())[0]).toContain('THE LAMP');
  expect(textsOf(story, chapter, 'messages', drawPart)).toEqual(messages);
  expect(textsOf(story, { ...chapter, title: 'Dawn' }, 'messages', drawPart)[0]).toContain('Dawn');
});
