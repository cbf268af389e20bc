import { shorten } from '../../markup/shorten.js';
import { readSourceFile } from '../../preview/source-file.js';
import { listStoryFolders } from '../../preview/story-folders.js';
import { openLibrary } from '../../story/library.js';
import { explain } from '../../story/parse/weigh/explain.js';
import { isNearEdge } from '../../story/parse/weigh/unit.js';
import { parseChapter, type StoryLight } from '../../story/parse-chapter.js';

/**
 * Says of every stretch near either end of a folder's chapter files what it was taken for, and the evidence, as lines for a
 * terminal; only of those files whose path ends in one of `wanted`, where there are any. Undefined where there is none such.
 */
export async function explainFiles(folder: string, wanted: readonly string[]): Promise<readonly string[] | undefined> {
  const library = await openLibrary(folder, { now: () => new Date(), restMs: 0 });
  const files = (await listStoryFolders(folder))
    .flatMap(({ chapters, storyId }) => chapters.map((each) => ({ ...each, storyId })))
    .filter(({ file }) => isWanted(file, wanted));
  const lines = await Promise.all(
    files.map(async ({ file, path, storyId }) => {
      const source = await readSourceFile(path);
      const light = library.lightOf(storyId) ?? {};
      return [file, ...(source === undefined ? ['  It cannot be read.'] : explainText(file, source.text, light)), ''];
    }),
  );
  await library.close();
  return lines.length === 0 ? undefined : lines.flat();
}

function isWanted(file: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((each) => `/${file}`.endsWith(`/${each.replaceAll('\\', '/')}`));
}

function explainText(file: string, text: string, light: StoryLight): readonly string[] {
  const { language, weighed } = parseChapter({ file, text, ...light });
  const count = (weighed.at(-1)?.seen.unit.index ?? -1) + 1;
  const near = weighed.filter(({ seen }) => isNearEdge(seen.unit.index, count));
  return [...knownLines(light, language), ...near.flatMap(explain).map((line) => `  ${line}`)];
}

/** What its story says of a file before it is read. */
function knownLines({ habits, reading }: StoryLight, language: string | undefined): readonly string[] {
  const listed = (name: string, values: Iterable<string>) => {
    const shown = [...values].map((value) => `“${shorten(value, 40)}”`);
    return shown.length === 0 ? [] : [`  ${name}: ${shown.join(', ')}`];
  };
  return [
    `  language: ${language ?? 'unknown'}`,
    ...listed('many files begin with', habits?.heads ?? []),
    ...listed('many files end with', habits?.tails ?? []),
    ...listed('ornaments of many files', habits?.ornaments ?? []),
    ...(habits?.form === undefined ? [] : [`  most headings: ${habits.form}`]),
    ...Object.entries(reading ?? {}).flatMap(([name, lines]) => listed(`story.yaml says ${name}`, lines)),
  ];
}
