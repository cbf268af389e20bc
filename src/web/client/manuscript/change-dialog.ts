import type { Change } from '../../../preview/fix/change-reading.js';
import type { ChangeOutcome } from '../../../preview/fix/changes.js';
import type { DiffLine } from '../../../preview/fix/diff-lines.js';
import type { Sheet } from '../../../preview/sheet.js';
import type { PreviewAction } from '../../preview-protocol.js';
import { el, fill } from '../dom.js';
import { radioChoice } from './radio-choice.js';

type Send = (action: PreviewAction) => Promise<ChangeOutcome>;
type Proposal = Extract<ChangeOutcome, { readonly kind: 'proposal' }>;

/** What came of a change that its author was asked about. */
export interface Answered {
  readonly isWritten: boolean;
  /** A sentence for the author. */
  readonly said: string;
}

/**
 * Asks what a change would write, shows that, and writes it where the author says so; where it could stand for the whole story
 * they choose. Resolves with what came of it; undefined where it was left.
 */
export async function confirmChange(
  { file, version }: Pick<Sheet, 'file' | 'version'>,
  change: Change,
  send: Send,
): Promise<Answered | undefined> {
  const propose = (wanted: Change) => send({ kind: 'propose', file, change: wanted, version });
  const first = await propose(change);
  if (first.kind === 'done') return { isWritten: false, said: 'The file says so already.' };
  const agreed = await ask(change, first, propose);
  if (agreed === undefined) return undefined;
  const outcome = await send({ kind: 'write', file, change: agreed.change, version: agreed.proposal.version });
  return outcome.kind === 'refused'
    ? { isWritten: false, said: outcome.why }
    : { isWritten: true, said: `Written to ${agreed.proposal.file}.` };
}

interface Agreed {
  readonly change: Change;
  readonly proposal: Proposal;
}

function ask(
  change: Change,
  first: ChangeOutcome,
  propose: (change: Change) => Promise<ChangeOutcome>,
): Promise<Agreed | undefined> {
  const leave = el('button', { type: 'button', class: 'button secondary' }, 'Leave it');
  const write = el('button', { type: 'button', class: 'button primary' }, 'Write it');
  const shown = el('div', { 'aria-live': 'polite' });
  const scope = radioChoice('scope', 'Where it is written', {
    chapter: 'In this chapter',
    story: 'In the whole story (story.yaml)',
  });
  const dialog = el(
    'dialog',
    { class: 'change', 'aria-labelledby': 'change-title' },
    el('h2', { id: 'change-title' }, 'This will be written'),
    change.kind === 'read-as' && scope.element,
    shown,
    el('div', { class: 'buttons' }, leave, write),
  );
  let standing: Agreed | undefined;
  const show = (wanted: Change, outcome: ChangeOutcome) => {
    standing = outcome.kind === 'proposal' ? { change: wanted, proposal: outcome } : undefined;
    write.disabled = standing === undefined;
    fill(shown, ...proposed(outcome));
  };
  scope.element.addEventListener('change', async () => {
    if (change.kind !== 'read-as') return;
    const wanted = { ...change, scope: scope.chosen() };
    write.disabled = true;
    const outcome = await propose(wanted);
    // Another may have been chosen while it was asked for.
    if (wanted.scope === scope.chosen()) show(wanted, outcome);
  });
  let agreed: Agreed | undefined;
  leave.addEventListener('click', () => dialog.close());
  write.addEventListener('click', () => {
    agreed = standing;
    dialog.close();
  });
  show(change, first);
  document.body.append(dialog);
  dialog.showModal();
  (write.disabled ? leave : write).focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(agreed);
    });
  });
}

function proposed(outcome: ChangeOutcome): readonly HTMLElement[] {
  if (outcome.kind === 'refused') return [el('p', { class: 'problem warning' }, outcome.why)];
  if (outcome.kind === 'done') return [el('p', {}, 'It says so already.')];
  const { file, isNew, alsoIn, diff } = outcome;
  const others =
    alsoIn === 1 ? 'It is read so in 1 other chapter, too.' : `It is read so in ${alsoIn} other chapters, too.`;
  return [
    el('p', { class: 'note' }, `${isNew ? 'Into a new file, ' : 'Into '}${file}${isNew ? '.' : ':'}`),
    ...(alsoIn > 0 ? [el('p', { class: 'note' }, others)] : []),
    el('ul', { class: 'diff', tabindex: 0, 'aria-label': 'Lines that change' }, ...diff.map(diffLine)),
  ];
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
