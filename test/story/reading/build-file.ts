import type { FileHead } from './case-head.js';
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

function cp1252(text: string): Uint8Array {
  const high = new Map(
    [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [character, cp1252Places[index] ?? 0]),
  );
  return Uint8Array.from(text, (character) => high.get(character) ?? character.codePointAt(0) ?? 0);
}

/** Bytes of the characters that Windows-1252 has between 0x80 and 0x9F; https://encoding.spec.whatwg.org/index-windows-1252.txt. */
const cp1252Places = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
  0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];

const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;

function encode(text: string, head: FileHead): Uint8Array {
  if (head.encoding === 'windows-1252') return cp1252(text);
  if (head.encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(head.encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
}

/** Builds the chapter file that a case describes; the seed decides which filler paragraphs it gets. */
export function buildFile(file: CaseFile, pool: FillerPool, seed: string): BuiltFile {
  const { name, head } = file;
  const deal = createDealer(pool, head, seed);
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
