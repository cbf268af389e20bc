import type { StoryFile } from '../parse/story-file.js';
import type { ChapterReading } from './chapter-reader.js';

/** What a file turned out to hold. */
export type FileContent =
  | { readonly kind: 'chapter'; readonly parsed: ChapterReading }
  | { readonly kind: 'story'; readonly story: StoryFile };
