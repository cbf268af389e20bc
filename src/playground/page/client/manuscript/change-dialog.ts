import type { Change, DiffLine, PreviewAction, PreviewOutcome } from '../../preview-protocol.js';
import { el } from '../dom.js';

/** What is asked for, of which file. */
export interface WantedChange {
  readonly file: string;
  readonly change: Change;
}

/**
 * Asks what a change would write, shows that, and writes it where the author says so. Resolves with a sentence about what
 * came of it; undefined where it was left.
 */
export async function confirmChange(
  { file, change }: WantedChange,
  send: (action: PreviewAction) => Promise<PreviewOutcome>,
): Promise<string | undefined> {
  const proposal = await send({ kind: 'propose', file, change });
  if (proposal.kind === 'refused') return proposal.why;
  if (proposal.kind === 'done') return 'The file says so already.';
  if (!(await ask(file, proposal.diff))) return undefined;
  const outcome = await send({ kind: 'write', file, change, version: proposal.version });
  return outcome.kind === 'refused' ? outcome.why : `Written to ${file}.`;
}

function ask(file: string, diff: readonly DiffLine[]): Promise<boolean> {
  const leave = el('button', { type: 'button', class: 'button secondary' }, 'Leave it');
  const write = el('button', { type: 'button', class: 'button primary' }, 'Write it');
  const dialog = el(
    'dialog',
    { class: 'change', 'aria-labelledby': 'change-title' },
    el('h2', { id: 'change-title' }, 'This is written into the file'),
    el('p', { class: 'note' }, file),
    el('ul', { class: 'diff', tabindex: 0, 'aria-label': 'Lines that change' }, ...diff.map(diffLine)),
    el('div', { class: 'buttons' }, leave, write),
  );
  let isWanted = false;
  leave.addEventListener('click', () => dialog.close());
  write.addEventListener('click', () => {
    isWanted = true;
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  write.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(isWanted);
    });
  });
}

const marks = { same: ' ', gone: '−', new: '+' } as const;
const spoken = { same: '', gone: 'Removed: ', new: 'Added: ' } as const;

function diffLine(line: DiffLine): HTMLElement {
  if (line.kind === 'skipped') return el('li', { class: 'skipped' }, `${line.count} lines stay as they are`);
  const { kind, text } = line;
  return el(
    'li',
    { class: kind },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, marks[kind]),
    el('span', { class: 'hidden' }, spoken[kind]),
    el('span', { class: 'typed' }, text),
  );
}
