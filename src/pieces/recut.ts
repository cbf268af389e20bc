import { isFaithful } from '../markup/split/faithful.js';
import { type Place, placeAt, skipSpace } from '../markup/split/place.js';
import { renderPiece } from '../markup/split/render-piece.js';
import { readSource } from '../markup/split/source.js';
import { cutMarkdown } from '../markup/split.js';
import type { Composition } from './compose.js';
import { type DrawPart, drawnText } from './drawn-text.js';
import { passagesBetween } from './passage-ranges.js';
import type { Piece } from './pieces.js';
import { sliceParts } from './slice-parts.js';

/** A chapter that is cut at places of somebody else's choosing. Offsets are UTF-16 units of `text`, ends exclusive. */
export interface Recuttable {
  /** The chapter as it is drawn. */
  readonly text: string;
  /** The place for a cut at an offset; undefined where none may be, such as inside a marker. */
  place(at: number): Place | undefined;
  /** The stretch as one piece, however long; undefined where alone it would look different than in the whole text. */
  whole(start: number, end: number): Piece | undefined;
  /**
   * The stretch in as few pieces of at most `maxLength` UTF-16 units as can be; none where there is nothing to show. What lies
   * between them is for `withGaps` to say, once all pieces of the chapter are known.
   */
  cut(start: number, end: number, maxLength: number): readonly Piece[];
}

/** Draws and reads a composed chapter once, to cut it in as many ways as it takes. */
export function recuttable(composition: Composition, draw: DrawPart): Recuttable {
  const drawn = drawnText(composition, draw);
  const source = readSource(drawn.text);
  const { text } = source;
  const complete = (piece: Omit<Piece, 'passages' | 'parts'>): Piece => ({
    ...piece,
    parts: sliceParts({ drawn, draw, source: () => source }, piece),
    passages: passagesBetween(drawn.passages, piece.start, piece.end),
  });

  return {
    text,
    place: (at) => placeAt(source, at, 0),
    whole(start, end) {
      const shown = renderPiece(source, start, end).trim();
      if (shown === '' || !isFaithful(source, start, end, shown)) return undefined;
      return complete({ text: shown, start, end, boundary: end === text.length ? 'end' : 'paragraph' });
    },
    cut(start, end, maxLength) {
      const from = skipSpace(text, start);
      if (from >= end) return [];
      // What is shown of a stretch is a text of its own, in which offsets are shifted by what was opened again before it.
      const shown = renderPiece(source, from, end).trim();
      const shift = from - Math.max(0, shown.indexOf(text.slice(from, end).trim()));
      return cutMarkdown(shown, { maxLength, isFrugal: true }).map((cut) =>
        complete({ ...cut, start: Math.max(from, cut.start + shift), end: Math.min(end, cut.end + shift) }),
      );
    },
  };
}
