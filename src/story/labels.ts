import type { Chapter, ChapterKind, Rating, Story, Timeline } from './model.js';

const kindNames: Readonly<Record<ChapterKind, string>> = {
  chapter: 'Chapter',
  prologue: 'Prologue',
  interlude: 'Interlude',
  flashback: 'Flashback',
  epilogue: 'Epilogue',
  'one-shot': 'One-shot',
};

/** What kind of chapter it is, as a capitalised word. */
export function kindName(kind: ChapterKind): string {
  return kindNames[kind];
}

/** What a chapter is called in plain text: `Chapter 2: Title`, `Prologue: Title`, or its bare title. Never doubles a word. */
export function chapterLabel(chapter: Pick<Chapter, 'number' | 'title' | 'kind'>): string {
  const { number, title, kind } = chapter;
  const lead = number === undefined ? leadOf(kind) : `Chapter ${number}`;
  if (lead === undefined || title.toLowerCase().startsWith(lead.toLowerCase())) return title;
  return `${lead}: ${title}`;
}

function leadOf(kind: ChapterKind): string | undefined {
  return kind === 'prologue' || kind === 'interlude' || kind === 'epilogue' ? kindName(kind) : undefined;
}

/** When a chapter plays, in words: `one month earlier`, `3 days later`, `on 2019-05-04`. */
export function timelineLabel(timeline: Timeline): string {
  if (timeline.kind === 'date') return `on ${timeline.date}`;
  const amount = Math.abs(timeline.amount);
  const count = amount === 1 ? `one ${timeline.unit}` : `${amount} ${timeline.unit}s`;
  return `${count} ${timeline.amount < 0 ? 'earlier' : 'later'}`;
}

/** `Flashback, one month earlier`, or what of it there is to say; undefined for an ordinary chapter. */
export function settingLabel(chapter: Pick<Chapter, 'kind' | 'timeline'>): string | undefined {
  const parts = [
    chapter.kind === 'flashback' ? 'Flashback' : undefined,
    chapter.timeline === undefined ? undefined : timelineLabel(chapter.timeline),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

const adultRatings: ReadonlySet<Rating> = new Set(['mature', 'explicit']);

/** Whether a chapter belongs in age-restricted channels only: its own rating counts, else its story's. */
export function isMature(story: Pick<Story, 'rating'>, chapter: Pick<Chapter, 'rating'>): boolean {
  const rating = chapter.rating ?? story.rating;
  return rating !== undefined && adultRatings.has(rating);
}
