import type { OutlinePart } from '../../story/parse/outline.js';
import { rawLines } from '../../story/parse/source-lines.js';
import { editFrontMatter, type FrontMatterEdit } from './front-matter-edit.js';

/** A chapter file that is being changed: its front matter by fields, its body by whole parts. */
export interface DraftFile {
  readonly frontMatter: FrontMatterEdit;
  /** The words of a part as typed, its lines joined. */
  typed(part: OutlinePart): string;
  /** Takes a part out of the body, with the blank lines behind it. */
  remove(part: OutlinePart): void;
  /** The file with its changes, in its own line ends. */
  text(): string;
}

/** Opens a file for changes; undefined where its front matter cannot be read. `lineBreak` joins the lines of what is typed. */
export function draftFile(text: string, outline: readonly OutlinePart[], lineBreak: '\n' | ' '): DraftFile | undefined {
  const lines = rawLines(text);
  const lineEnd = commonEnd(lines.map(({ end }) => end));
  const front = outline.find(({ part }) => part === 'front-matter');
  const bodyLine = front?.end ?? 1;
  const yaml = front === undefined ? [] : lines.slice(1, bodyLine - 2).map((line) => line.text);
  const frontMatter = editFrontMatter(yaml.join('\n'));
  if (frontMatter === undefined) return undefined;
  const removed = new Set<number>();
  const typedLines = ({ line, end }: OutlinePart) => lines.slice(line - 1, end - 1).map((each) => each.text);
  return {
    frontMatter,
    typed: (part) => typedLines(part).join(lineBreak).trim(),
    remove: ({ line, end }) => {
      for (let at = line; at < end; at += 1) removed.add(at);
    },
    text: () => {
      const body = lines.flatMap((line, index) =>
        index + 1 < bodyLine || removed.has(index + 1) ? [] : [line.text + line.end],
      );
      const fields = ['---', ...frontMatter.lines(), '---'].map((line) => line + lineEnd);
      // A file without front matter gets a blank line below its new one.
      return [...fields, ...(front === undefined ? [lineEnd] : []), ...body].join('');
    },
  };
}

/** The line end that a file has most often; `\n` for a file of one line. */
function commonEnd(ends: readonly string[]): string {
  const crlf = ends.filter((end) => end === '\r\n').length;
  return crlf > ends.filter((end) => end === '\n').length ? '\r\n' : '\n';
}
