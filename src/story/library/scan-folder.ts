import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Problem } from '../model.js';
import { naturalOrder } from '../natural-order.js';
import { foreignFile } from './foreign-file.js';

/** A file that may hold a chapter or a story's data, as the folder shows it now. */
export interface ScannedFile {
  /** Relative to the chapters folder, with `/`. */
  readonly file: string;
  /** Where it really is. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtimeMs: number;
  /** When it was last written, renamed or given other rights, in epoch milliseconds. */
  readonly ctimeMs: number;
}

/** A folder's files by story: `folder` is '' for the loose ones. */
export interface ScannedStory {
  readonly folder: string;
  readonly files: readonly ScannedFile[];
  readonly problems: readonly Problem[];
  /** When something in the folder was last added, renamed or removed; milliseconds since 1970. */
  readonly changedMs: number;
}

const chapterFile = /\.(?:md|txt)$/iu;
const storyFile = /^story\.ya?ml$/iu;
const misnamedStoryFile = /^story\.(?:json|toml|ya?ml\.\w{2,4})$/iu;
/** Hidden files, and what editors and desktops leave behind. */
const ignoredFile = /^[.~#]|[~#]$|\.(?:tmp|swp|bak|part|crdownload)$|^(?:thumbs\.db|desktop\.ini|icon\r)$/iu;

/** Whether a file, by its name, holds a story's data and no chapter. */
export function isStoryFile(file: string): boolean {
  return storyFile.test(file.replace(/^.*\//u, ''));
}

/** Whether a file, by its name, holds a chapter. A `story.yaml.txt` does not: its second ending is most likely a slip. */
export function isChapterFile(file: string): boolean {
  return chapterFile.test(file) && !isMisnamedStoryFile(file);
}

/** Whether a file was most likely meant to be a `story.yaml`, and is not called so. */
export function isMisnamedStoryFile(file: string): boolean {
  return misnamedStoryFile.test(file.replace(/^.*\//u, ''));
}

/** Lists the chapters folder and its sub-folders, one level deep. Throws only where the folder itself cannot be listed. */
export async function scanFolder(root: string): Promise<readonly ScannedStory[]> {
  const realRoot = await realpath(root);
  const loose = await scanStory(realRoot, '');
  const folders = await eachOf(loose.folders, (folder) => scanStory(realRoot, folder));
  return [loose.story, ...folders.map((folder) => folder.story)];
}

interface StoryScan {
  readonly story: ScannedStory;
  readonly folders: readonly string[];
}

async function scanStory(root: string, folder: string): Promise<StoryScan> {
  const problems: Problem[] = [];
  const files: ScannedFile[] = [];
  const folders: string[] = [];
  let changedMs = 0;
  try {
    const place = { root, folder, path: await realpath(join(root, folder)) };
    // A link may have been turned elsewhere since it was looked at.
    if (folder !== '' && !isInside(root, place.path)) throw new Error('The folder leads out of the chapters folder.');
    changedMs = (await stat(place.path)).mtimeMs;
    const names = (await readdir(place.path)).filter((name) => !ignoredFile.test(name)).sort(naturalOrder);
    for (const found of await eachOf(names, (name) => look(place, name))) {
      if (found.kind === 'file') files.push(found.file);
      if (found.kind === 'folder') folders.push(found.name);
      if (found.kind === 'problem') problems.push(found.problem);
    }
  } catch (error) {
    if (folder === '') throw error;
    problems.push(unreadable(folder, error));
  }
  return { story: { folder, files, problems, changedMs }, folders };
}

type Found =
  | { readonly kind: 'file'; readonly file: ScannedFile }
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Files of a folder that are looked at side by side, and folders. Node asks the system in four threads, which the store and all
 * else share: what they ask must not stand behind thousands of files.
 */
const sideBySide = 4;

/** Does something with each of a list, some at a time; gives the outcomes in the order of the list. */
async function eachOf<T, R>(list: readonly T[], act: (each: T) => Promise<R>): Promise<readonly R[]> {
  const outcomes: R[] = [];
  const left = list.entries();
  const walk = async () => {
    for (const [at, each] of left) outcomes[at] = await act(each);
  };
  await Promise.all(Array.from({ length: sideBySide }, walk));
  return outcomes;
}

/** A folder that is looked through, and its path without links; `root` has none either. */
interface Place {
  readonly root: string;
  readonly folder: string;
  readonly path: string;
}

async function look({ root, folder, path: above }: Place, name: string): Promise<Found> {
  const file = folder === '' ? name : `${folder}/${name}`;
  try {
    let path = join(above, name);
    let stats = await lstat(path);
    if (stats.isSymbolicLink()) {
      path = await realpath(path);
      if (!isInside(root, path)) return { kind: 'problem', problem: escapes(file) };
      stats = await stat(path);
    }
    if (stats.isDirectory()) return lookAtFolder(folder, file);
    if (!isStoryFile(file) && !isChapterFile(file)) return { kind: 'problem', problem: foreignFile(file) };
    if (!stats.isFile()) return { kind: 'problem', problem: noFile(file) };
    return { kind: 'file', file: { file, path, size: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs } };
  } catch (error) {
    return { kind: 'problem', problem: unreadable(file, error) };
  }
}

function lookAtFolder(folder: string, file: string): Found {
  if (isStoryFile(file)) return { kind: 'problem', problem: noFile(file) };
  return folder === '' ? { kind: 'folder', name: file } : { kind: 'problem', problem: nested(file) };
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A file or folder that cannot be read, as a problem; the error's own text has no more than its code to say. */
export function unreadable(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return {
    severity: 'error',
    code: 'unreadable-file',
    at: { file, line: 1 },
    message: `It cannot be read (${code}), so it is left out.`,
    fix: 'Check that it exists, that a link in it leads somewhere, and that the bot may read it.',
  };
}

function escapes(file: string): Problem {
  return {
    severity: 'error',
    code: 'outside-folder',
    at: { file, line: 1 },
    message: 'It leads out of the chapters folder, so it is not read.',
    fix: 'Put the file itself into the chapters folder in place of the link.',
  };
}

function nested(file: string): Problem {
  return {
    severity: 'warning',
    code: 'nested-folder',
    at: { file, line: 1 },
    message: "A folder inside a story's folder is not read.",
    fix: "Move its chapters up into the story's folder, or the folder up beside the other stories.",
  };
}

function noFile(file: string): Problem {
  return {
    severity: 'error',
    code: 'unreadable-file',
    at: { file, line: 1 },
    message: 'It has the name of a file and is none, so it is not read.',
    fix: 'Put a file in its place, or give it another name.',
  };
}
