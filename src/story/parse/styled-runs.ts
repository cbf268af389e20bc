/** The styles that prose uses; the order settles which opens first where two cover the same words. */
const styles = ['spoiler', 'strike', 'underline', 'bold', 'italic'] as const;
export type Style = (typeof styles)[number];

/** A stretch of text in one set of styles. `markup` is escaped already, or complete markup of its own (a link, code). */
export interface StyledRun {
  readonly markup: string;
  readonly styles: ReadonlySet<Style>;
}

/** Words in no style at all. */
export const unstyled: ReadonlySet<Style> = new Set();

const markers = { spoiler: '||', strike: '~~', underline: '__', bold: '**', italic: '*' } as const satisfies Record<
  Style,
  string
>;

/** An open style and the marker that will close it. */
interface OpenStyle {
  readonly style: Style;
  readonly marker: string;
}

/**
 * Writes runs as Discord markup: each style opened and closed as seldom as possible, always nested, never at white space.
 * The same words come out whatever the styles are.
 */
export function renderRuns(runs: readonly StyledRun[]): string {
  if (runs.every((run) => run.styles.size === 0)) return runs.map((run) => run.markup).join('');
  const settled = settleSpaces(runs.filter((run) => run.markup !== ''));
  const open: OpenStyle[] = [];
  const out: string[] = [];
  settled.forEach((run, index) => {
    const keep = open.findIndex(({ style }) => !run.styles.has(style));
    if (keep >= 0) out.push(...closing(open.splice(keep)));
    for (const style of opening(settled, index, open)) {
      const marker = markerOf(style, settled, index, out.slice(-2).join(''));
      open.push({ style, marker });
      out.push(marker);
    }
    out.push(run.markup);
  });
  return [...out, ...closing(open)].join('');
}

function closing(open: readonly OpenStyle[]): readonly string[] {
  return open.map(({ marker }) => marker).reverse();
}

/** The styles that start with this run, the one that lasts longest first, so that none has to be closed early. */
function opening(runs: readonly StyledRun[], index: number, open: readonly OpenStyle[]): readonly Style[] {
  const last = (style: Style) => lastOf(runs, index, style);
  return styles
    .filter((style) => runs[index]?.styles.has(style) && !open.some((each) => each.style === style))
    .sort((a, b) => last(b) - last(a));
}

function lastOf(runs: readonly StyledRun[], index: number, style: Style): number {
  let last = index;
  while (runs[last + 1]?.styles.has(style)) last += 1;
  return last;
}

/**
 * Italics are `*`, which Discord takes inside words too, unless that would run into the `**` of a neighbour: three stars
 * in a row belong to the run that takes them first. There `_` is clear, where no word goes on after it.
 */
function markerOf(style: Style, runs: readonly StyledRun[], index: number, before: string): string {
  if (style !== 'italic') return markers[style];
  const last = lastOf(runs, index, style);
  const next = runs[last + 1];
  const starBefore = /(?<!\\)\*$/u.test(before) && !runs[index]?.styles.has('bold');
  const starAfter = next?.styles.has('bold') === true && !runs[last]?.styles.has('bold');
  const inside = runs.slice(index, last + 1).some((run) => run.markup.includes('_'));
  const clear = !inside && !/^\w/u.test(next?.markup ?? '') && !/\w$/u.test(before);
  return (starBefore || starAfter) && (clear || (starAfter && !inside)) ? '_' : markers.italic;
}

/** White space at the edge of a style belongs to neither side, or the marker beside it would not count as one. */
function settleSpaces(runs: readonly StyledRun[]): readonly StyledRun[] {
  const parts = runs.flatMap(splitSpaces);
  const wordStyles = (order: readonly StyledRun[]) => {
    let styles: ReadonlySet<Style> = new Set();
    return order.map((part) => {
      if (part.markup.trim() !== '') styles = part.styles;
      return styles;
    });
  };
  const left = wordStyles(parts);
  const right = wordStyles([...parts].reverse()).reverse();
  return parts.map((part, index) =>
    part.markup.trim() === ''
      ? { ...part, styles: new Set([...(left[index] ?? [])].filter((style) => right[index]?.has(style))) }
      : part,
  );
}

function splitSpaces(run: StyledRun): readonly StyledRun[] {
  const start = run.markup.length - run.markup.trimStart().length;
  const end = Math.max(start, run.markup.trimEnd().length);
  return [run.markup.slice(0, start), run.markup.slice(start, end), run.markup.slice(end)]
    .filter((markup) => markup !== '')
    .map((markup) => ({ markup, styles: run.styles }));
}
