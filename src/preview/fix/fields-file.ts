import type { OutlinePart } from '../../story/parse/outline.js';
import { rawLines } from '../../story/parse/source-lines.js';
import { editFrontMatter, type FrontMatterEdit } from './front-matter-edit.js';

/** A text file whose fields are being changed, and nothing else of it. */
export interface FieldsFile {
  readonly fields: FrontMatterEdit;
  /** The file with its changes, in its own line ends. */
  text(): string;
}

/** Opens a chapter file for changes of its front matter; undefined where that cannot be read as fields. */
export function openFrontMatter(text: string, outline: readonly OutlinePart[]): FieldsFile | undefined {
  const lines = rawLines(text);
  const lineEnd = commonEnd(lines);
  const front = outline.find(({ part }) => part === 'front-matter');
  const bodyAt = (front?.end ?? 1) - 1;
  const yaml = front === undefined ? [] : lines.slice(1, bodyAt - 1).map((line) => line.text);
  const fields = editFrontMatter(yaml.join('\n'));
  if (fields === undefined) return undefined;
  const body = (from: number) => lines.slice(from).map((line) => line.text + line.end);
  return {
    fields,
    text: () => {
      const inside = fields.lines();
      // A blank line stands below front matter that was not there before, and goes with it.
      const isSpaced = front !== undefined && lines[bodyAt]?.text.trim() === '' && lines[bodyAt]?.end !== '';
      if (inside.length === 0) return body(isSpaced ? bodyAt + 1 : bodyAt).join('');
      const head = ['---', ...inside, '---'].map((line) => line + lineEnd);
      return [...head, ...(front === undefined ? [lineEnd] : []), ...body(bodyAt)].join('');
    },
  };
}

/** Opens a `story.yaml`, or an empty text for one; undefined where it cannot be read as fields. */
export function openStoryFile(text: string): FieldsFile | undefined {
  const lines = rawLines(text);
  const fields = editFrontMatter(lines.map((line) => line.text).join('\n'));
  const lineEnd = commonEnd(lines);
  return (
    fields && {
      fields,
      text: () =>
        fields
          .lines()
          .map((line) => line + lineEnd)
          .join(''),
    }
  );
}

/** The line end that a file has most often; `\n` for a file of one line. */
function commonEnd(lines: readonly { readonly end: string }[]): string {
  const crlf = lines.filter(({ end }) => end === '\r\n').length;
  return crlf > lines.filter(({ end }) => end === '\n').length ? '\r\n' : '\n';
}
