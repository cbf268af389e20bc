import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCustomId, encodeCustomId } from '../../src/discord/rendering/custom-id.js';
import { parseEmojis } from '../../src/discord/rendering/parse-emojis.js';
import { readerView } from '../../src/discord/rendering/reader-view.js';
import { chapterBody, composeChapter } from '../../src/pieces/compose.js';
import { paginate } from '../../src/reading/pages.js';
import { refOf } from '../../src/story/ref.js';
import { aChapter, aStory } from '../support/factories.js';

describe('custom ids', () => {
  it('come back as they went, for any story and chapter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ maxLength: 300 }), (story, chapter) => {
        const id = encodeCustomId('read-page', refOf(story), refOf(chapter), 'abcdefghij.9999.999999');
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(id)).toEqual({
          name: 'read-page',
          args: [refOf(story), refOf(chapter), 'abcdefghij.9999.999999'],
        });
      }),
    );
  });
});

describe('parseEmojis', () => {
  it.each([
    ['❤️ 😭', ['❤️', '😭']],
    ['❤️😭🔥🔥', ['❤️', '😭', '🔥']],
    ['❤', ['❤']],
    ['👩‍👩‍👧 🇩🇪 👍🏽', ['👩‍👩‍👧', '🇩🇪', '👍🏽']],
    ['<:wave:123456789012345678> <a:spin:123456789012345678>', ['wave:123456789012345678', 'spin:123456789012345678']],
    [' None ', []],
  ])('reads %j', (typed, emojis) => {
    expect(parseEmojis(typed)).toEqual(emojis);
  });

  it.each(['', 'nice', '🔥 and more', '1', '😀😁😂😃😄😅😆😇😈😉😊'])('refuses %j', (typed) => {
    expect(parseEmojis(typed)).toBe('unreadable');
  });
});

describe('the private reader', () => {
  it('stays within one message, however long notes, titles and warnings are', () => {
    const lengthy = fc.integer({ min: 0, max: 400 }).map((count) => 'so many words '.repeat(count));
    fc.assert(
      fc.property(lengthy, lengthy, lengthy, fc.integer({ min: 1, max: 40 }), (note, endNote, warning, paragraphs) => {
        const chapter = aChapter({
          title: 'T'.repeat(200),
          notes: note === '' ? [] : [{ kind: 'note', text: note }],
          endNotes: endNote === '' ? [] : [{ kind: 'note', text: endNote }],
          warnings: warning === '' ? [] : [warning],
          scenes: [
            {
              passages: Array.from({ length: paragraphs }, (_, index) => ({
                id: `p${index}`,
                text: `${index} ${'word '.repeat(60)}.`,
              })),
            },
          ],
        });
        const story = aStory([chapter], { title: 'S'.repeat(200) });
        const composition = composeChapter(story, chapter);
        const pages = paginate(chapterBody(composition));
        const current = { chapter, key: chapter.id };
        pages.forEach((_, pageIndex) => {
          const view = readerView({ story, visible: [current], current, composition, pages, pageIndex });
          expect(textLength(view)).toBeLessThanOrEqual(4_000);
        });
      }),
      { numRuns: 50 },
    );
  });
});

/** All text in a view: `content` wherever it stands. */
function textLength(view: unknown): number {
  if (Array.isArray(view)) return view.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof view !== 'object' || view === null) return 0;
  return Object.entries(view).reduce(
    (sum, [key, value]) => sum + (key === 'content' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}
