import { type Cut, cutMarkdown } from '../markup/split.js';
import type { Chapter, Story } from '../story/model.js';
import { type ComposedText, composeChapter, releaseText } from './compose.js';
import { type Layout, maxMessageLengths } from './layout.js';
import { passagesBetween } from './passage-ranges.js';

/** What a release may add around a piece: the role's ping before the first, when the next chapter comes after the last. */
export const pieceMargin = 100;

/** Longest text of one piece in a layout, in UTF-16 units. */
export function maxPieceLength(layout: Layout): number {
  return maxMessageLengths[layout] - pieceMargin;
}

/** A message-sized part of a text. */
export interface Piece {
  /** Discord markup, complete in itself. */
  readonly text: string;
  /** Ids of the passages of which this piece holds at least a part, in order. */
  readonly passages: readonly string[];
  /** Why it ends where it ends. */
  readonly boundary: Cut['boundary'];
  /** Offsets in the text that was cut, in UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Cuts a composed text into pieces of at most `maxLength` UTF-16 units and tells which passages are in which. */
export function cutPieces(composed: ComposedText, maxLength: number): readonly Piece[] {
  return cutMarkdown(composed.text, { maxLength }).map(({ text, start, end, boundary }) => ({
    text,
    start,
    end,
    boundary,
    passages: passagesBetween(composed.passages, start, end),
  }));
}

/** The pieces in which a chapter is released: check, preview and release all cut here, so that all three agree. */
export function releasePieces(story: Story, chapter: Chapter, layout: Layout): readonly Piece[] {
  return cutPieces(releaseText(composeChapter(story, chapter)), maxPieceLength(layout));
}
