import type { Problem, Story } from './model.js';
import { orderChapters, type ReadFile } from './order-chapters.js';
import type { StoryFile } from './parse/story-file.js';

/** All that was read of one story. */
export interface StoryParts {
  /** The folder's name. */
  readonly id: string;
  readonly storyFile?: StoryFile;
  readonly files: readonly ReadFile[];
  /** What is wrong with the folder itself. */
  readonly problems: readonly Problem[];
}

/** Makes a story of its files: chapters in the order of release, every problem of every file beside them. */
export function assembleStory(parts: StoryParts): Story {
  const { storyFile } = parts;
  const ordered = orderChapters(parts.files);
  return {
    id: parts.id,
    title: storyFile?.title ?? agreedTitle(parts.files) ?? titleFromName(parts.id),
    author: storyFile?.author,
    summary: storyFile?.summary,
    rating: storyFile?.rating,
    warnings: storyFile?.warnings ?? [],
    tags: storyFile?.tags ?? [],
    language: storyFile?.language,
    chapters: ordered.chapters,
    held: ordered.held,
    problems: [
      ...parts.problems,
      ...(storyFile?.problems ?? []),
      ...parts.files.flatMap(({ parsed }) => parsed.problems),
      ...ordered.problems,
    ],
  };
}

/** What the headings of the files call the story, where those that say it agree. */
function agreedTitle(files: readonly ReadFile[]): string | undefined {
  const titles = new Set(files.flatMap(({ parsed }) => parsed.storyTitle ?? []));
  return titles.size === 1 ? [...titles][0] : undefined;
}

/** `the-long_winter` as `The long winter`: a folder's name for people. */
export function titleFromName(name: string): string {
  const words = name.replace(/[-_\s]+/gu, ' ').trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
