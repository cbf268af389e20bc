import type { Action, Outcome, ShownModal } from '../protocol.js';
import { el } from './dom.js';
import type { MarkupContext } from './markup/render-markup.js';
import { modalField } from './modal-fields.js';

/** The values of a form as an action carries them. */
type FormValues = Extract<Action, { readonly kind: 'submit' }>['values'];

/**
 * Shows a modal of the bot's until it is sent or put away; the focus goes back to where it was. What could not be sent stays,
 * with the reason. `send` submits; resolves with what came of it, or undefined where it was put away.
 */
export function showModal(
  { modalId, title, components }: ShownModal,
  context: MarkupContext,
  send: (action: Action) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  const fields = components.flatMap((component, index) => modalField(component, index, context));
  const problem = el('p', { class: 'failure', role: 'alert' });
  const cancel = el('button', { type: 'button', class: 'button secondary' }, 'Cancel');
  const submit = el('button', { class: 'button primary' }, 'Submit');
  const form = el(
    'form',
    {},
    el('h2', { id: 'modal-title' }, title),
    el('p', { class: 'note' }, 'This form is shown by the bot. What you write goes to it.'),
    ...fields.map(({ element }) => element),
    problem,
    el('div', { class: 'buttons' }, cancel, submit),
  );
  const dialog = el('dialog', { 'aria-labelledby': 'modal-title', class: 'modal' }, form);
  let outcome: Outcome | undefined;

  cancel.addEventListener('click', () => dialog.close());
  const submitForm = async () => {
    submit.disabled = true;
    const values: FormValues = {};
    for (const { value } of fields) {
      const read = value?.read();
      if (value === undefined || read === undefined) continue;
      values[value.name] = typeof read === 'object' ? [...read] : read;
    }
    const result = await send({ kind: 'submit', modalId, values });
    submit.disabled = false;
    problem.textContent = problemOf(result);
    if (problem.textContent !== '') return;
    outcome = result;
    dialog.close();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitForm();
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(outcome);
    });
  });
}

function problemOf(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.why;
  return outcome.kind === 'failed' ? ['Something went wrong. Try again.', ...outcome.refusals].join(' ') : '';
}
