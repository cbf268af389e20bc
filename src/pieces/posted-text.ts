import { type DrawPart, sourceOfParts } from './drawn-text.js';
import { ordinaryGap } from './gaps.js';
import { isOfChapter, type Part } from './part.js';

/** What is needed of a piece to put its chapter together again. */
interface KeptPiece {
  readonly parts: readonly Part[];
  readonly gap?: string | undefined;
}

/** Where a chapter was cut between two of its pieces: the end of one, the start of the next, in UTF-16 units of its text. */
export interface OldCut {
  readonly end: number;
  readonly start: number;
}

/** A chapter's drawn text as its pieces hold it, and the cuts between them: one fewer than there are pieces. */
export interface PostedText {
  readonly text: string;
  readonly cuts: readonly OldCut[];
}

/** Puts the drawn text of a chapter together again from its pieces; what a serial put around them is no part of it. */
export function postedText(pieces: readonly KeptPiece[], draw: DrawPart): PostedText {
  const cuts: OldCut[] = [];
  let text = '';
  pieces.forEach(({ parts, gap }, index) => {
    text += sourceOfParts(parts.filter(isOfChapter), draw);
    const isLast = index === pieces.length - 1;
    const end = text.length;
    text += gap ?? (isLast ? '' : ordinaryGap);
    if (!isLast) cuts.push({ end, start: text.length });
  });
  return { text, cuts };
}
