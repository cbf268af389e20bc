import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, walkComponents } from './component-tree.js';

/** How a person finds a button: by what it says or, where that does not tell it apart, by its custom id. */
export type ButtonChoice = { readonly label: string } | { readonly customId: string };

/** The button of a message that somebody presses. Throws when there is none or it is disabled. */
export function chooseButton(message: APIMessage, choice: ButtonChoice): AnyComponent & { readonly custom_id: string } {
  const buttons = componentsOf(message).filter(({ type }) => type === ComponentType.Button);
  const button = buttons.find((one) =>
    'label' in choice ? one.label === choice.label : one.custom_id === choice.customId,
  );
  if (button === undefined) {
    const there = buttons.map(({ label, custom_id }) => `${label ?? '(no label)'} [${custom_id}]`).join(', ');
    throw new Error(`The message has no button ${JSON.stringify(choice)}; it has: ${there || 'none'}.`);
  }
  if (button.disabled === true) throw new Error(`The button ${JSON.stringify(choice)} is disabled.`);
  return { ...button, custom_id: button.custom_id ?? '' };
}

/** The menu of a message with that custom id. Throws when there is none or it is disabled. */
export function chooseMenu(message: APIMessage, customId: string): AnyComponent {
  const menus = componentsOf(message).filter(({ type }) => type === ComponentType.StringSelect);
  const menu = menus.find(({ custom_id }) => custom_id === customId);
  if (menu === undefined) {
    const there = menus.map(({ custom_id }) => custom_id).join(', ');
    throw new Error(`The message has no menu "${customId}"; it has: ${there || 'none'}.`);
  }
  if (menu.disabled === true) throw new Error(`The menu "${customId}" is disabled.`);
  return menu;
}

/** Checks what somebody picked in a menu against its options and how many it takes. Throws what the client would not allow. */
export function checkMenuValues(menu: AnyComponent, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1 } = menu;
  if (values.length < Number(min) || values.length > Number(max)) {
    throw new Error(`The menu "${menu.custom_id}" takes ${min} to ${max} values, got ${values.length}.`);
  }
  for (const value of values) requireOption(menu, value);
}

function requireOption(component: AnyComponent, value: string): void {
  const options: readonly unknown[] = Array.isArray(component.options) ? component.options : [];
  const values = options.flatMap((one) =>
    typeof one === 'object' && one !== null && 'value' in one ? [String(one.value)] : [],
  );
  if (values.includes(value)) return;
  throw new Error(`"${component.custom_id}" has no option "${value}"; it has: ${values.join(', ')}.`);
}

function componentsOf(message: APIMessage): readonly AnyComponent[] {
  return walkComponents(message.components ?? []).map(({ component }) => component);
}
