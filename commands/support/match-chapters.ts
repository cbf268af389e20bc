import { chapterLabel } from '../../src/story/labels.js';
import type { Chapter } from '../../src/story/model.js';
import { refOf } from '../../src/story/ref.js';
import { fold } from './fold.js';
import { readPlace, type TypedPlace } from './typed-place.js';

/**
 * The chapters that somebody may mean by what they typed, the likeliest first: by number, by label or title, by place in the
 * order where none has that number, by id, and by any part of a label. What completion lists and what Enter takes are this.
 */
export function matchChapters(typed: string, chapters: readonly Chapter[]): readonly Chapter[] {
  const wanted = words(typed);
  const place = readPlace(typed);
  const named = chapters.map((chapter) => ({
    chapter,
    label: words(chapterLabel(chapter)),
    title: words(chapter.title),
  }));
  const where = (fits: (each: (typeof named)[number]) => boolean) => named.filter(fits).map(({ chapter }) => chapter);
  const numbered = place === undefined ? [] : chapters.filter((chapter) => isAt(chapter, place));
  const exact = where(({ label, title }) => label === wanted || title === wanted);
  const isPlace = place?.part === undefined && numbered.length === 0;
  const nth = isPlace ? chapters[(place?.number ?? 0) - 1] : undefined;
  const ranks = [
    // `The Third` is a title sooner than a number.
    ...(/\d/u.test(typed) ? [numbered, exact] : [exact, numbered]),
    nth === undefined ? [] : [nth],
    chapters.filter(({ id }) => id === typed || refOf(id) === typed),
    where(({ title }) => title.startsWith(wanted)),
    where(({ label }) => ` ${label}`.includes(` ${wanted}`)),
    where(({ label }) => label.includes(wanted)),
  ];
  return [...new Set(ranks.flat())];
}

function isAt({ number, part }: Chapter, { number: wanted, part: wantedPart, decimal }: TypedPlace): boolean {
  if (wantedPart === undefined) return number === wanted;
  if (wanted === undefined) return part?.number === wantedPart;
  return (number === wanted && part?.number === wantedPart) || (decimal !== undefined && number === decimal);
}

/** The words of a text as they are compared: without case and what stands between them; a text of signs alone as it is. */
function words(text: string): string {
  const folded = fold(text);
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || folded;
}
