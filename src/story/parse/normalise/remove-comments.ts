import type { ProblemList } from '../problem-list.js';
import type { SourceLine } from '../source-lines.js';
import { removed } from './style-marks.js';

/** Takes out HTML comments, and in Markdown Obsidian's `%%comment%%`, over several lines too; each is said as info. */
export function removeComments(
  lines: readonly SourceLine[],
  isMarkdown: boolean,
  problems: ProblemList,
): readonly SourceLine[] {
  const withoutHtml = removeBetween(lines, '<!--', '-->', problems);
  return isMarkdown ? removeBetween(withoutHtml, '%%', '%%', problems) : withoutHtml;
}

function removeBetween(
  lines: readonly SourceLine[],
  open: string,
  close: string,
  problems: ProblemList,
): readonly SourceLine[] {
  // Only where a line behind holds the end, a comment begins: looked up once, so that many beginnings cost nothing.
  const last = lines.findLastIndex((line) => line.is !== 'code' && line.text.includes(close));
  if (last < 0 || !lines.some((line) => line.text.includes(open))) return lines;
  let isInside = false;
  return lines.map((line, index) => {
    if (line.is === 'code') return line;
    let text = isInside ? removed : '';
    let from = 0;
    for (;;) {
      const at = line.text.indexOf(isInside ? close : open, from);
      const next = at + (isInside ? close : open).length;
      if (at < 0) break;
      if (isInside) isInside = false;
      else if (!closes(line.text, next, close, index < last) || isOrnament(line.text, at, open)) {
        text += line.text.slice(from, next);
        from = next;
        continue;
      } else {
        text += line.text.slice(from, at) + removed;
        isInside = true;
        problems.add(line.line, leftOut);
      }
      from = next;
    }
    if (!isInside) text += line.text.slice(from);
    return text === line.text ? line : { ...line, text };
  });
}

function closes(text: string, from: number, close: string, hasLater: boolean): boolean {
  return hasLater || text.lastIndexOf(close) >= from;
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
