import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { Choice } from '../src/discord/command.js';
import type { VisibleChapter } from '../src/release/whats-out.js';
import { chapterLabel } from '../src/story/labels.js';
import type { Chapter } from '../src/story/model.js';
import { refOf } from '../src/story/ref.js';
import { choices } from './choices.js';
import { fold } from './fold.js';

/** The `chapter` option: a number, a title, or what completion offers. */
export const chapterOption = {
  type: ApplicationCommandOptionType.String,
  name: 'chapter',
  description: 'Number or title of the chapter',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

/** The chapter that a reader means: by number (a bare `2` suffices), title, or id; undefined where none is meant. */
export function pickChapter(given: string | null, visible: readonly VisibleChapter[]): VisibleChapter | undefined {
  if (given === null) return undefined;
  const chapter = findChapter(
    given,
    visible.map((entry) => entry.chapter),
  );
  return visible.find((entry) => entry.chapter === chapter) ?? visibleByRef(given, visible);
}

/** The chapter by the short stand-in that buttons carry. */
export function visibleByRef(ref: string, visible: readonly VisibleChapter[]): VisibleChapter | undefined {
  return visible.find(({ key }) => refOf(key) === ref);
}

/** The chapter by id, number, label, title, or the beginning of a title. */
export function findChapter(given: string, chapters: readonly Chapter[]): Chapter | undefined {
  const wanted = fold(given);
  const number = /^(?:chapter |ch\.? ?|#)?(\d+(?:\.\d+)?)$/.exec(wanted)?.[1];
  return (
    chapters.find(({ id }) => id === given || refOf(id) === given) ??
    (number === undefined ? undefined : chapters.find((chapter) => chapter.number === Number(number))) ??
    chapters.find((chapter) => fold(chapter.title) === wanted || fold(chapterLabel(chapter)) === wanted) ??
    chapters.find((chapter) => wanted !== '' && fold(chapter.title).startsWith(wanted))
  );
}

/** Chapters whose number or title holds what was typed; only those given, so nothing unreleased shows. */
export function completeChapter(typed: string, visible: readonly VisibleChapter[]): readonly Choice[] {
  return chapterChoices(
    typed,
    visible.map(({ chapter }) => chapter),
  );
}

/** The same over any chapters: for members who run the story. */
export function chapterChoices(typed: string, chapters: readonly Chapter[]): readonly Choice[] {
  const wanted = fold(typed);
  const labelled = chapters.map((chapter) => ({ ...chapter, label: chapterLabel(chapter) }));
  return choices(
    labelled.filter(({ label, number }) => fold(label).includes(wanted) || String(number ?? '') === wanted),
  );
}

/** Why there is no chapter to show, for a reader. */
export function noChapterHere(visible: readonly VisibleChapter[]): string {
  return visible.length === 0
    ? 'Nothing of this story is out here yet. `/chapters` tells when the first chapter comes.'
    : 'There is no such chapter out here. `/chapters` lists those that are.';
}
