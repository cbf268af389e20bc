import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { Choice } from '../../src/discord/command.js';
import type { VisibleChapter } from '../../src/release/serial/whats-out.js';
import { chapterLabelWithin } from '../../src/story/labels.js';
import type { Chapter } from '../../src/story/model.js';
import { refOf } from '../../src/story/ref.js';
import { choices, maxChoiceLength, maxChoices } from './choices.js';
import { matchChapters } from './match-chapters.js';

/** The `chapter` option: a number, a title, or what completion offers. */
export const chapterOption = {
  type: ApplicationCommandOptionType.String,
  name: 'chapter',
  description: 'Number or title of the chapter, such as 2, part 2 chapter 3, or a word of its title',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

/**
 * The chapter that a reader means, among those that are out: what completion offers for the same words first. Undefined where
 * none is meant.
 */
export function pickChapter(given: string | null, visible: readonly VisibleChapter[]): VisibleChapter | undefined {
  if (given === null) return undefined;
  const chapter = findChapter(
    given,
    visible.map((entry) => entry.chapter),
  );
  return visible.find((entry) => entry.chapter === chapter) ?? visibleByRef(given.slice(chosen.length), visible);
}

/** The chapter by the short stand-in that buttons carry. */
export function visibleByRef(ref: string, visible: readonly VisibleChapter[]): VisibleChapter | undefined {
  return visible.find(({ key }) => refOf(key) === ref);
}

/** Before the stand-in of a chapter that was chosen from a list: the file `2.txt` need not be chapter 2. */
const chosen = 'id:';

/** The chapter by number, part and number, label, title, any part of them, its place in the order, or as a list has it. */
export function findChapter(given: string, chapters: readonly Chapter[]): Chapter | undefined {
  if (given.startsWith(chosen)) return chapters.find(({ id }) => `${chosen}${refOf(id)}` === given);
  return given.trim() === '' ? undefined : matchChapters(given, chapters)[0];
}

/** Chapters that what was typed may mean, the likeliest first; only those given, so nothing unreleased shows. */
export function completeChapter(typed: string, visible: readonly VisibleChapter[]): readonly Choice[] {
  return chapterChoices(
    typed,
    visible.map(({ chapter }) => chapter),
  );
}

/** The same over any chapters: for members who run the story. */
export function chapterChoices(typed: string, chapters: readonly Chapter[]): readonly Choice[] {
  const fitting = typed.trim() === '' ? chapters : matchChapters(typed, chapters);
  const labelled = fitting.slice(0, maxChoices).map((chapter) => ({
    id: chapter.id,
    label: chapterLabelWithin(chapter, maxChoiceLength),
  }));
  return choices(labelled).map(({ name, value }) => ({ name, value: `${chosen}${value}` }));
}

/** Why there is no chapter to show, for a reader. */
export function noChapterHere(visible: readonly VisibleChapter[]): string {
  return visible.length === 0
    ? 'Nothing of this story is out here yet. `/chapters` tells when the first chapter comes.'
    : 'There is no such chapter out here. `/chapters` lists those that are.';
}
