import { basename } from 'node:path';
import { chapterLabel } from '../story/labels.js';
import { openLibrary } from '../story/library.js';
import type { Story } from '../story/model.js';
import { rawLines } from '../story/parse/source-lines.js';
import { parseChapter, type StoryLight } from '../story/parse-chapter.js';
import { listChapterFiles } from './chapter-files.js';
import { type ChangeOutcome, proposeChange, writeChange } from './fix/change-file.js';
import type { Change } from './fix/change-reading.js';
import { makeSheet, type Sheet } from './sheet.js';
import { readSourceFile } from './source-file.js';

/** A story's chapter files, to choose from. */
export interface ShelfStory {
  readonly title: string;
  readonly chapters: readonly { readonly file: string; readonly label: string }[];
}

/** What the chapters folder holds at a moment. The same object as before while nothing changed. */
export interface Shelf {
  readonly stories: readonly ShelfStory[];
  /** What is wrong with the folder itself, in a sentence. */
  readonly trouble: string | undefined;
  /** Reads one of its files; undefined for one that is not there. The same object again while the shelf is the same. */
  sheet(file: string): Promise<Sheet | undefined>;
}

/** Makes previews of the chapters in a folder. Failures of the disk are thrown; a file is never left half written. */
export interface Previewer {
  /** Looks at the folder now, at files that were saved this very moment, too. */
  look(): Promise<Shelf>;
  /** Says what would be written into a file so that it is read differently. */
  propose(file: string, change: Change): Promise<ChangeOutcome>;
  /** Writes what was proposed, if the file is still of that version. */
  write(file: string, change: Change, version: string): Promise<ChangeOutcome>;
}

/** Opens a folder for previews; it has a look of its own, with no patience for files that are just being written. */
export async function openPreviewer(chaptersDir: string): Promise<Previewer> {
  const library = await openLibrary(chaptersDir, { now: () => new Date(), restMs: 0 });
  let stories = library.stories;
  let shelf = await readShelf();

  async function readShelf(): Promise<Shelf> {
    const files = await listChapterFiles(chaptersDir);
    const storyOf = new Map(library.stories.map((story) => [story.id, story]));
    const sheets = new Map<string, Promise<Sheet | undefined>>();
    const read = async (file: string): Promise<Sheet | undefined> => {
      const { path, storyId } = files.find((each) => each.file === file) ?? {};
      const story = storyOf.get(storyId ?? '');
      if (path === undefined || story === undefined) return undefined;
      const source = await readSourceFile(path);
      const text = source?.text ?? '';
      return makeSheet({
        file,
        story,
        chapter: story.chapters.find((chapter) => chapter.file === file),
        version: source?.version ?? '',
        lines: rawLines(text).map((line) => line.text),
        outline: parseChapter({ ...library.lightOf(story.id), file, text }).outline,
      });
    };
    return {
      trouble: library.problems[0]?.message,
      stories: [...storyOf.values()].map((story) => ({
        title: story.title,
        chapters: inOrder(
          files.filter(({ storyId }) => storyId === story.id).map(({ file }) => file),
          story,
        ),
      })),
      sheet: (file) => {
        const known = sheets.get(file) ?? read(file);
        sheets.set(file, known);
        return known;
      },
    };
  }

  const lightOf = async (file: string): Promise<StoryLight | undefined> => {
    const found = (await listChapterFiles(chaptersDir)).find((each) => each.file === file);
    return found && library.lightOf(found.storyId);
  };

  return {
    async look() {
      await library.refresh({ force: true });
      if (library.stories !== stories) {
        stories = library.stories;
        shelf = await readShelf();
      }
      return shelf;
    },
    propose: async (file, change) => proposeChange(chaptersDir, file, change, await lightOf(file)),
    write: async (file, change, version) => writeChange(chaptersDir, file, change, version, await lightOf(file)),
  };
}

/** Chapters in the order of release, with the files that are held at their places; behind them what is not read yet. */
function inOrder(files: readonly string[], { chapters, held }: Story): ShelfStory['chapters'] {
  const there = new Set(files);
  const unread = (file: string) => ({ file, label: `${basename(file)} (not read)` });
  const heldAt = (at: number) =>
    held.flatMap(({ file, index }) => (index === at && there.has(file) ? [unread(file)] : []));
  const ordered = chapters.flatMap((chapter, index) => [
    ...heldAt(index),
    { file: chapter.file, label: chapterLabel(chapter) },
  ]);
  ordered.push(...heldAt(chapters.length));
  const known = new Set(ordered.map(({ file }) => file));
  return [...ordered, ...files.filter((file) => !known.has(file)).map(unread)];
}
