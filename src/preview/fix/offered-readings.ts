import type { OutlinePart } from '../../story/parse/outline.js';

/** What a part of a file can be read as instead of what it was taken for. */
export const readings = ['note', 'end-note', 'text', 'title'] as const;
export type OfferedReading = (typeof readings)[number];

/** A note is short of the story's middle: so many paragraphs from either end may be one. */
const nearEdge = 3;
/** Longest title that is taken, in UTF-16 units. */
const longestTitle = 200;
const titleField = /^["']?title["']?\s*:/iu;

/** What could be read differently, by the line on which it begins: notes and heading, and the text's first and last paragraphs. */
export function offeredReadings(
  outline: readonly OutlinePart[],
  lines: readonly string[],
): ReadonlyMap<number, readonly OfferedReading[]> {
  const texts = outline.filter(({ part }) => part === 'text');
  const typed = ({ line, end }: OutlinePart) => lines.slice(line - 1, end - 1);
  const isTitled = outline.some(
    (each) =>
      each.part === 'heading' || (each.part === 'front-matter' && typed(each).some((text) => titleField.test(text))),
  );
  const isTitleLike = (each: OutlinePart) => {
    const [only = '', ...more] = typed(each).filter((text) => text.trim() !== '');
    return more.length === 0 && only.length <= longestTitle;
  };
  return new Map(
    outline.map((each): [number, readonly OfferedReading[]] => {
      const { line, part } = each;
      if (part === 'note' || part === 'end-note' || part === 'heading') return [line, ['text']];
      const at = texts.indexOf(each);
      // A chapter needs a paragraph of text.
      if (at < 0 || texts.length < 2) return [line, []];
      const first: readonly OfferedReading[] = at === 0 && !isTitled && isTitleLike(each) ? ['title'] : [];
      const top: readonly OfferedReading[] = at < nearEdge ? ['note'] : [];
      const bottom: readonly OfferedReading[] = at >= texts.length - nearEdge ? ['end-note'] : [];
      return [line, [...first, ...top, ...bottom]];
    }),
  );
}
