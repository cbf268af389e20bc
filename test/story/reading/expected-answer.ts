import { decodeHTML } from 'entities';
import { type BuiltFile, type BuiltLine, markupOf } from './build-file.js';
import type { Label } from './parse-case.js';

/** A stretch of the text in the order of the file. */
export interface Segment {
  /** Without markup; the lines of a wrapped paragraph are joined by a space. */
  readonly seen: string;
  readonly is: 'paragraph' | 'line' | /** May stand in the text or not. */ 'free';
}

/** What a careful human says of the lines of a chapter file. */
export interface ExpectedAnswer {
  readonly text: readonly Segment[];
  readonly notesBefore: readonly string[];
  readonly notesAfter: readonly string[];
  readonly inside: readonly string[];
  /** What notes may hold besides: headings, data, links, datelines. */
  readonly besides: readonly string[];
  readonly headings: readonly string[];
  /** Lines that may be anything, the title too. */
  readonly either: readonly string[];
  readonly storyLines: readonly string[];
  /** Lines of which no word may be lost. */
  readonly kept: readonly string[];
  readonly breaks: readonly number[];
}

/** A line as a reader should see it, without the markup that the author typed. */
function seenOf(typed: string, markup: ReturnType<typeof markupOf>): string {
  switch (markup) {
    case 'html':
      return decodeHTML(typed.replace(/<[^<>]*>/gu, ''));
    case 'bbcode':
      return typed.replace(/\[\/?[a-z]+(?:=[^\]]*)?\]/giu, '');
    case 'markdown':
      return decodeHTML(typed.replace(/!?\[([^[\]]*)\]\([^()]*\)/gu, '$1').replace(/<\/?[a-z][^<>]*>/giu, ''));
    case 'none':
      return typed;
  }
}

/** Lines of one label that stand together; in text, lines that belong to one paragraph. */
function paragraphsOf(lines: readonly BuiltLine[], spacing: number): readonly Segment[] {
  const segments: Segment[] = [];
  let open = false;
  for (const line of lines) {
    if (line.is === 'T') {
      const last = segments.at(-1);
      if ((open || line.continues) && last)
        segments[segments.length - 1] = { ...last, seen: `${last.seen} ${line.typed}` };
      else segments.push({ seen: line.typed, is: 'paragraph' });
      open = spacing > 0 || line.joined;
      continue;
    }
    // A page number in the middle of a paragraph does not end it.
    if (line.is !== 'F') open = false;
    if (line.is === 'V') segments.push({ seen: line.typed, is: 'line' });
    if (line.is === 'A' || line.is === 'I') segments.push({ seen: line.typed, is: 'free' });
  }
  return segments;
}

function countBreaks(lines: readonly BuiltLine[]): number {
  let breaks = 0;
  let text = false;
  let broken = false;
  for (const { is } of lines) {
    if (is === 'B') broken = text;
    if (is !== 'T' && is !== 'V') continue;
    if (broken) breaks += 1;
    [text, broken] = [true, false];
  }
  return breaks;
}

/** Works out, from the labels of a built file, what its chapter should hold. */
export function expectedAnswer(file: BuiltFile): ExpectedAnswer {
  const markup = markupOf(file.name, file.head);
  const lines = file.lines.map((line) => ({ ...line, typed: seenOf(line.typed, markup) }));
  const labelled = (...wanted: readonly Label[]) =>
    lines.filter((line) => wanted.includes(line.is)).map((line) => line.typed);
  return {
    text: paragraphsOf(lines, file.head.spacing),
    notesBefore: labelled('N'),
    notesAfter: labelled('E'),
    inside: labelled('I'),
    besides: labelled('H', 'S', 'D', 'F', 'A', 'I'),
    headings: labelled('H'),
    either: labelled('A'),
    storyLines: labelled('S'),
    kept: labelled('N', 'E', 'A', 'T', 'V', 'I'),
    breaks: file.head.breaks ?? [countBreaks(lines)],
  };
}
