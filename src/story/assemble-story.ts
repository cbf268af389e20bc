import type { Problem, Story } from './model.js';
import { orderChapters, type ReadFile } from './order-chapters.js';
import type { StoryFile } from './parse/story-file.js';

/** All that was read of one story. */
export interface StoryParts {
  /** The folder's name. */
  readonly id: string;
  readonly storyFile?: StoryFile;
  readonly files: readonly ReadFile[];
  /** The tag of the language that its files are told in, where `story.yaml` says none. */
  readonly language?: string | undefined;
  /** What is wrong with the folder itself. */
  readonly problems: readonly Problem[];
}

/** Makes a story of its files: chapters in the order of release, every problem of every file beside them. */
export function assembleStory(parts: StoryParts): Story {
  const { storyFile } = parts;
  const files = parts.files.map((file) => (hasRating(storyFile) ? withoutGuess(file) : file));
  const ordered = orderChapters(files);
  return {
    id: parts.id,
    title: storyFile?.title ?? agreedTitle(files) ?? titleFromName(parts.id),
    author: storyFile?.author,
    summary: storyFile?.summary,
    rating: storyFile?.rating,
    warnings: storyFile?.warnings ?? [],
    tags: storyFile?.tags ?? [],
    language: storyFile?.language ?? parts.language,
    chapters: ordered.chapters,
    held: ordered.held,
    problems: [
      ...parts.problems,
      ...(storyFile?.problems ?? []),
      ...files.flatMap(({ parsed }) => parsed.problems),
      ...ordered.problems,
    ],
  };
}

/** Whether a `story.yaml` that can be read gives a rating; one that cannot may give any, so nothing is settled by it. */
function hasRating(storyFile: StoryFile | undefined): boolean {
  return storyFile?.rating !== undefined && storyFile.problems.every(({ code }) => code !== 'unknown-rating');
}

/** A rating that was only guessed from a sign is settled by one of the whole story; what the file says outright stays. */
function withoutGuess({ file, parsed }: ReadFile): ReadFile {
  const { chapter, isRatingGuess, saidRating } = parsed;
  if (isRatingGuess !== true) return { file, parsed };
  const problems = parsed.problems.filter(({ code }) => code !== 'rating-guessed');
  return {
    file,
    parsed: { ...parsed, problems, ...(chapter && { chapter: { ...chapter, rating: saidRating, problems } }) },
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
