import { parseStoryFile } from '../../story/parse/story-file.js';
import { type ChapterSource, parseChapter } from '../../story/parse-chapter.js';
import { readSourceFile } from '../source-file.js';
import type { PlacedFile } from '../story-folders.js';
import type { ChangedText } from './change-reading.js';
import { fileUnits } from './file-blocks.js';
import { entryMeans } from './reading-entry.js';
import { changesElsewhere, type Refusal } from './refusals.js';

/**
 * Reads the story's other chapters as they would be read with a changed `story.yaml`: how many of them hold what its new
 * entries mean, or a refusal where anything else would change in one.
 */
export async function otherChapters(
  chapters: readonly PlacedFile[],
  light: Omit<ChapterSource, 'file' | 'text'>,
  changed: Extract<ChangedText, { readonly kind: 'changed' }>,
): Promise<number | Refusal> {
  const { reading } = parseStoryFile({ file: 'story.yaml', text: changed.text });
  const means = changed.entries.map(entryMeans);
  let touched = 0;
  for (const { file, path } of chapters) {
    const source = await readSourceFile(path);
    if (source === undefined) continue;
    const after = fileUnits(parseChapter({ ...light, reading, file, text: source.text }));
    const isMeant = after.map(({ text }) => means.some((mean) => mean(text)));
    if (!isMeant.includes(true)) continue;
    touched += 1;
    const before = fileUnits(parseChapter({ ...light, file, text: source.text }));
    const other = after.find(({ part }, at) => isMeant[at] !== true && part !== before[at]?.part);
    if (other !== undefined) return changesElsewhere(file, other.line);
  }
  return touched;
}
