import { basename } from 'node:path';
import { chapterLabel } from '../story/labels.js';
import { openLibrary } from '../story/library.js';
import type { Story } from '../story/model.js';
import { rawLines } from '../story/parse/source-lines.js';
import { parseChapter } from '../story/parse-chapter.js';
import type { Change } from './fix/change-reading.js';
import { type ChangeOutcome, openChanges } from './fix/changes.js';
import { makeSheet, type Sheet } from './sheet.js';
import { readSourceFile } from './source-file.js';
import { listStoryFolders } from './story-folders.js';

/** A file in a story's order of release. */
export interface ListedChapter {
  readonly file: string;
  /** What the chapter is called; the file's name where it gives none. */
  readonly label: string;
  /** Why the file is held though it keeps its place, as a sentence. */
  readonly held?: string;
  readonly isDraft?: boolean;
  /** When it would come out, in words. */
  readonly date?: string;
}

/** A story's files in the order of release, to choose from. */
export interface ListedStory {
  readonly title: string;
  readonly chapters: readonly ListedChapter[];
}

/** What the chapters folder holds at a moment. The same object as before while nothing changed. */
export interface Listing {
  readonly stories: readonly ListedStory[];
  /** What is wrong with the folder itself, in a sentence. */
  readonly trouble: string | undefined;
  /** Reads one of its files; undefined for one that is not there. The same object again while the listing is the same. */
  sheet(file: string): Promise<Sheet | undefined>;
}

/** Makes previews of the chapters in a folder. Failures of the disk are thrown; a file is never left half written. */
export interface Previewer {
  /** Looks at the folder now, at files that were saved this very moment, too. */
  look(): Promise<Listing>;
  /** Says what would be written so that a file, in the version that was shown, is read differently. */
  propose(file: string, change: Change, version: string): Promise<ChangeOutcome>;
  /** Writes what was proposed under that version. */
  write(file: string, change: Change, version: string): Promise<ChangeOutcome>;
  /** Takes back the last change that was written into a file. */
  undo(file: string): Promise<ChangeOutcome>;
}

/** How a previewer looks at the stories. */
export interface PreviewerOptions {
  /** The dates on which a story's chapters would come out, as they are to be shown, by file; none by default. */
  readonly datesOf?: (story: Story) => ReadonlyMap<string, string>;
}

/** Opens a folder for previews; it has a look of its own, with no patience for files that are just being written. */
export async function openPreviewer(
  chaptersDir: string,
  { datesOf = () => new Map() }: PreviewerOptions = {},
): Promise<Previewer> {
  const library = await openLibrary(chaptersDir, { now: () => new Date(), restMs: 0 });
  const changes = openChanges();
  let stories = library.stories;
  let listing = await readListing();

  async function readListing(): Promise<Listing> {
    const folders = await listStoryFolders(chaptersDir);
    const sheets = new Map<string, Promise<Sheet | undefined>>();
    const read = async (file: string): Promise<Sheet | undefined> => {
      const folder = folders.find(({ chapters }) => chapters.some((each) => each.file === file));
      const path = folder?.chapters.find((each) => each.file === file)?.path;
      const story = library.story(folder?.storyId ?? '');
      if (folder === undefined || path === undefined || story === undefined) return undefined;
      const source = await readSourceFile(path);
      const text = source?.text ?? '';
      return makeSheet({
        file,
        story,
        chapter: story.chapters.find((chapter) => chapter.file === file),
        version: source?.version ?? '',
        lines: rawLines(text).map((line) => line.text),
        parsed: parseChapter({ ...library.lightOf(story.id), file, text }),
        undo: changes.lastChanged([file, folder.storyFile.file]),
      });
    };
    return {
      trouble: library.problems[0]?.message,
      stories: library.stories.map((story) => ({ title: story.title, chapters: inOrder(story, datesOf(story)) })),
      sheet: (file) => {
        const known = sheets.get(file) ?? read(file);
        sheets.set(file, known);
        return known;
      },
    };
  }

  const request = (file: string, change: Change) => ({ chaptersDir, file, change, lightOf: library.lightOf });
  return {
    async look() {
      await library.refresh({ force: true });
      if (library.stories !== stories) {
        stories = library.stories;
        listing = await readListing();
      }
      return listing;
    },
    propose: (file, change, version) => changes.propose({ ...request(file, change), version }),
    write: (file, change, version) => changes.write(request(file, change), version),
    undo: (file) => changes.undo(file),
  };
}

/** Everything that would come out, in that order: chapters, and the files that are held at their places. */
function inOrder({ chapters, held }: Story, dates: ReadonlyMap<string, string>): readonly ListedChapter[] {
  const heldAt = (at: number): readonly ListedChapter[] =>
    held.flatMap(({ file, index, problems: [first] }) =>
      index === at ? [{ file, label: basename(file), held: first?.message ?? 'It cannot be read.' }] : [],
    );
  const all = chapters.flatMap((chapter, index): readonly ListedChapter[] => {
    const { file, draft } = chapter;
    const date = dates.get(file);
    return [
      ...heldAt(index),
      { file, label: chapterLabel(chapter), ...(draft && { isDraft: true }), ...(date !== undefined && { date }) },
    ];
  });
  return [...all, ...heldAt(chapters.length)];
}
