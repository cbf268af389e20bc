import { isBlank, type SourceLine } from '../source-lines.js';
import type { Style } from '../styled-runs.js';
import { hardBreak, removed, turnOff, turnOn } from './style-marks.js';

/** Writes the lines that tags make of a file's lines. Styles are turned off at the end of each and on again in the next. */
export interface LineWriter {
  readonly lines: readonly SourceLine[];
  words(text: string): void;
  /** A tag stood here, and is gone. */
  tag(): void;
  turn(style: Style, by: 1 | -1): void;
  /** A line that stays as it is. */
  whole(line: SourceLine): void;
  /** The line that the file has next, from 1. */
  startSource(line: number): void;
  endSource(): void;
  lineBreak(): void;
  /** A paragraph ends or begins here. */
  boundary(): void;
  /** A blank line that is meant, as by an empty paragraph. */
  blank(): void;
  rule(): void;
  /** What the lines from here on are. */
  look: { isCentred: boolean; quotes: number; heading: number; item: string };
}

/** Marks of blocks at the start of a line, which must stay there. */
const blockPrefix = /^\s*(?:(?:>|[-*+]|\d{1,9}[.)]|#{1,6})[^\S\n]+)*/u;

/** A writer for a format: Markdown has marks of its own for headings and quotes. */
export function lineWriter(isMarkdown: boolean): LineWriter {
  const lines: SourceLine[] = [];
  const depth = new Map<Style, number>();
  const look = { isCentred: false, quotes: 0, heading: 0, item: '' };
  let on = new Set<Style>();
  let buffer = '';
  /** Whether the buffer holds words; to look would take the longer, the more it holds. */
  let hasWords = false;
  let source = 1;
  let hadTag = false;
  let hasWritten = false;
  let wantsGap = false;

  const push = (line: SourceLine) => {
    lines.push(line);
    hasWritten = true;
    wantsGap = false;
  };
  const pushGap = () => {
    if (lines.length > 0 && !isBlank(lines.at(-1))) lines.push({ text: '', line: source, is: 'gap' });
    wantsGap = false;
  };
  /** Blank lines on both sides of markup that shows nothing are no wider gap. */
  const pushBlank = () => {
    if (wantsGap && lines.length > 0 && isBlank(lines.at(-1))) lines.push({ text: '', line: source, is: 'gap' });
    push({ text: '', line: source });
  };
  const flush = (end = ''): boolean => {
    const text = buffer.trimEnd();
    const behind = buffer.slice(text.length);
    buffer = '';
    if (!hasWords) return false;
    hasWords = false;
    if (wantsGap) pushGap();
    push(asLine(text + turnOff(on) + end + behind));
    on = new Set();
    return true;
  };
  const asLine = (text: string): SourceLine => {
    const { heading, quotes, isCentred, item } = look;
    look.item = '';
    const is = isMarkdown ? undefined : heading > 0 ? 'heading' : quotes > 0 ? 'quote' : undefined;
    const prefix = isMarkdown ? (quotes > 0 ? '> ' : '') + (heading > 0 ? `${'#'.repeat(heading)} ` : item) : item;
    return {
      text: prefix === '' ? text : prefix + text.trimStart(),
      line: source,
      ...(is && { is }),
      ...(heading > 0 && { depth: heading }),
      ...(isCentred && { isCentred }),
    };
  };

  return {
    lines,
    look,
    words(given) {
      const text = given.includes(removed) ? given.replaceAll(removed, '') : given;
      if (text !== given) hadTag = true;
      if (text.trim() === '') {
        buffer += text;
        return;
      }
      const now = new Set([...depth].flatMap(([style, count]) => (count > 0 ? [style] : [])));
      const off = [...on].filter((style) => !now.has(style));
      const fresh = [...now].filter((style) => !on.has(style));
      on = now;
      const isStart = !hasWords;
      hasWords = true;
      const whole = isStart ? buffer + text : text;
      const prefix = (isStart ? blockPrefix : /^\s*/u).exec(whole)?.[0] ?? '';
      const turned = turnOff(off) + prefix + turnOn(fresh) + whole.slice(prefix.length);
      buffer = isStart ? turned : buffer + turned;
    },
    tag() {
      hadTag = true;
    },
    turn(style, by) {
      depth.set(style, Math.max(0, (depth.get(style) ?? 0) + by));
    },
    whole(line) {
      if (wantsGap) pushGap();
      push(line);
    },
    startSource(line) {
      source = line;
      hadTag = false;
      hasWritten = false;
    },
    endSource() {
      if (flush()) return;
      if (!hadTag) pushBlank();
      else if (!hasWritten) wantsGap = true;
    },
    lineBreak() {
      if (!flush(hardBreak)) push({ text: '', line: source });
    },
    boundary() {
      flush();
      wantsGap = true;
    },
    blank() {
      push({ text: '', line: source });
    },
    rule() {
      flush();
      pushGap();
      push({ text: '***', line: source, is: 'rule' });
      wantsGap = true;
    },
  };
}
