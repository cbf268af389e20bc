import { isUnspaced } from '../../languages/words.js';
import type { BreakBlock } from './block.js';
import { isClearHeading } from './heading.js';
import { hardBreak, withoutMarks } from './normalise/style-marks.js';
import { isSceneBreak } from './scene-break.js';
import { gapAbove, isBlank, type SourceLine } from './source-lines.js';

/** A paragraph of a plain-text file as typed, hard wraps joined; `\n` where a line break is meant. Or a scene break. */
export type TextParagraph =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** The line of the file on which each line of `text` begins. */
      readonly lineNumbers: readonly number[];
      readonly gap: number;
      readonly shape: 'prose' | 'quote';
      readonly isCentred: boolean;
      /** Of a heading by a tag, from 1 to 6. */
      readonly tagDepth?: number | undefined;
    }
  | BreakBlock;

/**
 * How a file's lines make paragraphs: `spaced` by blank lines, `wrapped` at a width, or one paragraph to a `line`.
 * In a `dense` wrapped file nothing but a short line or an indent ends a paragraph.
 */
export type LineLayout =
  | { readonly kind: 'spaced' }
  | { readonly kind: 'line' }
  | { readonly kind: 'wrapped'; readonly width: number; readonly dense: boolean };

/** Widths at which editors and archives wrap. */
const narrowestWrap = 40;
const widestWrap = 140;
/** Lines between two blank ones that are more than a paragraph, on average. */
const longRun = 12;
/** Fewer pairs of lines than this show no width. */
const fewPairs = 3;

/** Reads the lines of a plain-text file as paragraphs and scene breaks. */
export function textParagraphs(lines: readonly SourceLine[]): readonly TextParagraph[] {
  const groups = lineGroups(lines);
  const layout = lineLayout(groups.flatMap((group) => (group.kind === 'lines' ? [group.lines] : [])));
  const usualIndent = middleIndent(groups);
  return groups.flatMap((group): readonly TextParagraph[] =>
    group.kind === 'break' ? [group] : paragraphsOf(group, layout, usualIndent),
  );
}

interface LinesGroup {
  readonly kind: 'lines';
  readonly lines: readonly SourceLine[];
  readonly gap: number;
}
type LineGroup = LinesGroup | BreakBlock;

/** Runs of lines between blank ones; a scene break, a heading at the start of a run and one by a tag stand alone. */
function lineGroups(lines: readonly SourceLine[]): readonly LineGroup[] {
  const groups: LineGroup[] = [];
  let current: SourceLine[] = [];
  let gap = 0;
  const flush = () => {
    if (current.length > 0) groups.push({ kind: 'lines', lines: current, gap });
    current = [];
  };
  lines.forEach((line, index) => {
    if (isBlank(line)) {
      flush();
      return;
    }
    const text = withoutMarks(line.text);
    const is = line.is === 'rule' || isSceneBreak(text) ? 'break' : line.is;
    if (is !== current[0]?.is) flush();
    if (is === 'break') {
      const typed = line.is === 'rule' ? '' : text.trim();
      groups.push({ kind: 'break', line: line.line, gap: gapAbove(lines, index), typed });
      return;
    }
    if (current.length === 0) gap = gapAbove(lines, index);
    current.push(line);
    if (is === 'heading' || (current.length === 1 && !isBlank(lines[index + 1]) && isClearHeading(text))) flush();
  });
  flush();
  return groups;
}

/** How far the paragraphs of a file are indented, half of them less and half more. */
function middleIndent(groups: readonly LineGroup[]): number {
  const indents = groups.flatMap((group) => (group.kind === 'lines' ? indentOf(group.lines[0]) : []));
  return indents.sort((a, b) => a - b)[Math.floor(indents.length / 2)] ?? 0;
}

/** In columns; a tab is four. */
function indentOf(line: SourceLine | undefined): number {
  if (!line || !/^\s/u.test(line.text)) return 0;
  const space = /^\s*/u.exec(line.text)?.[0] ?? '';
  return space.replace(/\t/gu, '    ').length;
}

/** Two lines with only a line end between them. */
interface LinePair {
  readonly upper: string;
  readonly lower: string;
}

function lineLayout(groups: readonly (readonly SourceLine[])[]): LineLayout {
  const pairs = groups.flatMap(linePairs);
  const lineCount = groups.reduce((sum, group) => sum + group.length, 0);
  if (pairs.length === 0) return { kind: 'spaced' };
  const width = wrapWidth(pairs);
  const dense = lineCount / groups.length > longRun || groups.some((group) => group.length > lineCount * 0.8);
  const joined = pairs.filter((pair) => isWrapped(pair, width)).length / pairs.length;
  const evident = pairs.length >= fewPairs ? joined >= (dense ? 0.5 : 0.75) : pairs.every(runsOn);
  if (width >= narrowestWrap && width <= widestWrap && evident) {
    return { kind: 'wrapped', width, dense };
  }
  const ended = pairs.filter((pair) => endsParagraph(pair.upper)).length / pairs.length;
  return pairs.length / lineCount > 0.5 && ended >= 0.7 ? { kind: 'line' } : { kind: 'spaced' };
}

function linePairs(group: readonly SourceLine[]): readonly LinePair[] {
  return group.slice(1).map((lower, index) => ({
    upper: withoutMarks(group[index]?.text ?? '').trimEnd(),
    lower: withoutMarks(lower.text).trim(),
  }));
}

/** The longest line but for the longest fiftieth: one long address must not hide at which width a file is wrapped. */
function wrapWidth(pairs: readonly LinePair[]): number {
  const widths = pairs.map((pair) => pair.upper.length).sort((a, b) => a - b);
  return widths[Math.ceil(widths.length * 0.98) - 1] ?? 0;
}

/** Whether the next line's first word had no room in this line, give or take what editors differ by. */
function isWrapped(pair: LinePair, width: number): boolean {
  // A script without spaces breaks its lines anywhere, and joins them without a space.
  const firstWord = isUnspaced(pair.lower.slice(0, 1)) ? 1 : (/^\S*/u.exec(pair.lower)?.[0].length ?? 0);
  return pair.upper.length + 1 + firstWord > width * 0.93;
}

/** Whether a sentence goes on from line to line, which tells more than two widths do. */
function runsOn({ upper, lower }: LinePair): boolean {
  return /[\p{L}\p{N},]$/u.test(upper) && /^\p{Ll}/u.test(lower) && upper.length >= narrowestWrap;
}

function endsParagraph(line: string): boolean {
  return /[.!?…:;,"”'’»)\]*_~–—-]$|[。！？：；、，」』）】〉》～〜―]$/u.test(line);
}

/** A short line that is indented by this many columns more than the others was set in the middle by hand. */
const centredIndent = 8;
const longestCentred = 60;

function paragraphsOf(group: LinesGroup, layout: LineLayout, usualIndent: number): readonly TextParagraph[] {
  const { lines } = group;
  const [only] = lines;
  if (only && lines.length === 1) return [asParagraph(only, textOf(only), [only.line], group.gap, usualIndent)];
  const indented = lines.some((line) => !isIndented(line)) && lines.some(isIndented);
  const paragraphs: { first: SourceLine; texts: string[]; lineNumbers: number[] }[] = [];
  lines.forEach((line, index) => {
    const upper = lines[index - 1];
    const last = paragraphs.at(-1);
    const joint = upper && last ? jointOf(upper, line, layout, indented) : undefined;
    const text = textOf(line);
    if (last && joint !== undefined) {
      last.texts.push(joint, text);
      if (joint === '\n') last.lineNumbers.push(line.line);
    } else paragraphs.push({ first: line, texts: [text], lineNumbers: [line.line] });
  });
  return paragraphs.map(({ first, texts, lineNumbers }, index) =>
    asParagraph(first, texts.join(''), lineNumbers, index === 0 ? group.gap : 0, usualIndent),
  );
}

function textOf(line: SourceLine): string {
  return line.text.replace(hardBreak, '').trim();
}

function asParagraph(
  first: SourceLine,
  text: string,
  lineNumbers: readonly number[],
  gap: number,
  usualIndent: number,
): TextParagraph {
  return {
    kind: 'paragraph',
    text,
    lineNumbers,
    gap,
    shape: first.is === 'quote' ? 'quote' : 'prose',
    isCentred:
      first.isCentred === true || (text.length <= longestCentred && indentOf(first) >= usualIndent + centredIndent),
    tagDepth: first.is === 'heading' ? first.depth : undefined,
  };
}

/** What goes between two neighbouring lines of one paragraph; `undefined` where the lower one starts a new paragraph. */
function jointOf(upper: SourceLine, lower: SourceLine, layout: LineLayout, indented: boolean): string | undefined {
  if (upper.text.includes(hardBreak)) return '\n';
  if (layout.kind === 'line') return undefined;
  // A full-width space begins a paragraph wherever it stands at the start of a line.
  if (lower.text.startsWith('\u3000')) return undefined;
  if (layout.kind === 'spaced') return '\n';
  if (indented && isIndented(lower)) return undefined;
  const pair = { upper: withoutMarks(upper.text).trimEnd(), lower: withoutMarks(lower.text).trim() };
  if (isWrapped(pair, layout.width)) return isUnspaced(pair.lower.slice(0, 1)) ? '' : ' ';
  return layout.dense ? undefined : '\n';
}

function isIndented(line: SourceLine): boolean {
  return /^(?:\t| {2}|\u3000|\u00a0{2})/u.test(line.text);
}
