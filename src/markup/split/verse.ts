/** The longest line of verse, in UTF-16 units: what is longer is a paragraph that ends with its line. */
const longestVerse = 100;

/** Whether the block [from, end), which has a line end at each of these offsets, is of several short lines, such as a stanza. */
export function isVerse(from: number, end: number, lineEnds: readonly number[]): boolean {
  if (lineEnds.length === 0) return false;
  let lineStart = from;
  for (const lineEnd of lineEnds) {
    if (lineEnd - lineStart > longestVerse) return false;
    lineStart = lineEnd + 1;
  }
  return end - lineStart <= longestVerse;
}

/** Verse that fits in a piece: [start, end), in UTF-16 units. */
export interface Verse {
  readonly start: number;
  readonly end: number;
}

/** The verse that an offset is inside of, of verses in the order of a text. */
export function verseAround(verses: readonly Verse[], at: number): Verse | undefined {
  let low = 0;
  let high = verses.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((verses[middle]?.end ?? at) > at) high = middle;
    else low = middle + 1;
  }
  const verse = verses[low];
  return verse !== undefined && verse.start < at ? verse : undefined;
}
