import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { el } from './dom.js';
import { type MarkupContext, renderMarkup } from './markup/render-markup.js';
import { menuOptions } from './menu-options.js';

/** What somebody filled into one field, by its custom id. */
export type FieldValue = string | readonly string[] | boolean;

/** A part of a form: what is drawn and, where something can be filled in, what was. */
export interface ModalField {
  readonly element: HTMLElement;
  readonly value?: { readonly name: string; read(): FieldValue };
}

/** Draws one component of a modal as native fields with their labels. */
export function modalField(
  component: APIModalInteractionResponseCallbackComponent,
  index: number,
  context: MarkupContext,
): readonly ModalField[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [{ element: el('div', { class: 'text-display' }, ...renderMarkup(component.content, context)) }];
    case ComponentType.ActionRow:
      return component.components.map((input, inner) =>
        labelled(input.label ?? '', undefined, textField(input, `field-${index}-${inner}`)),
      );
    case ComponentType.Label:
      return [
        labelled(component.label, component.description, fieldOf(component.component, `field-${index}`, context)),
      ];
  }
}

interface Drawn {
  readonly control: HTMLElement;
  /** A group of controls, which a legend names in place of a label. */
  readonly isGroup: boolean;
  readonly name: string;
  read(): FieldValue;
}

function fieldOf(component: APIComponentInLabel, id: string, context: MarkupContext): Drawn {
  switch (component.type) {
    case ComponentType.TextInput:
      return textField(component, id);
    case ComponentType.Checkbox: {
      const control = el('input', { id, type: 'checkbox', checked: component.default === true });
      return { control, isGroup: false, name: component.custom_id, read: () => control.checked };
    }
    case ComponentType.RadioGroup:
      return choiceGroup(component, id, 'radio');
    case ComponentType.CheckboxGroup:
      return choiceGroup(component, id, 'checkbox');
    case ComponentType.FileUpload: {
      const control = el('p', { id }, 'Files cannot be sent in the playground.');
      return { control, isGroup: true, name: component.custom_id, read: () => [] };
    }
    default: {
      const { custom_id, max_values = 1, required, placeholder = 'Choose' } = component;
      const multiple = max_values > 1;
      const options = menuOptions(component, context.scenery);
      const none = el('option', { value: '' }, placeholder);
      const control = el(
        'select',
        { id, multiple, required: required !== false },
        ...(multiple ? [] : [none]),
        ...options,
      );
      const read = () => [...control.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
      return { control, isGroup: false, name: custom_id, read };
    }
  }
}

function textField(input: APITextInputComponent, id: string): Drawn {
  const { custom_id, style, required, min_length, max_length = 4000, placeholder, value = '' } = input;
  const rules = { id, placeholder, minlength: min_length, maxlength: max_length, required: required !== false };
  const control =
    style === TextInputStyle.Paragraph
      ? el('textarea', { ...rules, rows: 5 })
      : el('input', { ...rules, type: 'text' });
  control.value = value;
  return { control, isGroup: false, name: custom_id, read: () => control.value };
}

function choiceGroup(
  {
    custom_id,
    options,
    required,
  }: Extract<APIComponentInLabel, { readonly type: ComponentType.RadioGroup | ComponentType.CheckboxGroup }>,
  id: string,
  type: 'radio' | 'checkbox',
): Drawn {
  const inputs = options.map(({ value, default: chosen }) =>
    el('input', { type, name: id, value, checked: chosen === true, required: type === 'radio' && required !== false }),
  );
  const lines = options.map(({ label }, index) => el('label', { class: 'choice' }, inputs[index], label));
  const read = () => {
    const values = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    return type === 'radio' ? (values[0] ?? []) : values;
  };
  return { control: el('div', {}, ...lines), isGroup: true, name: custom_id, read };
}

function labelled(label: string, description: string | undefined, { control, isGroup, name, read }: Drawn): ModalField {
  const note =
    description === undefined ? undefined : el('p', { id: `${control.id}-note`, class: 'note' }, description);
  if (note !== undefined) control.setAttribute('aria-describedby', note.id);
  const element = isGroup
    ? el('fieldset', { class: 'field' }, el('legend', {}, label), note, control)
    : el('div', { class: 'field' }, el('label', { for: control.id }, label), note, control);
  return { element, value: { name, read } };
}
