import { html, nothing } from 'lit';
import type { Change } from '../../../preview/fix/change-reading.js';
import type { ChangeOutcome } from '../../../preview/fix/changes.js';
import type { DiffLine } from '../../../preview/fix/diff-lines.js';
import type { Sheet } from '../../../preview/sheet.js';
import type { PreviewAction } from '../../preview-protocol.js';
import { showDialog } from '../dialog.js';
import type { Drawn } from '../drawn.js';
import { renderRadioChoice } from './radio-choice.js';

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

const scopes = { chapter: 'In this chapter', story: 'In the whole story (story.yaml)' } as const;

function ask(
  asked: Change,
  first: ChangeOutcome,
  propose: (change: Change) => Promise<ChangeOutcome>,
): Promise<Agreed | undefined> {
  let change = asked;
  /** What came of asking for it; undefined while that is on its way. */
  let outcome: ChangeOutcome | undefined = first;
  let shown: Drawn = proposed(first);
  return showDialog<Agreed>('change', ({ close, redraw }) => {
    const agreed = outcome?.kind === 'proposal' ? { change, proposal: outcome } : undefined;
    const choose = async (scope: keyof typeof scopes) => {
      if (change.kind !== 'read-as') return;
      const wanted = { ...change, scope };
      change = wanted;
      outcome = undefined;
      redraw();
      const found = await propose(wanted);
      // Another may have been chosen while it was asked for.
      if (change !== wanted) return;
      outcome = found;
      shown = proposed(found);
      redraw();
    };
    return html`<h2 id="dialog-title">This will be written</h2>
      ${change.kind === 'read-as' ? renderRadioChoice('Where it is written', scopes, change.scope, (scope) => void choose(scope)) : nothing}
      <div aria-live="polite">${shown}</div>
      <div class="buttons">
        <button type="button" class="button secondary" @click=${() => close()}>Leave it</button>
        <button type="button" class="button primary" ?disabled=${agreed === undefined} ?autofocus=${first.kind === 'proposal'} @click=${() => close(agreed)}>Write it</button>
      </div>`;
  });
}

function proposed(outcome: ChangeOutcome): Drawn {
  if (outcome.kind === 'refused') return html`<p class="problem warning">${outcome.why}</p>`;
  if (outcome.kind === 'done') return html`<p>It says so already.</p>`;
  const { file, isNew, alsoIn, diff } = outcome;
  const others = `It is read so in ${alsoIn} other ${alsoIn === 1 ? 'chapter' : 'chapters'}, too.`;
  return html`<p class="note">${isNew ? `Into a new file, ${file}.` : `Into ${file}:`}</p>
    ${alsoIn > 0 ? html`<p class="note">${others}</p>` : nothing}
    <ul class="diff" tabindex="0" aria-label="Lines that change">${diff.map(renderLine)}</ul>`;
}

const marks = { same: ' ', gone: '−', new: '+' } as const;
const spoken = { same: '', gone: 'Removed: ', new: 'Added: ' } as const;

function renderLine(line: DiffLine): Drawn {
  if (line.kind === 'skipped') return html`<li class="skipped">${line.count} lines stay as they are</li>`;
  const { kind, text } = line;
  return html`<li class=${kind}><span class="mark" aria-hidden="true">${marks[kind]}</span><span class="hidden">${spoken[kind]}</span><span class="typed">${text}</span></li>`;
}
