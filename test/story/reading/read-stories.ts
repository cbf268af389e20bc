import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../../src/story/library.js';
import type { Problem, Story } from '../../../src/story/model.js';

/** A folder of chapter files to be read the way the bot reads it. */
export interface StoryFolder {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[];
}

/** What the bot made of a folder; no story where nothing in it could be read. */
export interface ReadStory {
  readonly story: Story | undefined;
  /** Of the story, or of the folder where it gave none. */
  readonly problems: readonly Problem[];
}

/** Writes the folders below a temporary one and opens it as the bot opens its chapters folder. */
export async function readStories(folders: readonly StoryFolder[]): Promise<ReadonlyMap<string, ReadStory>> {
  const root = await mkdtemp(join(tmpdir(), 'cliffhanger-reading-'));
  try {
    for (const { id, files } of folders) {
      await mkdir(join(root, id));
      for (const { name, bytes } of files) await writeFile(join(root, id, name), bytes);
    }
    const library = await openLibrary(root, { now: () => new Date(), restMs: 0 });
    return new Map(
      folders.map(({ id }) => {
        const story = library.story(id);
        const problems = story?.problems ?? library.problems.filter((each) => each.at.file.startsWith(id));
        return [id, { story, problems }];
      }),
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
