import { refOf } from '../story/ref.js';

/** A story as it is read in one server. */
export interface StorySubject {
  readonly guildId: string;
  readonly storyId: string;
}

/** A chapter as it is read in one server; `chapterKey` is the id under which it came out there. */
export interface ChapterSubject extends StorySubject {
  readonly chapterKey: string;
}

/**
 * Under which what concerns a story in one server is stored; at most 50 characters. The leading word keeps it apart from its
 * chapters: page 0 of a story's list would otherwise have the key of the list of a chapter whose file is `0.md`.
 */
export function storyPath({ guildId, storyId }: StorySubject): string {
  return `story/${guildId}/${refOf(storyId)}`;
}

/** Under which what concerns a chapter in one server is stored; at most 80 characters. */
export function chapterPath({ guildId, storyId, chapterKey }: ChapterSubject): string {
  return `chapter/${guildId}/${refOf(storyId)}/${refOf(chapterKey)}`;
}

/** Under which the chapter is stored that something stored under `path/…` is about. */
export function pathAbove(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
