import type { Boundary } from '../../markup/split.js';

const endings: Readonly<Record<Boundary, string>> = {
  scene: 'ends at a scene break',
  paragraph: 'ends after a paragraph',
  line: 'ends after a line',
  sentence: 'ends after a sentence',
  word: 'ends between two words',
  grapheme: 'ends inside a word',
  end: 'the last piece',
};

/** Why a piece ends where it ends, as the end of a sentence about it. */
export function pieceEnding(boundary: Boundary): string {
  return endings[boundary];
}
