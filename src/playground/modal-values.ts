import { ComponentType } from 'discord-api-types/v10';
import type { OpenModal } from './answer.js';
import type { AnyComponent } from './component-tree.js';
import { checkMenuValues } from './component-use.js';
import { codePointLength } from './form.js';

/** What somebody fills into a modal, by custom id: a text, several values, or a tick. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/**
 * A modal's components as they are submitted. Fields that are not given keep what they were opened with. Throws what the
 * client would not let a person submit.
 */
export function submitComponents(modal: OpenModal, values: ModalValues): readonly unknown[] {
  const fields = modal.components.map(({ component }) => component.custom_id);
  const unknown = Object.keys(values).find((name) => !fields.includes(name));
  if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}"; it has: ${fields.join(', ')}.`);

  const submit = (component: AnyComponent) => ({
    type: component.type,
    id: component.id,
    custom_id: component.custom_id,
    ...submitField(component, values[component.custom_id ?? '']),
  });
  return modal.components.map((label, index) => ({
    type: label.type,
    id: label.id ?? index + 1,
    component: submit(label.component),
  }));
}

function submitField(
  field: AnyComponent,
  given: ModalValues[string],
): { readonly value: string | boolean } | { readonly values: readonly string[] } {
  const name = field.custom_id ?? '';
  const isRequired = field.required !== false;
  switch (field.type) {
    case ComponentType.TextInput: {
      const value = typeof given === 'string' ? given : String(field.value ?? '');
      checkText(field, value, isRequired);
      return { value };
    }
    case ComponentType.Checkbox:
      return { value: typeof given === 'boolean' ? given : field.default === true };
    default: {
      const values = given === undefined ? defaultsOf(field) : typeof given === 'boolean' ? [] : [given].flat();
      if (values.length === 0 && isRequired) throw new Error(`The field "${name}" must be filled in.`);
      if (values.length > 0) checkMenuValues(field, values);
      return { values };
    }
  }
}

function checkText(field: AnyComponent, value: string, isRequired: boolean): void {
  const length = codePointLength(value);
  const min = Number(field.min_length ?? 0);
  const max = Number(field.max_length ?? 4000);
  if (length === 0 && !isRequired) return;
  if (length === 0) throw new Error(`The field "${field.custom_id}" must be filled in.`);
  if (length < min || length > max)
    throw new Error(`The field "${field.custom_id}" takes ${min} to ${max} characters.`);
}

function defaultsOf(field: AnyComponent): readonly string[] {
  const options: readonly unknown[] = Array.isArray(field.options) ? field.options : [];
  return options.flatMap((one) =>
    typeof one === 'object' && one !== null && 'default' in one && one.default === true && 'value' in one
      ? [String(one.value)]
      : [],
  );
}
