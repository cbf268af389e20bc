/** A line of a change: one that stays, goes or comes; between stretches that are far apart, how many lines are left out. */
export type DiffLine =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

type PlainLine = Extract<DiffLine, { readonly text: string }>;

/** How many lines are shown around what changes. */
const context = 2;
/** Above this product of changed lines the table would be large; then all old ones go and all new ones come. */
const largestTable = 4_000_000;

/** What changes from one text to another, line by line, with a little around it. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).reverse(), after.slice(start).reverse());
  const same = (lines: readonly string[]): readonly PlainLine[] => lines.map((text) => ({ kind: 'same', text }));
  return fold([
    ...same(before.slice(0, start)),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ]);
}

function commonStart(before: readonly string[], after: readonly string[]): number {
  const differs = before.findIndex((text, index) => index >= after.length || after[index] !== text);
  return differs < 0 ? before.length : differs;
}

/** A blank line is the same as any other by chance; what is written is worth more to be shown as staying. */
function worth(line: string | undefined): number {
  return line === undefined || line.trim() === '' ? 1 : 4;
}

/** What is worth most in common stays, by the classic table of longest common subsequences. */
function middle(before: readonly string[], after: readonly string[]): readonly PlainLine[] {
  const gone = (text: string): PlainLine => ({ kind: 'gone', text });
  const come = (text: string): PlainLine => ({ kind: 'new', text });
  if (before.length * after.length > largestTable) return [...before.map(gone), ...after.map(come)];
  const width = after.length + 1;
  const most = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number) => most[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      most[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + worth(before[row])
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: PlainLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const [old = '', fresh = ''] = [before[row], after[column]];
    if (row < before.length && column < after.length && old === fresh) {
      lines.push({ kind: 'same', text: old });
      row += 1;
      column += 1;
    } else if (column === after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1))) {
      lines.push(gone(old));
      row += 1;
    } else {
      lines.push(come(fresh));
      column += 1;
    }
  }
  return lines;
}

/** Leaves out what stays and is far from what changes. */
function fold(lines: readonly PlainLine[]): readonly DiffLine[] {
  const changes = lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  const near = new Set(
    changes.flatMap((at) => Array.from({ length: 2 * context + 1 }, (_, each) => at - context + each)),
  );
  const folded: DiffLine[] = [];
  for (const [index, line] of lines.entries()) {
    const last = folded.at(-1);
    if (near.has(index)) folded.push(line);
    else if (last?.kind === 'skipped') folded[folded.length - 1] = { kind: 'skipped', count: last.count + 1 };
    else folded.push({ kind: 'skipped', count: 1 });
  }
  return folded;
}
