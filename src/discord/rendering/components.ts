import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { shorten } from '../../markup/shorten.js';

/** Limits from Discord's documentation of components, here in UTF-16 units. */
const maxButtonLabel = 80;
export const maxOptionText = 100;

/** Markup in a components-v2 message; all of them in one message hold at most 4,000 characters. */
export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A frame around what belongs together. */
export function container(...components: APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, components };
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator };
}

export function button(
  customId: string,
  label: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, custom_id: customId, label: shorten(label, maxButtonLabel), style };
}

/** A menu of at most 25 options from which one is taken. */
export function select(
  customId: string,
  hint: string,
  options: readonly APISelectMenuOption[],
): APIStringSelectComponent {
  return { type: ComponentType.StringSelect, custom_id: customId, placeholder: hint, options: [...options] };
}

export function option(value: string, label: string, description?: string, chosen = false): APISelectMenuOption {
  return {
    value,
    label: shorten(label, maxOptionText),
    ...(description === undefined ? {} : { description: shorten(description, maxOptionText) }),
    ...(chosen ? { default: true } : {}),
  };
}

/** Up to five buttons, or one menu, side by side. */
export function row(
  ...components: APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}
