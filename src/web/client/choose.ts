import { el } from './dom.js';

/** Something that can be chosen. `label` is shown and read, unless `spoken` says it better. */
export interface Choosable<Value> {
  readonly value: Value;
  readonly label: string;
  readonly spoken?: string;
}

/** Lets the reader choose one of a few things in a dialog; the focus goes back to where it was. Undefined where they did not. */
export function choose<Value>(
  title: string,
  choices: readonly Choosable<Value>[],
  layout: 'lines' | 'grid' = 'lines',
): Promise<Value | undefined> {
  let chosen: Value | undefined;
  const dialog = el('dialog', { class: `chooser ${layout}`, 'aria-labelledby': 'chooser-title' });
  const buttons = choices.map(({ value, label, spoken }) => {
    const button = el('button', { type: 'button', 'aria-label': spoken, title: spoken }, label);
    button.addEventListener('click', () => {
      chosen = value;
      dialog.close();
    });
    return button;
  });
  const cancel = el('button', { type: 'button', class: 'cancel' }, 'Cancel');
  cancel.addEventListener('click', () => dialog.close());
  dialog.append(el('h2', { id: 'chooser-title' }, title), el('div', { class: 'choices' }, ...buttons), cancel);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(chosen);
    });
  });
}
