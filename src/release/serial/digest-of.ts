import { chapterDigest } from '../../pieces/chapter-digest.js';
import type { Chapter, Story } from '../../story/model.js';

const known = new WeakMap<Story, WeakMap<Chapter, string>>();

/** As {@link chapterDigest}, computed once for a chapter of a story as read, however many serials ask. */
export function digestOf(story: Story, chapter: Chapter): string {
  const digests = known.get(story) ?? new WeakMap<Chapter, string>();
  known.set(story, digests);
  const digest = digests.get(chapter) ?? chapterDigest(story, chapter);
  digests.set(chapter, digest);
  return digest;
}
