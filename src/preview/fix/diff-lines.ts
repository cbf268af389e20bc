import { diffArrays } from 'diff';

/** A line of a change: one that stays, goes or comes; between stretches that are far apart, how many lines are left out. */
export type DiffLine =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** How many lines are shown around what changes. */
const context = 2;

/** What changes from one text to another, line by line, with a little around it. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const stretches = diffArrays([...before], [...after]);
  return stretches.flatMap(({ value, added, removed }, index): readonly DiffLine[] => {
    if (added || removed) return value.map((text) => ({ kind: added ? 'new' : 'gone', text }));
    const start = index === 0 ? 0 : context;
    const end = index === stretches.length - 1 ? value.length : value.length - context;
    const count = Math.max(0, end - start);
    const same = (lines: readonly string[]) => lines.map((text) => ({ kind: 'same', text }) as const);
    return count === 0
      ? same(value)
      : [...same(value.slice(0, start)), { kind: 'skipped', count }, ...same(value.slice(end))];
  });
}
