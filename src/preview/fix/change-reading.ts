import { type Chapter, type ChapterKind, chapterKinds } from '../../story/model.js';
import { titleOf } from '../../story/parse/chapter-facts.js';
import type { OutlinePart } from '../../story/parse/outline.js';
import { type ParsedChapter, parseChapter } from '../../story/parse-chapter.js';
import { type DraftFile, draftFile } from './draft-file.js';
import { isAsPromised, type Promised } from './is-as-promised.js';
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

/** What a change works on. */
interface Task {
  readonly file: string;
  readonly chapter: Chapter;
  readonly outline: readonly OutlinePart[];
  readonly draft: DraftFile;
}

/**
 * Writes a reading into a file's front matter. What is a note moves there, word by word; a heading that front matter cannot
 * overrule where it stands moves, too. The outcome is read again, and refused unless it says what was promised and no more.
 */
export function changeReading(file: string, text: string, change: Change): ChangedText {
  const { chapter, outline } = parseChapter({ file, text });
  const draft = draftFile(text, outline);
  if (chapter === undefined || draft === undefined)
    return refused('This file gives no chapter yet; mend its errors first.');
  const task: Task = { file, chapter, outline, draft };
  const promised = change.kind === 'heading' ? changeHeading(task, change) : readAs(task, change);
  if (typeof promised === 'string') return promised === '' ? { kind: 'unchanged' } : refused(promised);
  const changed = draft.text();
  const after: ParsedChapter = parseChapter({ file, text: changed });
  if (after.chapter === undefined || !isAsPromised(chapter, after.chapter, promised)) return refused(beyondFrontMatter);
  return { kind: 'changed', text: changed };
}

const beyondFrontMatter =
  'Front matter alone cannot say that here: something else would be read differently, too. Change the text itself, say by an `A/N:` before a note or by moving it.';

function refused(why: string): ChangedText {
  return { kind: 'refused', why };
}

/** Gives what must come of it, or why it cannot be; an empty reason where nothing would change. */
function changeHeading(
  { chapter, outline, draft }: Task,
  { number, title, chapterKind }: Extract<Change, { readonly kind: 'heading' }>,
): Promised | string {
  const kind = chapterKinds.find((each) => each === chapterKind);
  const wanted = number.trim() === '' ? undefined : Number(number);
  const words = title.replace(/\s+/gu, ' ').trim();
  if (kind === undefined) return 'There is no such kind of chapter.';
  if (wanted !== undefined && !(wanted >= 0 && wanted < 100_000)) return 'The number may be 0 to 99999, or empty.';
  if (words === '' || words.length > 200) return 'The title may have 1 to 200 characters.';
  const renamed = wanted !== chapter.number || words !== chapter.title;
  if (!renamed && kind === chapter.kind) return '';
  if (renamed) liftHeading({ outline, draft }, { number: wanted, title: words });
  // The heading that moved may have said it.
  if (kind !== chapter.kind || (renamed && kind !== 'chapter')) draft.frontMatter.set('kind', kind);
  return { ...factsOf(chapter), number: wanted, title: words, kind, passages: 0, gone: [], come: [] };
}

/** Moves the heading into front matter: where the text has another one, the two would contradict each other. */
function liftHeading(
  { outline, draft }: Pick<Task, 'outline' | 'draft'>,
  { number, title }: { readonly number: number | undefined; readonly title: string },
): void {
  for (const part of outline) if (part.part === 'heading') draft.remove(part);
  if (number !== undefined) draft.frontMatter.set('number', number);
  draft.frontMatter.set('title', title);
}

function readAs(task: Task, { line, reading }: Extract<Change, { readonly kind: 'read-as' }>): Promised | string {
  const part = task.outline.find((each) => each.line === line);
  switch (part?.part) {
    case 'text':
      return reading === 'text' ? '' : reading === 'title' ? textToTitle(task, part) : textToNote(task, part, reading);
    case 'note':
    case 'end-note':
      return reading === 'text' ? noteToText(task, part) : `A ${part.part.replace('-', ' ')} can become text only.`;
    case 'heading':
      return reading === 'text' ? headingToText(task, part) : 'A heading can become text only.';
    default:
      return 'What stands there now is not what the page showed.';
  }
}

function textToTitle({ chapter, draft }: Task, part: OutlinePart): Promised {
  const title = draft
    .typed(part)
    .replace(/^[\s*_~=#]+|[\s*_~=]+$/gu, '')
    .replace(/\s+/gu, ' ');
  draft.frontMatter.set('title', title);
  return { ...factsOf(chapter), title, passages: -1, gone: [title], come: [] };
}

/** A title in front matter that says something else makes the heading in the file a paragraph. */
function headingToText({ file, chapter, draft }: Task, part: OutlinePart): Promised {
  const { title } = titleOf(file, { left: [] }, {});
  draft.frontMatter.set('title', title);
  return { ...factsOf(chapter), title, kind: chapter.kind, passages: 1, gone: [], come: [draft.typed(part)] };
}

/** Front matter has all notes of its kind or none: those that stand in the file move along. */
function textToNote({ chapter, outline, draft }: Task, part: OutlinePart, reading: 'note' | 'end-note'): Promised {
  moveNotes({ outline: outline.map((each) => (each === part ? { ...each, part: reading } : each)), draft }, reading);
  return { ...factsOf(chapter), passages: -1, gone: [], come: [] };
}

function noteToText(task: Task, part: OutlinePart): Promised {
  const { chapter, outline, draft } = task;
  const kind = part.part === 'note' ? 'note' : 'end-note';
  const heading = outline.find((each) => each.part === 'heading');
  // What stands above a heading is not its text: the heading goes up.
  if (kind === 'note' && heading !== undefined && part.line < heading.line) {
    liftHeading(task, { number: chapter.number, title: chapter.title });
    if (chapter.kind !== 'chapter') draft.frontMatter.set('kind', chapter.kind);
  }
  moveNotes({ outline: outline.filter((each) => each !== part), draft }, kind);
  return { ...factsOf(chapter), passages: 1, gone: [], come: [] };
}

function moveNotes({ outline, draft }: Pick<Task, 'outline' | 'draft'>, kind: 'note' | 'end-note'): void {
  const moved = outline.filter((each) => each.part === kind);
  for (const each of moved) draft.remove(each);
  const field = kind === 'note' ? 'notes' : 'endNotes';
  draft.frontMatter.add(
    field,
    moved.map((each) => draft.typed(each)),
    // The parser reads them in this order.
    kind === 'note' ? 'last' : 'first',
  );
}

function factsOf({ number, title, kind }: Chapter): { number: number | undefined; title: string; kind: ChapterKind } {
  return { number, title, kind };
}
