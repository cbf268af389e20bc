import { html } from 'lit';
import type { Action, Outcome, ShownModal } from '../protocol.js';
import { showDialog } from './dialog.js';
import { fieldValue, renderField } from './modal-fields.js';

/** The values of a form as an action carries them. */
type FormValues = Extract<Action, { readonly kind: 'submit' }>['values'];

/** Shows a modal of the bot's until it is sent or put away. What could not be sent stays, with the reason. */
export function showModal(
  { modalId, title, components }: ShownModal,
  send: (action: Action) => Promise<Outcome>,
): void {
  let problem = '';
  let isBusy = false;
  void showDialog('modal', ({ close, redraw }) => {
    const submit = async (event: SubmitEvent) => {
      event.preventDefault();
      if (!(event.currentTarget instanceof HTMLFormElement)) return;
      const values = readValues(components, new FormData(event.currentTarget));
      isBusy = true;
      redraw();
      problem = problemOf(await send({ kind: 'submit', modalId, values }));
      isBusy = false;
      redraw();
      if (problem === '') close();
    };
    return html`<form @submit=${submit}>
      <h2 id="dialog-title">${title}</h2>
      <p class="note">This form is shown by the bot. What you write goes to it.</p>
      ${components.map((label, index) => renderField(label, idOf(index)))}
      <p class="failure" role="alert">${problem}</p>
      <div class="buttons">
        <button type="button" class="button secondary" @click=${() => close()}>Cancel</button>
        <button class="button primary" ?disabled=${isBusy}>Submit</button>
      </div>
    </form>`;
  });
}

const idOf = (index: number) => `field-${index}`;

function readValues(components: ShownModal['components'], data: FormData): FormValues {
  return Object.fromEntries(
    components.map(({ component }, index) => [
      component.custom_id,
      fieldValue(component, data.getAll(idOf(index)).map(String)),
    ]),
  );
}

function problemOf(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.why;
  return outcome.kind === 'failed' ? ['Something went wrong. Try again.', ...outcome.refusals].join(' ') : '';
}
