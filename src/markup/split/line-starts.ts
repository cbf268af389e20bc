import { type FoundSpan, findAround, type ItemNumber, type Span } from './span.js';

const quoteMark = / *(>>> |> )/y;
const quotedLine = / *> /y;
const lineMark = / *(#{1,3} +(?=\S)|-# +(?=\S)|(?:[-*]|\d{1,10}\.) +(?=\S))/y;

/** The quote that begins with the line at `at`, and its mark: quotes do not nest. */
export function quoteAt(text: string, at: number, limit: number, parent: Span | undefined): FoundSpan | undefined {
  if (findAround(parent, 'quote') !== undefined) return undefined;
  const mark = matchAt(quoteMark, text, at, limit);
  if (mark === undefined) return undefined;
  const toTheEnd = mark[1] === '>>> ';
  let end = toTheEnd ? limit : lineEnd(text, at, limit);
  while (!toTheEnd && end < limit && matchAt(quotedLine, text, end + 1, limit)) end = lineEnd(text, end + 1, limit);
  return { kind: 'quote', start: at, inner: at, innerEnd: end, end, open: mark[1] ?? '', close: '' };
}

/** The mark of a quoted line: `> ` in front of each line, or `>>> ` in front of the first. */
export function quoteMarkAt(text: string, at: number, limit: number, quote: Span): FoundSpan | undefined {
  if (quote.open === '>>> ' && at !== quote.start) return undefined;
  const mark = matchAt(quoteMark, text, at, limit);
  if (mark === undefined) return undefined;
  const end = at + mark[0].length;
  return { kind: 'marker', start: at, inner: end, innerEnd: end, end, open: '', close: '' };
}

/** The heading, small print or list item that begins at `at`, where a line or a quoted line begins. */
export function lineBlockAt(text: string, at: number, limit: number): FoundSpan | undefined {
  const match = matchAt(lineMark, text, at, limit);
  if (match?.[1] === undefined) return undefined;
  const mark = match[1].trimEnd();
  const inner = at + match[0].length;
  if (inner === limit) return undefined;
  const end = lineEnd(text, inner, limit);
  const kind = mark === '-#' ? 'subtext' : mark.startsWith('#') ? 'heading' : 'item';
  if (kind !== 'item') return { kind, start: at, inner, innerEnd: end, end, open: `${mark} `, close: '' };
  const last = itemEnd(text, end, limit);
  return { kind, start: at, inner, innerEnd: last, end: last, open: '', close: '' };
}

/** Whether a piece that began with this text would begin with a quote, heading, list or small print. */
export function looksLikeLineStart(text: string, at: number): boolean {
  return [quoteMark, lineMark].some((mark) => matchAt(mark, text, at, text.length) !== undefined);
}

/** Numbers the items of lists as Discord does: on from the first, while one item follows the other line by line. */
export function itemCounter(text: string): (item: FoundSpan, lineStart: number) => ItemNumber | undefined {
  const lists = new Map<number, { shown: number; readonly listStart: number }>();
  let lastEnd = -1;
  return (item, lineStart) => {
    if (lineStart !== lastEnd + 1) lists.clear();
    lastEnd = item.end;
    const [mark = ''] = text.slice(item.start, item.inner).match(/\S+/) ?? [];
    const at = text.indexOf(mark, item.start);
    const indent = at - item.start;
    for (const deeper of lists.keys()) if (deeper > indent) lists.delete(deeper);
    const typed = mark.slice(0, -1);
    if (typed === '') {
      lists.delete(indent);
      return undefined;
    }
    const list = lists.get(indent);
    const shown = list === undefined ? Number(typed) : list.shown + 1;
    const listStart = list?.listStart ?? item.start;
    lists.set(indent, { shown, listStart });
    return { at, typed, shown, listStart };
  };
}

/** An item goes on in the lines below that are indented and no items. */
function itemEnd(text: string, firstLineEnd: number, limit: number): number {
  let end = firstLineEnd;
  while (end < limit && /^ +\S/.test(text.slice(end + 1, end + 40)) && !matchAt(lineMark, text, end + 1, limit)) {
    end = lineEnd(text, end + 1, limit);
  }
  return end;
}

function lineEnd(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? limit : Math.min(end, limit);
}

function matchAt(expression: RegExp, text: string, at: number, limit: number): RegExpExecArray | undefined {
  expression.lastIndex = at;
  const match = expression.exec(text);
  return match !== null && at + match[0].length <= limit ? match : undefined;
}
