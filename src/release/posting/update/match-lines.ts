/** A line of a text that is not blank; offsets in UTF-16 units, `end` exclusive. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text in order, blank ones left out. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== '') lines.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

/** A line of the old text and the same line in the new one, by index. */
export interface LinePair {
  readonly before: number;
  readonly after: number;
}

/**
 * The lines that an edit left alone: as many pairs of equal lines as there can be in order, where equal lines are told apart
 * by their occurrence. n log n, so that a chapter of a megabyte is no trouble.
 */
export function matchLines(before: readonly Line[], after: readonly Line[]): readonly LinePair[] {
  const places = new Map(keysOf(after).map((key, index) => [key, index]));
  const pairs = keysOf(before).flatMap((key, index) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ before: index, after: place }];
  });
  return longestRise(pairs);
}

function keysOf(lines: readonly Line[]): readonly string[] {
  const seen = new Map<string, number>();
  return lines.map(({ text }) => {
    const occurrence = seen.get(text) ?? 0;
    seen.set(text, occurrence + 1);
    return `${occurrence}\n${text}`;
  });
}

/** The longest selection of pairs whose `after` rises: patience sorting. */
function longestRise(pairs: readonly LinePair[]): readonly LinePair[] {
  interface Chain {
    readonly pair: LinePair;
    readonly previous: Chain | undefined;
  }
  /** The chain of each length whose last pair lies furthest in front. */
  const best: Chain[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((best[middle]?.pair.after ?? 0) < pair.after) low = middle + 1;
      else high = middle;
    }
    best[low] = { pair, previous: best[low - 1] };
  }
  const rise: LinePair[] = [];
  for (let chain = best.at(-1); chain !== undefined; chain = chain.previous) rise.unshift(chain.pair);
  return rise;
}
