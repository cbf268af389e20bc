import { parse } from 'yaml';
import { type About, caseHeadSchema, type FileHead, fileHeadSchema, storyHeadSchema } from './case-head.js';

/** What a line of a chapter file is to a careful human; see README.md. */
export const labels = ['H', 'S', 'D', 'F', 'N', 'E', 'A', 'T', 'V', 'B', 'R', 'I', ' '] as const;
export type Label = (typeof labels)[number];

/** A typed line, or a number of filler paragraphs to be dealt. */
export type CaseLine =
  | {
      readonly is: Label;
      readonly typed: string /** The next line follows on the same line of the file. */;
      readonly joined: boolean;
    }
  | { readonly is: 'filler'; readonly paragraphs: number };

/** One chapter file, and what a careful human says of it. */
export interface CaseFile {
  readonly name: string;
  readonly head: FileHead;
  readonly lines: readonly CaseLine[];
}

/** A folder with one chapter file or several. */
export interface ReadingCase {
  readonly id: string;
  /** BCP 47 tag: the name of the folder that the case lies in. */
  readonly language: string;
  readonly about: About;
  readonly files: readonly CaseFile[];
  /** Names of the chapter files in the order of release. */
  readonly order: readonly string[];
}

/** The file that speaks of a whole story; it has no head and is not judged. */
export const storyFileName = 'story.yaml';

const symbols: Readonly<Record<string, string>> = {
  '⇥': '\t',
  '␣': ' ',
  '⍽': '\u00a0',
  '␌': '\f',
  '␋': '\v',
  '␈': '\u200b',
};

/** Whitespace that a person cannot see is typed as `⇥` tab, `␣` space, `⍽` no-break space, `␌` form feed, `␋` vertical tab, `␈` zero-width space. */
export function invisible(typed: string): string {
  return typed.replace(/[⇥␣⍽␌␋␈]/gu, (symbol) => symbols[symbol] ?? symbol);
}

function parseLine(line: string, where: string): CaseLine {
  const filler = /^T\*(\d{1,3})$/u.exec(line);
  if (filler) return { is: 'filler', paragraphs: Number(filler[1]) };
  const label = labels.find((each) => line.startsWith(`${each}|`));
  if (!label) throw new Error(`${where}: no label: ${JSON.stringify(line)}`);
  const joined = line.endsWith('>>');
  return { is: label, typed: invisible(line.slice(2, joined ? -2 : undefined)), joined };
}

function parseLines(text: string, where: string): CaseLine[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => parseLine(line, `${where}, line ${index + 1} of its text`));
}

function parseSingle(text: string, where: string): Pick<ReadingCase, 'about' | 'files' | 'order'> {
  const cut = text.indexOf('\n===\n');
  if (cut < 0) throw new Error(`${where}: no line of === between head and chapter`);
  const {
    file,
    site,
    custom,
    why,
    'held-out': heldOut,
    'story-title': storyTitle,
    ...head
  } = caseHeadSchema.parse(parse(text.slice(0, cut)));
  const about = {
    site,
    custom,
    'held-out': heldOut,
    ...(why && { why }),
    ...(storyTitle && { 'story-title': storyTitle }),
  };
  return { about, files: [{ name: file, head, lines: parseLines(text.slice(cut + 5), where) }], order: [file] };
}

function parseStoryPart(part: string, where: string): CaseFile {
  const end = part.indexOf('\n');
  const name = part.slice(0, end).trim();
  const rest = part.slice(end + 1);
  const cut = `\n${rest}`.indexOf('\n---\n');
  if (cut < 0) throw new Error(`${where}, ${name}: no line of --- between head and chapter`);
  const head = fileHeadSchema.parse(parse(rest.slice(0, cut)) ?? {});
  return { name, head, lines: parseLines(rest.slice(cut + 4), `${where}, ${name}`) };
}

function parseStory(text: string, where: string): Pick<ReadingCase, 'about' | 'files' | 'order'> {
  const [top = '', ...parts] = text.split('\n=== ');
  const { order, ...about } = storyHeadSchema.parse(parse(top));
  const files = parts.map((part) => parseStoryPart(part, where));
  return { about, files, order: order ?? files.map((file) => file.name).filter((name) => name !== storyFileName) };
}

/** Reads a case from the text of its `.case` or `.story` file; throws where a person made a slip in it. */
export function parseCase(language: string, fileName: string, text: string): ReadingCase {
  const where = `${language}/${fileName}`;
  try {
    const id = `${language}-${fileName.replace(/\.\w+$/u, '')}`;
    return { id, language, ...(fileName.endsWith('.story') ? parseStory(text, where) : parseSingle(text, where)) };
  } catch (error) {
    throw new Error(`${where} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
