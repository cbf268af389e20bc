import type { FileHead } from './case-head.js';
import { encodeAs } from './encode.js';
import { createDealer, type FillerPool } from './filler.js';
import { type CaseFile, invisible, type Label } from './parse-case.js';

/** A line of a built chapter file with what it is, without its line end. */
export interface BuiltLine {
  readonly is: Label;
  readonly typed: string;
  /** The next one follows without a line end. */
  readonly joined: boolean;
  /** A wrapped line of the paragraph that began above. */
  readonly continues?: true;
}

/** A chapter file as it lies in its folder, and what its lines are. */
export interface BuiltFile {
  readonly name: string;
  readonly head: FileHead;
  readonly lines: readonly BuiltLine[];
  /** Stretches in italics in the filler paragraphs that were dealt. */
  readonly fillerItalics: readonly string[];
  readonly bytes: Uint8Array;
}

/** What is taken off before words are compared. */
export function markupOf(name: string, head: FileHead): 'html' | 'bbcode' | 'markdown' | 'none' {
  return head.markup ?? (name.endsWith('.md') ? 'markdown' : 'none');
}

const italicMarks: Readonly<Record<string, readonly [string, string]>> = {
  html: ['<i>', '</i>'],
  bbcode: ['[i]', '[/i]'],
  markdown: ['*', '*'],
  none: ['', ''],
  '*': ['*', '*'],
  _: ['_', '_'],
  '/': ['/', '/'],
};

function wrapped(text: string, width: number | undefined): readonly string[] {
  if (width === undefined) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const blank: BuiltLine = { is: ' ', typed: '', joined: false };

/** Lays out one filler paragraph as the head of its case wants it. */
function layOut(paragraph: string, name: string, head: FileHead): readonly BuiltLine[] {
  const [open = '', close = ''] = italicMarks[head.emphasis ?? markupOf(name, head)] ?? [];
  const marked = paragraph.replace(/\*([^*]+)\*/gu, `${open}$1${close}`);
  const lines = wrapped(
    head.paragraph.replace('{}', () => marked),
    head.wrap,
  );
  return lines.map((typed, index) => ({
    is: 'T',
    typed: index === 0 ? invisible(head.indent) + typed : typed,
    joined: false,
    ...(index > 0 && { continues: true as const }),
  }));
}

const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

function encode(text: string, head: FileHead): Uint8Array {
  switch (head.encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    default:
      return encodeAs(text, head.encoding);
  }
}

/** How many filler paragraphs a file gets. */
export function fillerOf({ lines }: CaseFile): number {
  return lines.reduce((sum, line) => sum + (line.is === 'filler' ? line.paragraphs : 0), 0);
}

/** Builds the chapter file that a case describes; the seed decides which filler paragraphs it gets, behind those `dealt` before. */
export function buildFile(file: CaseFile, pool: FillerPool, seed: string, dealt = 0): BuiltFile {
  const { name, head } = file;
  const deal = createDealer(pool, head, seed, dealt);
  const fillerItalics: string[] = [];
  const lines = file.lines.flatMap((line): readonly BuiltLine[] => {
    if (line.is !== 'filler') return [line];
    return deal(line.paragraphs).flatMap((paragraph, index) => {
      if ((head.emphasis ?? markupOf(name, head)) !== 'none')
        fillerItalics.push(...Array.from(paragraph.matchAll(/\*([^*]+)\*/gu), (match) => match[1] ?? ''));
      const gap = index === 0 ? [] : Array.from({ length: head.spacing }, () => blank);
      return [...gap, ...layOut(paragraph, name, head)];
    });
  });
  const end = lineEnds[head['line-end']];
  const text = lines.map((line) => (line.joined ? line.typed : line.typed + end)).join('');
  return { name, head, lines, fillerItalics, bytes: encode(text, head) };
}
