import { cutMarkdown } from '../src/markup/split.js';
import { type Spread, sampleProse } from './sample-prose.js';

/** How well chapters of one kind are cut, over several of them. */
export interface Quality {
  readonly length: number;
  readonly average: number;
  readonly maxLength: number;
  /** The part of cuts that are inside a paragraph. */
  readonly inside: number;
  /** The part of cuts that are inside a sentence. */
  readonly midSentence: number;
  /** How many pieces there are for each that is needed at least, were words all that is kept whole. */
  readonly overLeast: number;
  /** The standard deviation of the pieces' lengths, as a part of their average: the mean over the chapters. */
  readonly variation: number;
}

const lengths = [7000, 11_000, 20_000, 40_000, 60_000, 100_000, 200_000];
const spreads: readonly Spread[] = [
  { average: 250, dialogue: 0.35 },
  { average: 450, dialogue: 0.15 },
];
/** The pages of the private reader, and the two layouts of a release. */
const maxLengths = [1800, 1900, 3900];

/** Chapters of all lengths, enough of each to make 400,000 units a line. */
export function measureCutting(): readonly Quality[] {
  return maxLengths.flatMap((maxLength) =>
    spreads.flatMap((spread) => lengths.map((length) => measure(length, spread, maxLength))),
  );
}

function measure(length: number, spread: Spread, maxLength: number): Quality {
  const chapters = Array.from({ length: Math.ceil(400_000 / length) }, (_, seed) => sampleProse(length, spread, seed));
  let [cuts, inside, midSentence, pieces, least, variation] = [0, 0, 0, 0, 0, 0];
  for (const chapter of chapters) {
    const found = cutMarkdown(chapter, { maxLength });
    const between = found.slice(0, -1).map(({ boundary }) => boundary);
    cuts += between.length;
    inside += between.filter((boundary) => boundary !== 'scene' && boundary !== 'paragraph').length;
    midSentence += between.filter((boundary) => boundary === 'word' || boundary === 'grapheme').length;
    pieces += found.length;
    least += leastPieces(chapter, maxLength);
    variation += variationOf(found.map(({ text }) => text.length));
  }
  return {
    length,
    average: spread.average,
    maxLength,
    inside: inside / Math.max(1, cuts),
    midSentence: midSentence / Math.max(1, cuts),
    overLeast: pieces / least,
    variation: variation / chapters.length,
  };
}

/** Fills every piece with as many words as it takes. */
function leastPieces(text: string, maxLength: number): number {
  let pieces = 1;
  for (let from = 0; text.length - from > maxLength; pieces += 1) {
    from = Math.max(text.lastIndexOf(' ', from + maxLength), text.lastIndexOf('\n', from + maxLength)) + 1;
  }
  return pieces;
}

function variationOf(lengths: readonly number[]): number {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const squares = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0);
  return Math.sqrt(squares / lengths.length) / mean;
}
