/** One line of a file: its text without the line end, and its number in the file, from 1. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
/** Control characters that show nothing and that Discord drops or refuses; tabs stay. */
const unseen = /[^\P{Cc}\t\n]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** A file's text with LF line ends, no byte order mark, no unseen control characters, lone surrogates as U+FFFD. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\ufeff/u, '')
    .replace(lineEnds, '\n')
    .replace(unseen, '')
    .replace(loneSurrogates, '\ufffd');
}

/** The lines of a normalised text; `firstLine` is the number of its first one in the file. */
export function sourceLines(text: string, firstLine = 1): readonly SourceLine[] {
  return text.split('\n').map((each, index) => ({ text: each, line: firstLine + index }));
}

/** The lines of a text as they are in the file, each with its line end; numbered as those of the normalised text are. */
export function rawLines(text: string): readonly { readonly text: string; readonly end: string }[] {
  const ends = [...text.matchAll(lineEnds)];
  const starts = [0, ...ends.map((match) => match.index + match[0].length)];
  return starts.map((start, index) => {
    const end = ends[index];
    return { text: text.slice(start, end?.index), end: end?.[0] ?? '' };
  });
}
