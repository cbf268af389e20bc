import type { ProblemList } from '../problem-list.js';
import type { SourceLine } from '../source-lines.js';
import { removed } from './style-marks.js';

/** Takes out HTML comments, and in Markdown Obsidian's `%%comment%%`, over several lines too; each is said as info. */
export function removeComments(
  lines: readonly SourceLine[],
  isMarkdown: boolean,
  problems: ProblemList,
): readonly SourceLine[] {
  const withoutHtml = removeBetween(lines, { open: '<!--', close: '-->', reach: lines.length }, problems);
  return isMarkdown ? removeBetween(withoutHtml, { open: '%%', close: '%%', reach: farthest }, problems) : withoutHtml;
}

/** Two signs with nothing between them that readers see; `reach` in lines. */
interface Hiding {
  readonly open: string;
  readonly close: string;
  readonly reach: number;
}

/** Two stray `%%` far from each other hide nothing: a chapter must not lose its text by them. */
const farthest = 30;

function removeBetween(
  lines: readonly SourceLine[],
  { open, close, reach }: Hiding,
  problems: ProblemList,
): readonly SourceLine[] {
  if (!lines.some((line) => line.text.includes(open))) return lines;
  const closing = closingLines(lines, close);
  let isInside = false;
  return lines.map((line, index) => {
    if (line.is === 'code') return line;
    const isFollowed = (closing[index] ?? Number.POSITIVE_INFINITY) - index <= reach;
    const lastClose = line.text.lastIndexOf(close);
    const kept: string[] = isInside ? [removed] : [];
    let from = 0;
    for (;;) {
      const at = line.text.indexOf(isInside ? close : open, from);
      if (at < 0) break;
      const next = at + (isInside ? close : open).length;
      const begins = !isInside && (isFollowed || lastClose >= next) && !isOrnament(line.text, at, open);
      if (begins) kept.push(line.text.slice(from, at), removed);
      else if (!isInside) kept.push(line.text.slice(from, next));
      if (begins) problems.add(line.line, leftOut);
      isInside = begins;
      from = next;
    }
    if (!isInside) kept.push(line.text.slice(from));
    const text = kept.join('');
    return text === line.text ? line : { ...line, text };
  });
}

/** For each line the index of the next one below it that holds the sign, looked up once for all. */
function closingLines(lines: readonly SourceLine[], close: string): readonly number[] {
  const next: number[] = [];
  let at = Number.POSITIVE_INFINITY;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = at;
    const line = lines[index];
    if (line && line.is !== 'code' && line.text.includes(close)) at = index;
  }
  return next;
}

/** `%%%%` draws a line, and `100%%` is none of Obsidian's. */
function isOrnament(text: string, at: number, open: string): boolean {
  return open === '%%' && (text[at - 1] === '%' || text[at + 2] === '%' || /\d/u.test(text[at - 1] ?? ''));
}

const leftOut = {
  severity: 'info',
  code: 'comment-left-out',
  message: 'A comment stands here; readers do not see it.',
  fix: 'Nothing to do, unless it was meant for readers.',
} as const;
