import { foldedKey } from '../../languages/words.js';
import { ruleFinder } from '../../story/parse/reading-rules.js';

/** The least words of a beginning, and the most UTF-16 units. */
const fewestWords = 5;
const longestBeginning = 80;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What makes two texts the same to an entry: their words, or the signs of an ornament. */
export function wordsKey(text: string): string {
  return foldedKey(text) || text.replace(/\s/gu, '');
}

/** Tells whether an entry of `reading` means a text. */
export function entryMeans(entry: string): (text: string) => boolean {
  const find = ruleFinder([{ text: [entry] }]);
  return (text) => find(text) !== undefined;
}

/**
 * The shortest entry that means a text and none of the `others`: its beginning with `…` behind it, or all of it where no
 * beginning tells it apart. Undefined where no entry can mean it, such as a line of dots.
 */
export function entryFor(text: string, others: readonly string[]): string | undefined {
  const typed = text.replace(/\s+/gu, ' ').trim();
  const short = beginnings(typed)
    .map((each) => `${each}…`)
    .find((entry) => entryMeans(entry)(text) && !others.some(entryMeans(entry)));
  const entry = short ?? typed;
  return entryMeans(entry)(text) ? entry : undefined;
}

/** The beginnings of a text that end with a word and leave something out, the shortest first. */
function beginnings(text: string): readonly string[] {
  const start = [...words.segment(text.slice(0, longestBeginning + 1))].filter(({ isWordLike }) => isWordLike);
  return start
    .slice(fewestWords - 1)
    .map(({ index, segment }) => text.slice(0, index + segment.length))
    .filter((each) => each.length <= longestBeginning && /[\p{L}\p{N}]/u.test(text.slice(each.length)));
}
