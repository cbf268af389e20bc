import { createHash } from 'node:crypto';
import type { ChapterReading } from './chapter-reader.js';

/** What readers see of a chapter file, so that two readings of it can be compared. */
export interface ReadingPrint {
  readonly isChapter: boolean;
  readonly title: string;
  readonly number: string;
  readonly notes: string;
  readonly text: string;
  /** Lengths of its scenes, in passages. */
  readonly scenes: string;
}

/** Takes the print of a reading. */
export function printOf({ chapter }: ChapterReading): ReadingPrint {
  if (chapter === undefined) return { isChapter: false, title: '', number: '', notes: '', text: '', scenes: '' };
  return {
    isChapter: true,
    title: chapter.title,
    number: [chapter.part?.name ?? chapter.part?.number, chapter.number]
      .filter((each) => each !== undefined)
      .join(', '),
    notes: digest(JSON.stringify([chapter.notes, chapter.endNotes, chapter.summary, chapter.warnings])),
    text: digest(chapter.scenes.flatMap(({ passages }) => passages.map(({ id }) => id)).join(' ')),
    scenes: chapter.scenes.map(({ passages }) => passages.length).join(' '),
  };
}

/** In a few words each, what reads differently: `its notes`, `its title (“Ash”, before “Ash, by Imre”)`. Empty where nothing does. */
export function printChanges(before: ReadingPrint, after: ReadingPrint): readonly string[] {
  if (before.isChapter !== after.isChapter) {
    return [after.isChapter ? 'it gives a chapter now' : 'it does not give a chapter any more'];
  }
  const isOther = (name: keyof ReadingPrint) => before[name] !== after[name];
  const valued = (name: 'title' | 'number', what: string) =>
    isOther(name) ? [`${what} (${quoted(after[name])}, before ${quoted(before[name])})`] : [];
  const scenes = (print: ReadingPrint) => print.scenes.split(' ').length;
  const isBroken = isOther('scenes') && (!isOther('text') || scenes(before) !== scenes(after));
  return [
    ...valued('title', 'its title'),
    ...valued('number', 'its number'),
    ...(isOther('notes') ? ['its notes'] : []),
    ...(isOther('text') ? ['what is text of it'] : []),
    ...(isBroken ? ['its scene breaks'] : []),
  ];
}

function quoted(value: string): string {
  return value === '' ? 'none' : `“${value}”`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
