import type { PieceAction } from '../journal.js';
import { shownText } from '../piece-frame.js';

/** White space of a chapter between two pieces that are cut between paragraphs: the ordinary case. */
const ordinaryGap = '\n\n';

/** Where a chapter was cut between two of its pieces: the end of one, the start of the next, in UTF-16 units of its text. */
export interface OldCut {
  readonly end: number;
  readonly start: number;
}

/** A chapter's text as its messages hold it, and the cuts between them: one fewer than there are pieces. */
export interface PostedText {
  readonly text: string;
  readonly cuts: readonly OldCut[];
}

/** Puts the text of a chapter together again from the pieces in which it was released. */
export function postedText(pieces: readonly PieceAction[]): PostedText {
  const cuts: OldCut[] = [];
  let text = '';
  pieces.forEach((piece, index) => {
    text += piece.source ?? shownText(piece);
    if (index === pieces.length - 1) return;
    const end = text.length;
    text += piece.gap ?? ordinaryGap;
    cuts.push({ end, start: text.length });
  });
  return { text, cuts };
}

/** What a piece has to remember of the text that it was cut from, for {@link postedText}: nothing, in the ordinary case. */
export function traceOf(
  text: string,
  piece: { readonly text: string; readonly start: number; readonly end: number },
  next: { readonly start: number } | undefined,
): Pick<PieceAction, 'source' | 'gap'> {
  const source = text.slice(piece.start, piece.end);
  const gap = next === undefined ? ordinaryGap : text.slice(piece.end, next.start);
  return {
    ...(source === piece.text ? {} : { source }),
    ...(gap === ordinaryGap ? {} : { gap }),
  };
}
