import { rawLines } from '../../story/parse/source-lines.js';
import type { StoryLight } from '../../story/parse-chapter.js';
import { listChapterFiles } from '../chapter-files.js';
import { encodeText, readSourceFile, type SourceFile, toSourceFile } from '../source-file.js';
import { type Change, changeReading } from './change-reading.js';
import { type DiffLine, diffLines } from './diff-lines.js';
import { replaceFile } from './replace-file.js';

/** What came of wanting a file read differently. */
export type ChangeOutcome =
  /** The file says so already, or says so now. */
  | { readonly kind: 'done' }
  /** What would be written, for that version of the file. */
  | { readonly kind: 'proposal'; readonly version: string; readonly diff: readonly DiffLine[] }
  | { readonly kind: 'refused'; readonly why: string };

const isGone: ChangeOutcome = { kind: 'refused', why: 'The file is not there any more.' };
const isOther: ChangeOutcome = {
  kind: 'refused',
  why: 'The file was changed meanwhile, so nothing was written. Look at it again.',
};

const isUnsure: ChangeOutcome = {
  kind: 'refused',
  why: 'The file is not saved as UTF-8, so letters could be lost by writing to it. Save it as UTF-8 in your editor first; nothing was written.',
};

/** Says what would be written into a file of the chapters folder so that it is read differently in the light of its story. */
export async function proposeChange(
  chaptersDir: string,
  file: string,
  change: Change,
  light?: StoryLight,
): Promise<ChangeOutcome> {
  const found = await findFile(chaptersDir, file);
  if (found === undefined) return isGone;
  const { text, version, encoding } = found.source;
  if (encoding === 'unsure') return isUnsure;
  const changed = changeReading(file, text, change, light);
  if (changed.kind === 'unchanged') return { kind: 'done' };
  if (changed.kind === 'refused') return changed;
  return { kind: 'proposal', version, diff: diffLines(linesOf(text), linesOf(changed.text)) };
}

/** Writes what was proposed for a version of a file, in the file's own encoding; refused where it is of another by now. */
export async function writeChange(
  chaptersDir: string,
  file: string,
  change: Change,
  version: string,
  light?: StoryLight,
): Promise<ChangeOutcome> {
  const found = await findFile(chaptersDir, file);
  if (found === undefined) return isGone;
  const { path, source } = found;
  if (source.version !== version) return isOther;
  if (source.encoding === 'unsure') return isUnsure;
  const changed = changeReading(file, source.text, change, light);
  if (changed.kind === 'unchanged') return { kind: 'done' };
  if (changed.kind === 'refused') return changed;
  const bytes = encodeText(changed.text, source.encoding);
  const isWritten = await replaceFile(path, bytes, (now) => toSourceFile(now)?.version === version);
  return isWritten ? { kind: 'done' } : isOther;
}

interface FoundFile {
  readonly path: string;
  readonly source: SourceFile;
}

async function findFile(chaptersDir: string, file: string): Promise<FoundFile | undefined> {
  const path = (await listChapterFiles(chaptersDir)).find((each) => each.file === file)?.path;
  const source = path === undefined ? undefined : await readSourceFile(path);
  return path === undefined || source === undefined ? undefined : { path, source };
}

function linesOf(text: string): readonly string[] {
  return rawLines(text).map((line) => line.text);
}
