import { basename, join, resolve } from 'node:path';
import { isMisnamedStoryFile, isStoryFile, scanFolder } from '../story/library/scan-folder.js';

/** A file in the chapters folder, whether or not it can be read. */
export interface PlacedFile {
  /** Relative to the chapters folder, with `/`. */
  readonly file: string;
  /** Where it really is: inside the chapters folder. */
  readonly path: string;
}

/** A story's folder as it is now. */
export interface StoryFolder {
  readonly storyId: string;
  /** In natural order of their names. */
  readonly chapters: readonly PlacedFile[];
  /** Its `story.yaml`, by whatever spelling; where there is none, where one would be. */
  readonly storyFile: PlacedFile;
  readonly hasStoryFile: boolean;
  /** A file that was most likely meant to be its `story.yaml` and is not called so. */
  readonly misnamed: string | undefined;
}

/** The folders of all stories; none where the chapters folder cannot be listed. */
export async function listStoryFolders(chaptersDir: string): Promise<readonly StoryFolder[]> {
  const root = resolve(chaptersDir);
  const stories = await scanFolder(root).catch(() => []);
  return stories.map(({ folder, files, problems }) => {
    const file = folder === '' ? 'story.yaml' : `${folder}/story.yaml`;
    const storyFile = files.find((each) => isStoryFile(each.file));
    return {
      storyId: folder === '' ? basename(root) : folder,
      chapters: files.filter((each) => !isStoryFile(each.file)),
      storyFile: storyFile ?? { file, path: join(root, file) },
      hasStoryFile: storyFile !== undefined,
      misnamed: problems.find(({ at }) => isMisnamedStoryFile(at.file))?.at.file,
    };
  });
}
