import type { Problem, Story } from './model.js';
import { orderChapters } from './order-chapters.js';
import type { StoryFile } from './parse/story-file.js';
import type { ParsedChapter } from './parse-chapter.js';

/** All that was read of one story. */
export interface StoryParts {
  /** The folder's name. */
  readonly id: string;
  readonly storyFile?: StoryFile;
  readonly parsed: readonly ParsedChapter[];
  /** What is wrong with the folder itself. */
  readonly problems: readonly Problem[];
}

/** Makes a story of its files: chapters in the order of release, every problem of every file beside them. */
export function assembleStory(parts: StoryParts): Story {
  const { storyFile } = parts;
  const ordered = orderChapters(parts.parsed.flatMap((each) => (each.chapter ? [each.chapter] : [])));
  return {
    id: parts.id,
    title: storyFile?.title ?? agreedTitle(parts.parsed) ?? titleFromName(parts.id),
    author: storyFile?.author,
    summary: storyFile?.summary,
    rating: storyFile?.rating,
    warnings: storyFile?.warnings ?? [],
    tags: storyFile?.tags ?? [],
    language: storyFile?.language,
    chapters: ordered.chapters,
    held: [],
    problems: [
      ...parts.problems,
      ...(storyFile?.problems ?? []),
      ...parts.parsed.flatMap((each) => each.problems),
      ...ordered.problems,
    ],
  };
}

/** What the headings of the files call the story, where those that say it agree. */
function agreedTitle(parsed: readonly ParsedChapter[]): string | undefined {
  const titles = new Set(parsed.flatMap((each) => each.storyTitle ?? []));
  return titles.size === 1 ? [...titles][0] : undefined;
}

/** `the-long_winter` as `The long winter`: a folder's name for people. */
export function titleFromName(name: string): string {
  const words = name.replace(/[-_\s]+/gu, ' ').trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
