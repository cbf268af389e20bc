import { withoutMarks } from '../normalise/style-marks.js';
import { isSceneBreak } from '../scene-break.js';
import { isBlank, type SourceLine } from '../source-lines.js';
import { markdownLooks, readMarkers } from '../text-emphasis.js';

/**
 * A stretch of lines, from `from` up to `to`, exclusive: a paragraph or quote that needs no parser, or some blocks that
 * do. Most of a chapter is of the first kind, and short stretches keep the parser's time in line with the length.
 */
export interface Stretch {
  readonly kind: 'prose' | 'quote' | 'break' | 'marked';
  readonly from: number;
  readonly to: number;
}

/** Larger stretches take longer for their length, and smaller ones cost more to start. */
const mostGroups = 40;
const mostLines = 200;

/** What begins a block of another kind, or goes on with it. */
const blockMark = /^\s*(?:#{1,6}(?=\s|$)|>|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$)|(?:=+|-+)\s*$)/u;
const quoteMark = /^\s{0,3}>[^\S\n]?/u;
const listMark = /^\s*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]{1,200}\]:)(?=\s|$)/u;
/** What the parser may take for more than words; stars and underscores are looked at by themselves. */
const inlineMark = /[\\`<|]|~~|&[#\w]|\]\(|\]\[|\[\^|\]:|\[[ xX]?\]/u;

/** Cuts the lines between two indices at blank ones; `labels` are those of the file's link definitions. */
export function stretches(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  labels: ReadonlySet<string>,
): readonly Stretch[] {
  const found: Stretch[] = [];
  let groups = 0;
  let isList = false;
  for (let at = from; at < to; ) {
    if (isBlank(lines[at]) && lines[at]?.is !== 'code') {
      at += 1;
      continue;
    }
    const end = groupEnd(lines, at, to);
    const kind = kindOf(lines, at, end, labels);
    const last = found.at(-1);
    const goesOn: boolean = isList && /^\s/u.test(lines[at]?.text ?? '');
    const opensList = listMark.test(lines[at]?.text ?? '');
    const fits = groups < mostGroups && last !== undefined && end - last.from < mostLines;
    if (last?.kind === 'marked' && (kind === 'marked' || goesOn) && fits) {
      found[found.length - 1] = { ...last, to: end };
      groups += 1;
    } else {
      found.push({ kind, from: at, to: end });
      groups = 1;
    }
    isList = (opensList && kind === 'marked') || goesOn;
    at = end;
  }
  return found;
}

/** Lines up to the next blank one; code holds blank lines. */
function groupEnd(lines: readonly SourceLine[], from: number, to: number): number {
  let end = from + 1;
  while (end < to && (lines[end]?.is === 'code' || !isBlank(lines[end]))) end += 1;
  return end;
}

function kindOf(lines: readonly SourceLine[], from: number, to: number, labels: ReadonlySet<string>): Stretch['kind'] {
  const group = lines.slice(from, to);
  const [first] = group;
  if (group.length === 1 && first && (first.is === 'rule' || isSceneBreak(withoutMarks(first.text)))) return 'break';
  if (group.some((line) => line.is === 'code')) return 'marked';
  const quote = group.every((line) => quoteMark.test(line.text));
  const texts = group.map((line) => (quote ? line.text.replace(quoteMark, '') : line.text));
  if (texts.some((text) => blockMark.test(text) || inlineMark.test(text) || isSceneBreak(text))) return 'marked';
  if (quote && texts.some((text) => text.trim() === '')) return 'marked';
  const text = texts.join('\n');
  if (text.includes('[') && labels.size > 0 && labelsIn(text).some((label) => labels.has(label))) return 'marked';
  if (!hasPlainMarks(text)) return 'marked';
  return quote ? 'quote' : 'prose';
}

/**
 * Whether every star and underscore either belongs to clear emphasis or can be none to anybody: in a word, between spaces,
 * the only one there is.
 */
function hasPlainMarks(text: string): boolean {
  if (!/[*_]/u.test(text)) return true;
  const runs = [...text.matchAll(/\*+|_+/gu)];
  if (runs.length === 1) return true;
  const paired = new Set(readMarkers(text, markdownLooks).pairs.flatMap(([open, close]) => [open.start, close.start]));
  return runs.every(({ 0: run, index }) => {
    if (paired.has(index)) return run.length < 3;
    const [before, after] = [text[index - 1] ?? ' ', text[index + run.length] ?? ' '];
    const isInWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    return (/\s/u.test(before) && /\s/u.test(after)) || (run.startsWith('_') && isInWord);
  });
}

/** The labels of links that a text may hold, as the parser compares them. */
export function labelsIn(text: string): readonly string[] {
  return [...text.matchAll(/\[(?<label>[^[\]]{1,200})\]/gu)].map((match) => asLabel(match.groups?.['label'] ?? ''));
}

/** A label as the parser compares it. */
export function asLabel(label: string): string {
  return label.trim().replace(/\s+/gu, ' ').toLowerCase();
}
