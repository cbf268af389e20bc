import { type Habits, habitsOf } from '../parse/habits.js';
import { printOfKey } from '../parse/reach.js';
import type { StoryFile } from '../parse/story-file.js';
import type { StoryLight } from '../parse-chapter.js';
import type { ChapterFileSurvey } from './chapter-reader.js';

/** What is known of a story once all its files were surveyed. */
export interface SharedLight extends StoryLight {
  readonly habits: Habits;
}

/** What a story's files and its `story.yaml` tell about how each file is to be read. */
export function storyLight(surveys: readonly ChapterFileSurvey[], storyFile: StoryFile | undefined): SharedLight {
  return {
    habits: habitsOf(surveys.map(({ traits }) => traits)),
    reading: storyFile?.reading,
    language: baseLanguage(storyFile?.language) ?? usualLanguage(surveys),
  };
}

/** `pt-BR` is read as `pt`. */
function baseLanguage(tag: string | undefined): string | undefined {
  return tag?.replace(/-.*$/u, '');
}

/** The language of more than half of the files that have enough text to tell. */
export function usualLanguage(surveys: readonly Pick<ChapterFileSurvey, 'language'>[]): string | undefined {
  const told = surveys.flatMap(({ language }) => language ?? []);
  return [...new Set(told)].find((tag) => told.filter((each) => each === tag).length * 2 > told.length);
}

/** Tells which files could read differently in a new light than in the old one. */
export function touchedBy(before: SharedLight, after: SharedLight): (survey: ChapterFileSurvey) => boolean {
  if (before.habits.form !== after.habits.form || !isSameReading(before, after)) return () => true;
  const heads = prints(difference(before.habits.heads, after.habits.heads));
  const tails = prints(difference(before.habits.tails, after.habits.tails));
  const ornaments = difference(before.habits.ornaments, after.habits.ornaments);
  return ({ language, reach }) =>
    (before.language ?? language) !== (after.language ?? language) ||
    reach.heads.some((key) => heads.has(key)) ||
    reach.tails.some((key) => tails.has(key)) ||
    reach.ornaments.some((typed) => ornaments.has(typed));
}

/** Whether `story.yaml` says the same of how files are to be read. */
export function isSameReading(a: Pick<StoryLight, 'reading'>, b: Pick<StoryLight, 'reading'>): boolean {
  return JSON.stringify(a.reading ?? {}) === JSON.stringify(b.reading ?? {});
}

function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...[...a].filter((key) => !b.has(key)), ...[...b].filter((key) => !a.has(key))]);
}

function prints(keys: ReadonlySet<string>): ReadonlySet<number> {
  return new Set([...keys].map(printOfKey));
}
