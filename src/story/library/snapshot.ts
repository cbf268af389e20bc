import { basename } from 'node:path';
import { assembleStory } from '../assemble-story.js';
import type { Problem, Story } from '../model.js';
import { naturalOrder } from '../natural-order.js';
import { unreadChapter } from '../parsed-chapter.js';
import type { FileContent } from './file-content.js';
import { isChapterFile, type ScannedStory } from './scan-folder.js';
import type { Shelf, ShelvedStory } from './shelf.js';
import { storyFileOf } from './story-file-of.js';

/** All stories of the chapters folder as they were found together. */
export interface Snapshot {
  readonly stories: readonly Story[];
  readonly problems: readonly Problem[];
  /** The stories' folders by id. */
  readonly folders: ReadonlyMap<string, string>;
}

/** What one look at the chapters folder found. */
export interface Scan {
  readonly stories: readonly ScannedStory[];
  readonly problems: readonly Problem[];
}

/** A story is named after its folder; loose files make one that is named after the chapters folder. */
function storyId(root: string, folder: string): string {
  return folder === '' ? basename(root) : folder;
}

/** Makes the stories of what lies on the shelf and of what was found in the folder. */
export function takeSnapshot(root: string, shelf: Shelf, scan: Scan): Snapshot {
  const stories: Story[] = [];
  const folders = new Map<string, string>();
  const problems: Problem[] = [...scan.problems];
  for (const { folder, problems: scanned } of scan.stories) {
    const shelved = shelf.story(folder);
    const isEmpty = (shelved?.contents.size ?? 0) === 0;
    const found = [...scanned, ...(isEmpty ? [] : shelf.pending(folder).map(beingSaved))];
    const id = storyId(root, folder);
    if (isEmpty && !found.some(isUnreadChapter)) problems.push(...found);
    else if (stories.some((story) => story.id === id)) problems.push(sameId(folder));
    else {
      stories.push(storyOf(id, shelved, found));
      folders.set(id, folder);
    }
  }
  return { stories: stories.sort((a, b) => naturalOrder(a.id, b.id)), problems, folders };
}

function storyOf(id: string, shelved: ShelvedStory | undefined, problems: readonly Problem[]): Story {
  const contents = shelved?.contents ?? new Map<string, FileContent>();
  const files = [...contents].flatMap(([file, content]) =>
    content.kind === 'chapter' ? [{ file, parsed: content.parsed }] : [],
  );
  const unread = problems.filter(isUnreadChapter);
  const storyFile = storyFileOf(contents, problems);
  return assembleStory({
    id,
    ...(storyFile && { storyFile }),
    language: shelved?.light.language,
    files: [...files, ...unread.map((each) => ({ file: each.at.file, parsed: unreadChapter(each.at.file, [each]) }))],
    problems: [
      ...problems.filter((each) => !unread.includes(each) && storyFile?.problems.includes(each) !== true),
      ...(shelved?.changes ?? []),
    ],
  });
}

/** A file that is new and still being saved takes its place at once, or the one behind it could come out in its stead. */
function beingSaved(file: string): Problem {
  return {
    severity: 'error',
    code: 'being-saved',
    at: { file, line: 1 },
    message: 'It was saved only a moment ago, and is read when it has been left alone for a few seconds.',
    fix: 'Nothing need be done.',
  };
}

/** Whether a problem keeps a file with a chapter's name from being looked into: it keeps its place all the same. */
function isUnreadChapter({ at, severity }: Problem): boolean {
  return severity === 'error' && isChapterFile(at.file);
}

function sameId(folder: string): Problem {
  return {
    severity: 'error',
    code: 'duplicate-id',
    at: { file: folder, line: 1 },
    message:
      'The folder has the name of the chapters folder, whose loose files are a story of that name. It is left out.',
    fix: 'Rename the folder, or put the loose files into a folder of their own.',
  };
}
