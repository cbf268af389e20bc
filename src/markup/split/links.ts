import type { FoundSpan } from './span.js';

/** Finds the masked link, `[label](https://…)`, that the bracket at `at` opens. */
export type LinkMatcher = (at: number, limit: number) => FoundSpan | undefined;

// 2,048 is the longest link that Discord takes; the bound also keeps a row of broken links linear.
const target =
  /\(\s{0,9}(?:<https?:\/\/[^\s<>]{1,2048}>|https?:\/\/(?:\([^\s()]{0,2048}\)|\\.|[^\s()\\]){1,2048})(?:\s{1,9}"[^"\n]{0,256}")?\s{0,9}\)/y;

/** A matcher for masked links, for one reading of one text. */
export function linkMatcher(text: string): LinkMatcher {
  let labels: ReadonlyMap<number, number> | undefined;
  return (at, limit) => {
    labels ??= labelEnds(text);
    const labelEnd = labels.get(at);
    if (labelEnd === undefined || labelEnd >= limit || labelEnd === at + 1) return undefined;
    target.lastIndex = labelEnd + 1;
    if (!target.test(text) || target.lastIndex > limit) return undefined;
    const end = target.lastIndex;
    const close = text.slice(labelEnd, end);
    return { kind: 'link', start: at, inner: at + 1, innerEnd: labelEnd, end, open: '[', close };
  };
}

/** Offsets of the brackets that open a label, with those of the brackets that close it before a `(`. */
function labelEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  if (!text.includes('](')) return ends;
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (bracket === '[') open.push(index);
    if (bracket !== ']') continue;
    const start = open.pop();
    if (start !== undefined && text.charAt(index + 1) === '(') ends.set(start, index);
  }
  return ends;
}
