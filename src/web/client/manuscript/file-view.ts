import { html, nothing, type TemplateResult } from 'lit';
import type { Sheet, SheetProblem } from '../../../preview/sheet.js';
import type { Drawn } from '../drawn.js';
import { renderBlockLabel } from './block-label.js';

/**
 * Draws a chapter file with its line numbers, what each block was taken for and could be, and every problem below its line.
 * `opened` says of what its author opened or closed whether it is open.
 */
export function renderFile({ lines, problems, blocks }: Sheet, opened: ReadonlyMap<string, boolean>): Drawn {
  const above = Map.groupBy(blocks.entries(), ([, { line }]) => line);
  const below = Map.groupBy(problems, ({ line }) => line);
  return lines.map(({ text, part }, index) => {
    const number = index + 1;
    const isFields = number === 1 && part === 'front-matter';
    const labels = (above.get(number) ?? []).map(([at, block]) => renderBlockLabel(block, at, opened));
    const found = (below.get(number) ?? []).map((problem) =>
      renderProblem(problem, `${problem.message} ${problem.fix}`),
    );
    return html`<li id="line-${number}" class="line part-${part ?? 'none'}" tabindex="-1">
      <span class="number">${number}</span>
      <div class="words">${isFields ? html`<span class="label taken">front matter</span>` : nothing}${labels}<span class="typed">${text}</span>${found}</div>
    </li>`;
  });
}

const severityNames = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

function renderProblem({ severity }: SheetProblem, words: Drawn): TemplateResult {
  return html`<p class="problem ${severity}"><strong>${severityNames[severity]}: </strong>${words}</p>`;
}

/** Draws the list of all problems, each leading to its line. */
export function renderProblems({ problems, lines }: Sheet): Drawn {
  if (problems.length === 0) return html`<p class="fine">Nothing is unclear in this file.</p>`;
  return problems.map((problem) => {
    const { message, fix, line } = problem;
    // A file that cannot be read has no lines to show it at.
    if (line > lines.length || lines.length === 1) return renderProblem(problem, `${message} ${fix}`);
    const way = html`<button type="button" class="link" data-act="go" data-line=${line}>Line ${line}</button>`;
    return renderProblem(problem, [`${message} `, way]);
  });
}
