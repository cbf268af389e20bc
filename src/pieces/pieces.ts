import { readSource, type Source } from '../markup/split/source.js';
import { type Cut, cutMarkdown } from '../markup/split.js';
import type { Chapter, Story } from '../story/model.js';
import { composeChapter } from './compose.js';
import { type DrawnText, type DrawPart, drawnText } from './drawn-text.js';
import { withGaps } from './gaps.js';
import { type Layout, maxMessageLengths } from './layout.js';
import type { Part } from './part.js';
import { passagesBetween } from './passage-ranges.js';
import { sliceParts } from './slice-parts.js';

/** What a release may add around a piece: the role's ping before the first, when the next chapter comes after the last. */
const pieceMargin = 100;

/** Longest text of one piece in a layout, in UTF-16 units. */
export function maxPieceLength(layout: Layout): number {
  return maxMessageLengths[layout] - pieceMargin;
}

/** A message-sized stretch of a chapter. */
export interface Piece {
  /** Its parts as a plain message shows them: Discord markup, complete in itself. */
  readonly text: string;
  /** What it consists of: stretches of the chapter's parts. */
  readonly parts: readonly Part[];
  /** Ids of the passages of which this piece holds at least a part, in order. */
  readonly passages: readonly string[];
  /** Why it ends where it ends. */
  readonly boundary: Cut['boundary'];
  /** Offsets in the drawn chapter, in UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** What of the drawn chapter no piece shows before the next one: where it is not given, a blank line, and nothing behind the last. */
  readonly gap?: string;
}

/** Cuts a drawn chapter into pieces of at most `maxLength` UTF-16 units. */
export function cutPieces(drawn: DrawnText, maxLength: number, draw: DrawPart): readonly Piece[] {
  let read: Source | undefined;
  const source = () => {
    read ??= readSource(drawn.text);
    return read;
  };
  const pieces = cutMarkdown(drawn.text, { maxLength }).map(({ text, start, end, boundary }) => ({
    text,
    parts: sliceParts({ drawn, draw, source }, { text, start, end }),
    start,
    end,
    boundary,
    passages: passagesBetween(drawn.passages, start, end),
  }));
  return withGaps(drawn.text, pieces);
}

/** Pieces as they were cut last, by chapter: the servers that share a slot have it cut once. */
const lastCut = new WeakMap<Chapter, Cutting>();

interface Cutting {
  readonly story: Story;
  readonly layout: Layout;
  readonly draw: DrawPart;
  readonly pieces: readonly Piece[];
}

/** The pieces in which a chapter is released: check, preview and release all cut here, so that all three agree. */
export function releasePieces(story: Story, chapter: Chapter, layout: Layout, draw: DrawPart): readonly Piece[] {
  const last = lastCut.get(chapter);
  if (last?.story === story && last.layout === layout && last.draw === draw) return last.pieces;
  const pieces = cutPieces(drawnText(composeChapter(story, chapter), draw), maxPieceLength(layout), draw);
  lastCut.set(chapter, { story, layout, draw, pieces });
  return pieces;
}
