import type { Chapter, ChapterKind } from '../../story/model.js';
import { chapterPassages } from '../../story/passage.js';
import { plainText } from '../../story/plain.js';

/** What a change of reading says that it does. */
export interface Promised {
  readonly number: number | undefined;
  readonly title: string;
  readonly kind: ChapterKind;
  /** How many passages there are more than before. */
  readonly passages: number;
  /** Words that the notes and the text lose to the heading, and get from it. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
  /** What becomes a note, or is one that moves, as it was shown. */
  readonly moved: readonly string[];
}

/** Whether what was moved is shown as it was before, line breaks and markup included. */
export function isShownAsBefore({ notes, endNotes }: Chapter, { moved }: Promised): boolean {
  const shown = [...notes, ...endNotes].map(({ text }) => text).join('\n\n');
  return moved.every((text) => shown.includes(text));
}

/** Whether a chapter that is read differently now is what was promised: no word lost or doubled, nothing else changed. */
export function isAsPromised(before: Chapter, after: Chapter, promised: Promised): boolean {
  const hasFacts = (['number', 'title', 'kind'] as const).every((name) => after[name] === promised[name]);
  const isSameElse = (['rating', 'summary', 'draft'] as const).every((name) => after[name] === before[name]);
  return (
    hasFacts &&
    isSameElse &&
    after.publishAt?.getTime() === before.publishAt?.getTime() &&
    after.warnings.join() === before.warnings.join() &&
    JSON.stringify(after.timeline) === JSON.stringify(before.timeline) &&
    chapterPassages(after).length === chapterPassages(before).length + promised.passages &&
    sorted([...wordsOf(after), ...words(promised.gone)]) === sorted([...wordsOf(before), ...words(promised.come)])
  );
}

/** All words of the notes and the text. */
function wordsOf(chapter: Chapter): readonly string[] {
  const notes = [...chapter.notes, ...chapter.endNotes];
  return words([...notes, ...chapterPassages(chapter)].map(({ text }) => text));
}

function words(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => plainText(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function sorted(all: readonly string[]): string {
  return all.toSorted().join(' ');
}
