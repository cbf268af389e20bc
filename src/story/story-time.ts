import type { Chapter, Timeline } from './model.js';

/** Lengths in days, near enough to put chapters in order. */
const daysPer: Readonly<Record<Extract<Timeline, { kind: 'offset' }>['unit'], number>> = {
  minute: 1 / 1_440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.44,
  year: 365.25,
};
const msPerDay = 86_400_000;

/**
 * Puts chapters in the order of the story's own time. A date is itself; an offset counts from the story's present, which is
 * the last date before it outside flashbacks, or the story's beginning where there is none; a chapter that says nothing plays in that present.
 * Chapters that play at the same time keep their order.
 */
export function byStoryTime<T>(
  items: readonly T[],
  chapterOf: (item: T) => Pick<Chapter, 'timeline' | 'kind'>,
): readonly T[] {
  let present = firstDate(items.map((item) => chapterOf(item)));
  const timed = items.map((item) => {
    const { timeline, kind } = chapterOf(item);
    if (timeline?.kind === 'offset') return { item, day: present + timeline.amount * daysPer[timeline.unit] };
    const day = timeline === undefined ? present : dayOf(timeline.date);
    // A look back does not move the present.
    if (kind !== 'flashback') present = day;
    return { item, day };
  });
  // toSorted is stable, so equal days keep the order of release.
  return timed.toSorted((a, b) => a.day - b.day).map(({ item }) => item);
}

function firstDate(chapters: readonly Pick<Chapter, 'timeline'>[]): number {
  for (const { timeline } of chapters) if (timeline?.kind === 'date') return dayOf(timeline.date);
  return 0;
}

function dayOf(date: string): number {
  return Date.parse(date) / msPerDay;
}
