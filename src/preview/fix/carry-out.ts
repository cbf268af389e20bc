import { type Chapter, type ChapterKind, chapterKinds, type Timeline } from '../../story/model.js';
import { titleOf } from '../../story/parse/chapter-facts.js';
import { readFileName } from '../../story/parse/heading/file-name.js';
import type { OutlinePart } from '../../story/parse/outline.js';
import { chapterPassages } from '../../story/passage.js';
import type { Change } from './change-reading.js';
import type { DraftFile } from './draft-file.js';
import type { Promised } from './is-as-promised.js';

/** What a change works on. */
export interface Task {
  readonly file: string;
  readonly chapter: Chapter;
  readonly outline: readonly OutlinePart[];
  /** Is changed. */
  readonly draft: DraftFile;
}

/**
 * Changes a draft as its author wants it read. Gives what must come of it, or in a sentence why it cannot be; an empty one
 * where nothing would change.
 */
export function carryOut(task: Task, change: Change): Promised | string {
  return change.kind === 'heading' ? changeHeading(task, change) : readAs(task, change);
}

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
  if (renamed) {
    liftHeading({ outline, draft }, { number: wanted, title: words });
    // Notes above it were told from the text by it.
    if (outline.some(({ part }) => part === 'note')) moveNotes({ outline, draft }, 'note');
  }
  // The heading that moved may have said it.
  if (kind !== chapter.kind || (renamed && kind !== 'chapter')) draft.frontMatter.set('kind', kind);
  return { ...factsOf(chapter), number: wanted, title: words, kind, passages: 0, ...nothingMoves };
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
  return { ...factsOf(chapter), title, passages: -1, ...nothingMoves, gone: [title] };
}

/** A title in front matter that says something else makes the heading in the file a paragraph. */
function headingToText({ file, chapter, draft }: Task, part: OutlinePart): Promised {
  const { title } = titleOf(file, readFileName(file), {}, {});
  draft.frontMatter.set('title', title);
  return { ...factsOf(chapter), title, kind: chapter.kind, passages: 1, ...nothingMoves, come: [draft.typed(part)] };
}

/** Front matter has all notes of its kind or none: those that stand in the file move along. */
function textToNote({ chapter, outline, draft }: Task, part: OutlinePart, reading: 'note' | 'end-note'): Promised {
  const moved = [...textsOf(chapter, reading), ...shownText(chapter, outline, part)];
  moveNotes({ outline: outline.map((each) => (each === part ? { ...each, part: reading } : each)), draft }, reading);
  return { ...factsOf(chapter), passages: -1, ...nothingMoves, moved };
}

function noteToText(task: Task, part: OutlinePart): Promised {
  const { chapter, outline, draft } = task;
  const kind = part.part === 'note' ? 'note' : 'end-note';
  const heading = outline.find((each) => each.part === 'heading');
  // What stands above a heading is not its text: the heading goes up.
  if (kind === 'note' && heading !== undefined && part.line < heading.line) {
    liftHeading(task, { number: chapter.number, title: chapter.title });
  }
  // The heading or the note itself may have said when it plays.
  if (chapter.kind !== 'chapter') draft.frontMatter.set('kind', chapter.kind);
  if (chapter.timeline !== undefined) draft.frontMatter.set('timeline', typedTimeline(chapter.timeline));
  moveNotes({ outline: outline.filter((each) => each !== part), draft }, kind);
  return { ...factsOf(chapter), passages: 1, ...nothingMoves };
}

/** A timeline as front matter has it. */
function typedTimeline(timeline: Timeline): string {
  if (timeline.kind === 'date') return timeline.date;
  const { amount, unit } = timeline;
  return `${amount < 0 ? '-' : '+'}${Math.abs(amount)} ${unit}${Math.abs(amount) === 1 ? '' : 's'}`;
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

const nothingMoves = { gone: [], come: [], moved: [] } as const;

function textsOf({ notes, endNotes }: Chapter, kind: 'note' | 'end-note'): readonly string[] {
  return (kind === 'note' ? notes : endNotes).map(({ text }) => text);
}

/** The passage that a part of the text is shown as; none where parts and passages are not one to one. */
function shownText(chapter: Chapter, outline: readonly OutlinePart[], part: OutlinePart): readonly string[] {
  const texts = outline.filter((each) => each.part === 'text');
  const passages = chapterPassages(chapter);
  return texts.length === passages.length
    ? passages
        .slice(texts.indexOf(part))
        .slice(0, 1)
        .map(({ text }) => text)
    : [];
}

function factsOf({ number, title, kind }: Chapter): { number: number | undefined; title: string; kind: ChapterKind } {
  return { number, title, kind };
}
