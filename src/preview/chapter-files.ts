import { basename, resolve } from 'node:path';
import { isStoryFile, scanFolder } from '../story/library/scan-folder.js';

/** A chapter file in the chapters folder, whether or not it gives a chapter. */
export interface ChapterFile {
  /** Relative to the chapters folder, with `/`. */
  readonly file: string;
  /** Where it really is: inside the chapters folder. */
  readonly path: string;
  readonly storyId: string;
}

/** The chapter files of all stories, in natural order of their names; none where the folder cannot be listed. */
export async function listChapterFiles(chaptersDir: string): Promise<readonly ChapterFile[]> {
  const root = resolve(chaptersDir);
  const stories = await scanFolder(root).catch(() => []);
  return stories.flatMap(({ folder, files }) =>
    files
      .filter(({ file }) => !isStoryFile(file))
      .map(({ file, path }) => ({ file, path, storyId: folder === '' ? basename(root) : folder })),
  );
}
