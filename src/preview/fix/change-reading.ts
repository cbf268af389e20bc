import { type ChapterSource, parseChapter, type StoryLight } from '../../story/parse-chapter.js';
import { carryOut } from './carry-out.js';
import { draftFile } from './draft-file.js';
import { isAsPromised, isShownAsBefore } from './is-as-promised.js';
import type { OfferedReading } from './offered-readings.js';

/** Another reading of a chapter file, as its author wants it. */
export type Change =
  /** The part that begins on that line, from 1, is something else. */
  | { readonly kind: 'read-as'; readonly line: number; readonly reading: OfferedReading }
  /** What the chapter is called; an empty number says that it has none. */
  | { readonly kind: 'heading'; readonly number: string; readonly title: string; readonly chapterKind: string };

/** The file with front matter that makes it be read so, or why there is none, in a sentence. */
export type ChangedText =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Writes a reading into a file's front matter. What is a note moves there, word by word; a heading that front matter cannot
 * overrule where it stands moves, too. The outcome is read again, and refused unless it says what was promised and no more.
 * `light` is what is known of its story.
 */
export function changeReading(file: string, text: string, change: Change, light: StoryLight = {}): ChangedText {
  // A paragraph alone does not tell whether its lines were broken by width, as the whole file does: then they are joined.
  const asTyped = attempt({ ...light, file, text }, change, '\n');
  if (asTyped.isShownAsBefore) return asTyped.changed;
  const joined = attempt({ ...light, file, text }, change, ' ');
  return joined.isShownAsBefore ? joined.changed : asTyped.changed;
}

interface Attempt {
  readonly changed: ChangedText;
  readonly isShownAsBefore: boolean;
}

function attempt(source: ChapterSource, change: Change, lineBreak: '\n' | ' '): Attempt {
  const { file, text } = source;
  const { chapter, outline } = parseChapter(source);
  const draft = draftFile(text, outline, lineBreak);
  if (chapter === undefined || draft === undefined) return refused(noChapter);
  const promised = carryOut({ file, chapter, outline, draft }, change);
  if (promised === '') return { changed: { kind: 'unchanged' }, isShownAsBefore: true };
  if (typeof promised === 'string') return refused(promised);
  const changed = draft.text();
  const after = parseChapter({ ...source, text: changed }).chapter;
  if (after === undefined || !isAsPromised(chapter, after, promised)) return refused(beyondFrontMatter);
  return { changed: { kind: 'changed', text: changed }, isShownAsBefore: isShownAsBefore(after, promised) };
}

const noChapter = 'This file gives no chapter yet; mend its errors first.';
const beyondFrontMatter =
  'Front matter alone cannot say that here: something else would be read differently, too. Change the text itself, say by an `A/N:` before a note or by moving it.';

function refused(why: string): Attempt {
  return { changed: { kind: 'refused', why }, isShownAsBefore: false };
}
