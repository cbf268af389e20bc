import { html, nothing } from 'lit';
import { showDialog } from './dialog.js';

/** Something that can be chosen. `label` is shown and read, unless `spoken` says it better. */
export interface Choosable<Value> {
  readonly value: Value;
  readonly label: string;
  readonly spoken?: string;
}

/** Lets the reader choose one of a few things in a dialog. Undefined where they did not. */
export function choose<Value>(
  title: string,
  choices: readonly Choosable<Value>[],
  layout: 'lines' | 'grid' = 'lines',
): Promise<Value | undefined> {
  return showDialog<Value>(`chooser ${layout}`, ({ close }) => {
    const buttons = choices.map(({ value, label, spoken = nothing }) => {
      return html`<button type="button" aria-label=${spoken} title=${spoken} @click=${() => close(value)}>${label}</button>`;
    });
    return html`<h2 id="dialog-title">${title}</h2>
      <div class="choices">${buttons}</div>
      <button type="button" class="cancel" @click=${() => close()}>Cancel</button>`;
  });
}
