import { createHash } from 'node:crypto';
import { rawLines } from '../../story/parse/source-lines.js';
import type { StoryLight } from '../../story/parse-chapter.js';
import { encodeText, readSourceFile, type SourceFile } from '../source-file.js';
import { listStoryFolders, type PlacedFile, type StoryFolder } from '../story-folders.js';
import { type Change, type ChangedText, changeReading, type Manuscript } from './change-reading.js';
import { type DiffLine, diffLines } from './diff-lines.js';
import { otherChapters } from './other-chapters.js';
import { isGone, isOther, isUnsure, misnamed, type Refusal, unreadableStory } from './refusals.js';

/** What would be written so that a chapter is read differently. */
export type Proposal =
  /** The file says so already. */
  | { readonly kind: 'done' }
  | {
      readonly kind: 'proposal';
      /** The file that would change, relative to the chapters folder; there is none yet where `before` is undefined. */
      readonly target: PlacedFile;
      readonly before: SourceFile | undefined;
      readonly bytes: Uint8Array;
      readonly diff: readonly DiffLine[];
      /** How many other chapters hold what is said, too. */
      readonly alsoIn: number;
      /** Of what is there and what would be written: another proposal has another one. */
      readonly version: string;
    }
  | Refusal;

/** What a proposal is made for. */
export interface ChangeRequest {
  readonly chaptersDir: string;
  /** Relative to the chapters folder. */
  readonly file: string;
  readonly change: Change;
  /** In what light a story's files are read. */
  readonly lightOf: (storyId: string) => StoryLight | undefined;
  /** The version of the chapter file that the author saw; any where undefined. */
  readonly version?: string | undefined;
}

/** Works out what a change would write, and into which file. Failures of the disk are thrown. */
export async function proposeChange({ chaptersDir, file, change, lightOf, version }: ChangeRequest): Promise<Proposal> {
  const folder = (await listStoryFolders(chaptersDir)).find(({ chapters }) =>
    chapters.some((each) => each.file === file),
  );
  const chapter = folder?.chapters.find((each) => each.file === file);
  const source = chapter && (await readSourceFile(chapter.path));
  if (folder === undefined || chapter === undefined || source === undefined) return isGone;
  // What the chapter is called does not depend on which blocks there are.
  if (change.kind === 'read-as' && version !== undefined && version !== source.version) return isOther;
  const isOfStory = change.kind === 'read-as' && change.scope === 'story';
  const storyFile = isOfStory ? await readSourceFile(folder.storyFile.path) : undefined;
  if (isOfStory && storyFile === undefined) {
    if (folder.hasStoryFile) return unreadableStory;
    if (folder.misnamed !== undefined) return misnamed(folder.misnamed);
  }
  const [target, before] = isOfStory ? [folder.storyFile, storyFile] : [chapter, source];
  const manuscript = {
    source: { ...lightOf(folder.storyId), file, text: source.text },
    storyFile: storyFile?.text ?? '',
  };
  const changed = changeReading(manuscript, change);
  if (changed.kind === 'unchanged') return { kind: 'done' };
  if (changed.kind === 'refused') return changed;
  const others = isOfStory ? await alsoIn(folder, manuscript, changed) : 0;
  return typeof others === 'number' ? toProposal(target, before, changed.text, others) : others;
}

type Changed = Extract<ChangedText, { readonly kind: 'changed' }>;

/** How many other chapters an entry in `story.yaml` means, or a refusal where one of them would be read wrongly for it. */
function alsoIn({ chapters }: StoryFolder, { source }: Manuscript, changed: Changed) {
  return otherChapters(
    chapters.filter(({ file }) => file !== source.file),
    source,
    changed,
  );
}

function toProposal(target: PlacedFile, before: SourceFile | undefined, text: string, others: number): Proposal {
  const encoding = before?.encoding ?? 'utf-8';
  if (encoding === 'unsure') return isUnsure;
  const bytes = encodeText(text, encoding);
  const hash = createHash('sha256')
    .update(`${target.file}\n${before?.version ?? ''}\n`)
    .update(bytes);
  return {
    kind: 'proposal',
    target,
    before,
    bytes,
    diff: diffLines(linesOf(before?.text ?? ''), linesOf(text)),
    alsoIn: others,
    version: hash.digest('base64url').slice(0, 22),
  };
}

/** Without the nothing behind the last line's end. */
function linesOf(text: string): readonly string[] {
  return rawLines(text).flatMap((line, at, all) => (line.text === '' && at === all.length - 1 ? [] : [line.text]));
}
