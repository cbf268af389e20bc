import type { Sheet, SheetProblem } from '../../../preview/sheet.js';
import { type Child, el } from '../dom.js';
import { renderBlockLabel } from './block-label.js';

/** Draws a chapter file with its line numbers, what each block was taken for and could be, and every problem below its line. */
export function renderFile({ lines, problems, blocks }: Sheet): readonly Child[] {
  const labels = new Map<number, HTMLElement[]>();
  for (const [index, block] of blocks.entries()) {
    labels.set(block.line, [...(labels.get(block.line) ?? []), renderBlockLabel(block, index)]);
  }
  const below = Map.groupBy(problems, ({ line }) => line);
  return lines.map(({ text, part }, index) => {
    const number = index + 1;
    const label = number === 1 && part === 'front-matter' ? [el('span', { class: 'label taken' }, 'front matter')] : [];
    return el(
      'li',
      { id: `line-${number}`, class: `line part-${part ?? 'none'}`, 'data-key': `line-${number}`, tabindex: -1 },
      el('span', { class: 'number' }, String(number)),
      el(
        'div',
        { class: 'words' },
        ...label,
        ...(labels.get(number) ?? []),
        el('span', { class: 'typed' }, text),
        ...(below.get(number) ?? []).map(renderProblem),
      ),
    );
  });
}

/** Draws a problem in full. */
function renderProblem({ severity, message, fix }: SheetProblem): HTMLElement {
  return el(
    'p',
    { class: `problem ${severity}` },
    el('strong', {}, `${severityNames[severity]}: `),
    `${message} ${fix}`,
  );
}

const severityNames = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Draws the list of all problems, each leading to its line. */
export function renderProblems({ problems, lines }: Sheet): readonly Child[] {
  if (problems.length === 0) return [el('p', { class: 'fine' }, 'Nothing is unclear in this file.')];
  return problems.map(({ severity, message, fix, line }, index) =>
    el(
      'p',
      { class: `problem ${severity}`, 'data-key': `problem-${index}` },
      el('strong', {}, `${severityNames[severity]}: `),
      // A file that cannot be read has no lines to show it at.
      ...(line > lines.length || lines.length === 1
        ? [`${message} ${fix}`]
        : [
            `${message} `,
            el('button', { type: 'button', class: 'link', 'data-act': 'go', 'data-line': line }, `Line ${line}`),
          ]),
    ),
  );
}
