import type { SaidReading } from '../../story/parse/reading-rules.js';
import { parseStoryFile } from '../../story/parse/story-file.js';
import { type ChapterSource, parseChapter } from '../../story/parse-chapter.js';
import type { ParsedChapter } from '../../story/parsed-chapter.js';
import { changeHeading, type HeadingChange } from './change-heading.js';
import { type FieldsFile, openFrontMatter, openStoryFile } from './fields-file.js';
import { fileBlocks, fileUnits, saidPart } from './file-blocks.js';
import { entryMeans } from './reading-entry.js';
import {
  noBlock,
  noChapter,
  noTextThen,
  otherHeading,
  type Refusal,
  refused,
  unreadableFields,
  unreadableStory,
  whyMissed,
} from './refusals.js';
import { settle, type Wanted, wantedOf } from './settle.js';

/** Where a reading is written: into the chapter's front matter, or into the story's `story.yaml` for all its chapters. */
export type Scope = 'chapter' | 'story';

/** Another reading of a chapter file, as its author wants it. */
export type Change =
  /** The block of that index, in the order of the file, is something else. */
  | { readonly kind: 'read-as'; readonly block: number; readonly reading: SaidReading; readonly scope: Scope }
  | HeadingChange;

/** A chapter file as it stands, and the story's `story.yaml`; an empty text where there is none. */
export interface Manuscript {
  readonly source: ChapterSource;
  readonly storyFile: string;
}

/** The text that makes it be read so, or why there is none, in a sentence. */
export type ChangedText =
  /** `entries` are those that came or went; other chapters may hold what they mean. */
  | { readonly kind: 'changed'; readonly text: string; readonly entries: readonly string[] }
  | { readonly kind: 'unchanged' }
  | Refusal;

/**
 * Changes a chapter's front matter, or `story.yaml`, so that the chapter is read as its author wants it. The outcome is read
 * again, and refused unless it is what was asked for and everything else is what it was.
 */
export function changeReading(manuscript: Manuscript, change: Change): ChangedText {
  const before = parseChapter(manuscript.source);
  const isOfStory = change.kind === 'read-as' && change.scope === 'story';
  const target = isOfStory
    ? openStoryFile(manuscript.storyFile)
    : openFrontMatter(manuscript.source.text, before.outline);
  if (target === undefined) return isOfStory ? unreadableStory : unreadableFields;
  const read = () => parseChapter(sourceWith(manuscript.source, target, isOfStory));
  return change.kind === 'read-as' ? readAs(before, target, read, change) : rename(before, target, read, change);
}

/** The same chapter with the fields as they are being changed. */
function sourceWith(source: ChapterSource, target: FieldsFile, isOfStory: boolean): ChapterSource {
  return isOfStory
    ? { ...source, reading: parseStoryFile({ file: 'story.yaml', text: target.text() }).reading }
    : { ...source, text: target.text() };
}

function readAs(
  before: ParsedChapter,
  target: FieldsFile,
  read: () => ParsedChapter,
  { block, reading }: Extract<Change, { readonly kind: 'read-as' }>,
): ChangedText {
  const units = fileUnits(before);
  const chosen = fileBlocks(units)[block];
  if (chosen === undefined) return noBlock;
  const wanted = wantedOf(units, chosen, reading);
  const taken = target.fields.unsay((entry) => chosen.some(({ text }) => entryMeans(entry)(text)));
  const isSo = wanted.every(({ unit, asked }) => asked === undefined || saidPart(unit.part) === asked);
  // What is so already is said all the same, and is beyond doubt then.
  return outcome(before, target, read, { wanted, taken, isOutright: isSo && taken.length === 0 });
}

function rename(
  before: ParsedChapter,
  target: FieldsFile,
  read: () => ParsedChapter,
  change: HeadingChange,
): ChangedText {
  if (before.chapter === undefined) return noChapter;
  const promised = changeHeading(before.chapter, fileUnits(before), target.fields, change);
  if (typeof promised === 'string') return promised === '' ? { kind: 'unchanged' } : refused(promised);
  const changed = outcome(before, target, read, { wanted: promised.wanted, taken: [], isOutright: false });
  if (changed.kind !== 'changed') return changed;
  const other = otherHeading(promised.chapter, read().chapter);
  return other === undefined ? changed : refused(other);
}

interface Aim {
  readonly wanted: readonly Wanted[];
  /** Entries that went already. */
  readonly taken: readonly string[];
  readonly isOutright: boolean;
}

function outcome(
  before: ParsedChapter,
  target: FieldsFile,
  read: () => ParsedChapter,
  { wanted, taken, isOutright }: Aim,
): ChangedText {
  const settled = settle(target.fields, wanted, () => fileUnits(read()), isOutright);
  if (settled.kind === 'missed') return whyMissed(settled);
  if (before.chapter !== undefined && read().chapter === undefined) return noTextThen;
  return { kind: 'changed', text: target.text(), entries: [...taken, ...settled.entries] };
}
