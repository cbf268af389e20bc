import { type Rating, ratings } from '../../languages/kinds.js';
import type { Problem } from '../model.js';
import { naturalOrder } from '../natural-order.js';
import { type StoryFile, unreadStoryFile } from '../parse/story-file.js';
import type { FileContent } from './file-content.js';
import { isMisnamedStoryFile, isStoryFile } from './scan-folder.js';

/**
 * What a folder says of its story; `contents` by file, `problems` of the folder. A `story.yaml` that is there and cannot be
 * read, or a file that was meant to be the only one, may give any rating, so the strictest counts. Problems that belong to it
 * are among its own.
 */
export function storyFileOf(
  contents: ReadonlyMap<string, FileContent>,
  problems: readonly Problem[],
): StoryFile | undefined {
  const read = [...contents]
    .flatMap(([file, each]) => (each.kind === 'story' ? [{ file, story: each.story }] : []))
    .toSorted((a, b) => naturalOrder(a.file, b.file));
  const unread = problems.filter(({ at, severity }) => severity === 'error' && isStoryFile(at.file));
  const misnamed = problems.filter(({ at }) => isMisnamedStoryFile(at.file));
  const isMissing = read.length === 0 && unread.length === 0;
  const lost = [...unread, ...(isMissing ? misnamed : [])].map((each) => unreadStoryFile(each.at.file, [each]));
  const all = [...read.map(({ story }) => story), ...lost];
  if (all[0] === undefined) return undefined;
  return {
    ...all[0],
    rating: strictest(all.flatMap(({ rating }) => rating ?? [])),
    problems: [...all.flatMap((each) => each.problems), ...read.slice(1).map(({ file }) => second(file))],
  };
}

function strictest(found: readonly Rating[]): Rating | undefined {
  return ratings.findLast((rating) => found.includes(rating));
}

function second(file: string): Problem {
  return {
    severity: 'warning',
    code: 'second-story-file',
    at: { file, line: 1 },
    message:
      'The folder has two files that tell of the story; of this one only the rating counts, if it is the stricter.',
    fix: 'Put everything into one `story.yaml`, and remove the other.',
  };
}
