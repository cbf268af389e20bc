import type { Reading, ShownLine, ShownProblem, ShownSheet } from '../../preview-protocol.js';
import { type Child, el } from '../dom.js';

const partNames: Readonly<Record<string, string>> = {
  'front-matter': 'front matter',
  data: 'read, not shown',
  heading: 'heading',
  note: 'note',
  break: 'scene break',
  'end-note': 'end note',
};

const readingNames: Readonly<Record<Reading, string>> = {
  note: 'a note',
  'end-note': 'an end note',
  text: 'text',
  title: 'the title',
};

/** Draws a chapter file with its line numbers, what each stretch was taken for, and every problem below its line. */
export function renderFile({ lines, problems }: ShownSheet): readonly Child[] {
  return lines.map((line, index) => {
    const number = index + 1;
    return renderLine(
      line,
      number,
      problems.filter((problem) => problem.line === number),
    );
  });
}

function renderLine(line: ShownLine, number: number, problems: readonly ShownProblem[]): HTMLElement {
  const { part, isFirst, text, partLine, readings } = line;
  const name = isFirst && part !== undefined ? partNames[part] : undefined;
  return el(
    'li',
    { id: `line-${number}`, class: `line part-${part ?? 'none'}`, 'data-key': `line-${number}`, tabindex: -1 },
    el('span', { class: 'number' }, String(number)),
    el(
      'div',
      { class: 'words' },
      name !== undefined && el('span', { class: 'taken' }, name),
      el('span', { class: 'typed' }, text),
      ...problems.map(renderProblem),
      readings.length > 0 && readAs(partLine, readings),
    ),
  );
}

function readAs(line: number, readings: readonly Reading[]): HTMLElement {
  const button = (reading: Reading) =>
    el(
      'button',
      {
        type: 'button',
        class: 'link',
        'data-act': 'read-as',
        'data-line': line,
        'data-reading': reading,
        'data-key': reading,
        'aria-label': `Read line ${line} as ${readingNames[reading]}`,
      },
      readingNames[reading],
    );
  return el('p', { class: 'read-as' }, 'Read as ', ...readings.flatMap((each, at) => [at > 0 && ' · ', button(each)]));
}

/** Draws a problem in full. */
function renderProblem({ severity, message, fix }: ShownProblem): HTMLElement {
  return el(
    'p',
    { class: `problem ${severity}` },
    el('strong', {}, `${severityNames[severity]}: `),
    `${message} ${fix}`,
  );
}

const severityNames = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Draws the list of all problems, each leading to its line. */
export function renderProblems({ problems, lines }: ShownSheet): readonly Child[] {
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
