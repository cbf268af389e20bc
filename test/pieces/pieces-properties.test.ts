import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawContent, drawPart } from '../../src/discord/rendering/draw-part.js';
import { type Composition, composeChapter } from '../../src/pieces/compose.js';
import { drawnText } from '../../src/pieces/drawn-text.js';
import { withGaps } from '../../src/pieces/gaps.js';
import { layouts } from '../../src/pieces/layout.js';
import { type Part, partSchema } from '../../src/pieces/part.js';
import { cutPieces, maxPieceLength, type Piece, releasePieces } from '../../src/pieces/pieces.js';
import { postedText } from '../../src/pieces/posted-text.js';
import { recuttable } from '../../src/pieces/recut.js';
import type { Story } from '../../src/story/model.js';
import { search } from '../markup/split/generators.js';
import { hostileStory, writtenStory } from './any-chapter.js';

const anyStory = fc.oneof(writtenStory, hostileStory);
const limit = fc.oneof(fc.integer({ min: 60, max: 300 }), fc.integer({ min: 300, max: 4_000 }));

function composed(story: Story): Composition {
  const [chapter] = story.chapters;
  if (chapter === undefined) throw new Error('The story has no chapter.');
  return composeChapter(story, chapter);
}

function cut(composition: Composition, maxLength: number): readonly Piece[] {
  return cutPieces(drawnText(composition, drawPart), maxLength, drawPart);
}

/** What the pieces consist of, each part of the chapter once. */
function kindsIn(pieces: readonly Piece[]): readonly Part['kind'][] {
  return pieces
    .flatMap(({ parts }) => parts)
    .filter(
      (part, index, all) => !('isContinued' in part) && !(part.kind === 'text' && all[index - 1]?.kind === 'text'),
    )
    .map(({ kind }) => kind);
}

describe('the pieces of any chapter', () => {
  it('show just what their parts show', () => {
    fc.assert(
      fc.property(anyStory, limit, (story, maxLength) => {
        for (const { text, parts } of cut(composed(story), maxLength)) {
          expect(drawContent(parts)).toBe(text);
          expect(text.length).toBeLessThanOrEqual(maxLength);
          for (const part of parts) expect(partSchema.parse(JSON.parse(JSON.stringify(part)))).toEqual(part);
        }
      }),
      search,
    );
  });

  it('give the drawn chapter again, with the cuts where they were', () => {
    fc.assert(
      fc.property(anyStory, limit, (story, maxLength) => {
        const composition = composed(story);
        const pieces = cut(composition, maxLength);
        const { text, cuts } = postedText(pieces, drawPart);
        expect(text).toBe(drawnText(composition, drawPart).text);
        const ends = pieces.slice(0, -1).map(({ end }) => end);
        expect(cuts).toEqual(ends.map((end, index) => ({ end, start: pieces[index + 1]?.start })));
      }),
      search,
    );
  });

  it('show just what their parts show where they are cut anew', () => {
    const fraction = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyStory, fraction, fraction, limit, (story, one, other, maxLength) => {
        const text = recuttable(composed(story), drawPart);
        const places = [one, other].map((at) => text.place(Math.floor(at * text.text.length)));
        const [from, to] = places.toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0));
        const [start, end] = [from?.start ?? 0, to?.end ?? text.text.length];
        fc.pre(start < end);
        const whole = text.whole(start, end);
        for (const piece of [...(whole === undefined ? [] : [whole]), ...text.cut(start, end, maxLength)]) {
          expect(drawContent(piece.parts)).toBe(piece.text);
        }
      }),
      search,
    );
  });
});

describe('the pieces of a chapter as authors write them', () => {
  it.each(layouts)(
    'keep in the layout %s what is what: headings whole, every note a note, and labels once',
    (layout) => {
      fc.assert(
        fc.property(writtenStory, (story) => {
          const composition = composed(story);
          const [chapter] = story.chapters;
          const pieces = chapter === undefined ? [] : releasePieces(story, chapter, layout, drawPart);
          expect(pieces[0]?.parts.slice(0, 2)).toEqual(composition.parts.slice(0, 2));
          expect(kindsIn(pieces)).toEqual(composition.parts.map(({ kind }) => kind));
        }),
        search,
      );
    },
  );

  it('give the drawn chapter again where they are cut anew', () => {
    fc.assert(
      fc.property(writtenStory, fc.integer({ min: 700, max: 4_000 }), (story, maxLength) => {
        const text = recuttable(composed(story), drawPart);
        const pieces = withGaps(text.text, text.cut(0, text.text.length, maxLength));
        expect(postedText(pieces, drawPart).text).toBe(text.text);
      }),
      search,
    );
  });
});

describe('the lead of a chapter', () => {
  it('is never longer than a third of a message, whatever its story and it are called', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const lead = drawContent(composed(story).parts.slice(0, 2));
        expect(lead.length).toBeLessThan(maxPieceLength('messages') / 3);
        expect(lead.split('\n')).toHaveLength(2);
      }),
      search,
    );
  });
});
