import type { ChapterKind, Rating } from '../languages/kinds.js';
import { shorten } from '../markup/shorten.js';
import { extendsCharacter } from '../markup/split/graphemes.js';
import type { Chapter, ChapterPart, Story, Timeline } from './model.js';

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

/** A part as a sentence names it: `Part Two`, or `arc 2` for one that is only a number. */
export function partName({ name, number }: ChapterPart): string {
  return name ?? `arc ${number ?? ''}`.trim();
}

/** What of a chapter its name is made of. */
type Named = Pick<Chapter, 'number' | 'title' | 'kind' | 'part'>;

/**
 * What a chapter is called in plain text: `Chapter 2: Title`, `Part Two, Chapter 3: Title`, `Chapter 1.10: Title` in an arc,
 * `Prologue: Title`, or its bare title. Never doubles a word.
 */
export function chapterLabel(chapter: Named): string {
  return joined(chapter, chapter.part?.name);
}

/** The same in at most `maxCodeUnits` UTF-16 units: a long name of its part goes before the title is cut. */
export function chapterLabelWithin(chapter: Named, maxCodeUnits: number): string {
  const partName = chapter.part?.name;
  const labels = [partName, partName?.replace(/\s*[:–—(].*$/su, ''), undefined].map((name) => joined(chapter, name));
  return shorten(labels.find((label) => label.length <= maxCodeUnits) ?? labels.at(-1) ?? '', maxCodeUnits);
}

function joined(chapter: Named, partName: string | undefined): string {
  const title = withoutLead(chapter.title, partName);
  const own = ownLabel(chapter, title);
  if (partName === undefined) return own;
  return own === '' || own.toLowerCase() === partName.toLowerCase() ? partName : `${partName}, ${own}`;
}

/** A chapter's name without its part's. */
function ownLabel({ number, part, kind }: Named, title: string): string {
  const shown = number === undefined ? undefined : `Chapter ${arcOf(part)}${number}`;
  const lead = shown ?? leadOf(kind);
  if (lead === undefined || startsWith(title, lead)) return title;
  return title === '' ? lead : `${lead}: ${title}`;
}

/** An arc that is only a number stands before its chapters' with a dot. */
function arcOf(part: ChapterPart | undefined): string {
  return part?.number === undefined || part.name !== undefined ? '' : `${part.number}.`;
}

/** A title that repeats the name of its part at its beginning, without that. */
function withoutLead(title: string, partName: string | undefined): string {
  if (partName === undefined || !startsWith(title, partName)) return title;
  return title.slice(partName.length).replace(/^[\s:,.–—-]+/u, '');
}

/** Whether a text begins with these words, whole: `Chapter 10` does not begin with `Chapter 1`. */
function startsWith(text: string, words: string): boolean {
  const begins = text.toLowerCase().startsWith(words.toLowerCase());
  const goesOn = extendsCharacter(text, words.length) || /^(?:[\p{L}\p{N}]|\.\d)/u.test(text.slice(words.length));
  return begins && !goesOn;
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
