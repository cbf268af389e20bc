/** One line of a text: as it is read, without the line end, and where it stands in the file. */
export interface SourceLine {
  readonly text: string;
  /** Number in the file, from 1. Where tags make several lines of one, all have its number. */
  readonly line: number;
  /**
   * What it is beside words: code, which is left as typed; a blank line that markup made, where the file has none; a rule,
   * a heading or a quote by a tag.
   */
  readonly is?: 'code' | 'gap' | 'rule' | 'heading' | 'quote' | undefined;
  /** Of a heading by a tag, from 1 to 6. */
  readonly depth?: number | undefined;
  readonly isCentred?: boolean | undefined;
}

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
/**
 * Control characters that show nothing and that Discord drops or refuses; tabs stay. And the noncharacters that are used
 * as marks while a text is read.
 */
const unseen = /[^\P{Cc}\t\n]|[\ufdd0-\ufdef]/gu;
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

/** Whether a line separates paragraphs. */
export function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

/** How many blank lines of the file stand above a line: the most without markup between them, such as a lone `</div>`. */
export function gapAbove(lines: readonly SourceLine[], index: number): number {
  let most = 0;
  let run = 0;
  for (let at = index - 1; at >= 0 && isBlank(lines[at]); at -= 1) {
    run = lines[at]?.is === 'gap' ? 0 : run + 1;
    most = Math.max(most, run);
  }
  return most;
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
