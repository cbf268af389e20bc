import { runEnd } from './closer-search.js';
import type { FoundSpan } from './span.js';

/** Finds the code that the backticks at `at`, where their run begins, open. */
export type CodeMatcher = (at: number, limit: number) => FoundSpan | undefined;

/** A matcher for fenced blocks and inline code, for one reading of one text; asked with growing offsets. */
export function codeMatcher(text: string): CodeMatcher {
  const nextFence = growingIndexOf(text, '```');
  let ticks: ((length: number, from: number) => number | undefined) | undefined;
  return (at, limit) => {
    const contentStart = runEnd(text, at);
    const fence = contentStart - at >= 3 ? fenceAt(text, at, limit, nextFence) : undefined;
    if (fence !== undefined) return fence;
    ticks ??= tickRuns(text);
    // Of a longer run than the closing one, what is left over is the first of the code.
    for (let length = contentStart - at; length > 0; length -= 1) {
      const close = ticks(length, contentStart);
      if (close !== undefined && close + length <= limit) return inlineCode(at, length, close);
    }
    return undefined;
  };
}

function inlineCode(start: number, length: number, innerEnd: number): FoundSpan {
  const ticks = '`'.repeat(length);
  return { kind: 'code', start, inner: start + length, innerEnd, end: innerEnd + length, open: ticks, close: ticks };
}

const language = /[a-z0-9_+\-.#]{1,64}\n/iy;

/** A fence's language is the word that fills the rest of its line; a fence may also open and close within a line. */
function fenceAt(
  text: string,
  start: number,
  limit: number,
  nextFence: (from: number) => number,
): FoundSpan | undefined {
  language.lastIndex = start + 3;
  const named = language.test(text) ? language.lastIndex : undefined;
  const name = named === undefined ? '' : text.slice(start + 3, named - 1);
  let inner = named ?? start + 3;
  while (text.charAt(inner) === '\n') inner += 1;
  const close = nextFence(Math.max(inner + 1, runEnd(text, start)));
  if (close < 0 || close + 3 > limit) return undefined;
  let innerEnd = close;
  while (innerEnd > inner && text.charAt(innerEnd - 1) === '\n') innerEnd -= 1;
  const fence = { kind: 'fence', start, inner, innerEnd, end: close + 3 } as const;
  // What is all in one line stays so: the line may be a heading's or an item's.
  if (!text.slice(start, close).includes('\n')) return { ...fence, open: '```', close: '```' };
  return { ...fence, open: `\`\`\`${name}\n`, close: '\n```' };
}

/** `indexOf` for growing offsets: what was found is kept until it is passed. */
function growingIndexOf(text: string, part: string): (from: number) => number {
  let found = 0;
  let asked = false;
  return (from) => {
    if (!asked || (found >= 0 && found < from)) found = text.indexOf(part, from);
    asked = true;
    return found;
  };
}

/** The first run of exactly that many backticks at or after an offset. It is asked with growing offsets. */
function tickRuns(text: string): (length: number, from: number) => number | undefined {
  const startsByLength = new Map<number, { readonly starts: number[]; next: number }>();
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    const end = runEnd(text, at);
    const runs = startsByLength.get(end - at);
    if (runs === undefined) startsByLength.set(end - at, { starts: [at], next: 0 });
    else runs.starts.push(at);
    at = end;
  }
  return (length, from) => {
    const runs = startsByLength.get(length);
    if (runs === undefined) return undefined;
    while ((runs.starts[runs.next] ?? from) < from) runs.next += 1;
    return runs.starts[runs.next];
  };
}
