import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { html, nothing } from 'lit';
import type { Drawn } from './drawn.js';
import { drawOptions, menuOptions } from './menu-options.js';

/** What somebody filled into one field. */
export type FieldValue = string | string[] | boolean;

/** Draws a field of a form, natively and with its label; `id` is the name under which the form's data has it. */
export function renderField({ label, description, component }: APILabelComponent, id: string): Drawn {
  const note = description === undefined ? nothing : html`<p id="${id}-note" class="note">${description}</p>`;
  const noteId = description === undefined ? nothing : `${id}-note`;
  const control = renderControl(component, id, noteId);
  return html`<div class="field"><label for=${id}>${label}</label>${note}${control}</div>`;
}

/** What a form's data says about a field. */
export function fieldValue({ type }: APIComponentInLabel, filled: readonly string[]): FieldValue {
  if (type === ComponentType.TextInput) return filled[0] ?? '';
  return type === ComponentType.Checkbox ? filled.length > 0 : filled.filter((value) => value !== '');
}

function renderControl(component: APIComponentInLabel, id: string, noteId: string | typeof nothing): Drawn {
  switch (component.type) {
    case ComponentType.TextInput:
      return renderText(component, id, noteId);
    case ComponentType.Checkbox:
      return html`<input id=${id} name=${id} type="checkbox" aria-describedby=${noteId} ?checked=${component.default === true}>`;
    case ComponentType.StringSelect: {
      const { max_values = 1, required = true, placeholder = 'Choose' } = component;
      const multiple = max_values > 1;
      const options = menuOptions(component);
      return html`<select id=${id} name=${id} aria-describedby=${noteId} ?multiple=${multiple} ?required=${required}>
        ${drawOptions(multiple ? options : [{ value: '', label: placeholder }, ...options])}
      </select>`;
    }
    default:
      return html`<p id=${id}>The playground does not draw this field.</p>`;
  }
}

function renderText(input: APITextInputComponent, id: string, noteId: string | typeof nothing): Drawn {
  const { style, required = true, min_length = nothing, max_length = 4000, placeholder = nothing, value = '' } = input;
  return style === TextInputStyle.Paragraph
    ? html`<textarea id=${id} name=${id} rows="5" placeholder=${placeholder} minlength=${min_length} maxlength=${max_length} aria-describedby=${noteId} ?required=${required} .defaultValue=${value}></textarea>`
    : html`<input type="text" id=${id} name=${id} placeholder=${placeholder} minlength=${min_length} maxlength=${max_length} aria-describedby=${noteId} ?required=${required} value=${value}>`;
}
