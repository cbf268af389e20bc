import type { APIMessage } from 'discord-api-types/v10';
import { shownText } from '../support/shown.js';
import type { Manuscript } from './model.js';

/** How a paragraph is changed: a new one before it, without it, or put in other words. */
export type Edit = 'insert' | 'remove' | 'reword';

/** Names of paragraphs are unique within everything that is ever written: `L2.7`, of a story's letter and a chapter from 1. */
export function writeManuscript(letter: string, chapter: number, paragraphs: number): Manuscript {
  return Array.from({ length: paragraphs }, (_, index) => `${letter}${chapter + 1}.${index + 1}`);
}

/** Changes one paragraph; a new one, or one in other words, has a name of its own, made with `fresh`. */
export function editManuscript(manuscript: Manuscript, at: number, edit: Edit, fresh: number): Manuscript {
  const index = at % manuscript.length;
  const name = `${chapterIn(manuscript[index] ?? '')}.${fresh}`;
  if (edit === 'insert') return manuscript.toSpliced(index, 0, name);
  return edit === 'remove' && manuscript.length > 1
    ? manuscript.toSpliced(index, 1)
    : manuscript.toSpliced(index, 1, name);
}

/** The chapter file. */
export function manuscriptText(chapter: number, manuscript: Manuscript): string {
  const rest = 'The rain had not let up since noon, and the lamp by the gate swung on its hook. Nobody took it in. ';
  const body = manuscript.map((name) => `Paragraph ${name}. ${rest.repeat(4).trim()}`);
  return [`Chapter ${chapter + 1}: Title ${chapter + 1}`, ...body].join('\n\n');
}

/** The names of the paragraphs that begin in these messages, in order. */
export function namesIn(messages: readonly APIMessage[]): readonly string[] {
  return messages.flatMap((message) =>
    [...shownText(message).matchAll(/Paragraph ([A-Z]\d+\.\d+)/g)].flatMap(([, name]) => name ?? []),
  );
}

/** The chapter to which a paragraph belongs, such as `L2`. */
export function chapterIn(name: string): string {
  return name.split('.')[0] ?? '';
}
