/** What lies between two pieces that are cut between paragraphs: the ordinary case. */
export const ordinaryGap = '\n\n';

/**
 * The pieces of one text, in order, each with what lies between it and the next where that is not the ordinary; the last one
 * with what lies behind it, where anything does (markers with nothing in them, which no piece shows). Offsets are UTF-16 units
 * of the text, `end` exclusive.
 */
export function withGaps<T extends { readonly start: number; readonly end: number }>(
  text: string,
  pieces: readonly T[],
): readonly (T & { readonly gap?: string })[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const gap = text.slice(piece.end, next?.start);
    return gap === (next === undefined ? '' : ordinaryGap) ? piece : { ...piece, gap };
  });
}
