import type { APIStringSelectComponent, ChannelType } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { channelName, type Scenery } from './scenery.js';

/** Something that can be chosen in a menu. */
export interface MenuOption {
  readonly value: string;
  readonly label: string;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
}

/** What can be chosen in a menu. */
export function menuOptions({ options }: APIStringSelectComponent): readonly MenuOption[] {
  return options.map(({ value, label, description, default: isChosen = false }) => ({
    value,
    label: description == null ? label : `${label} (${description})`,
    isChosen,
  }));
}

/** All roles, as they are mentioned. */
export function roles(scenery: Scenery): readonly MenuOption[] {
  return scenery.roles().map(({ id, name }) => ({ value: id, label: name.startsWith('@') ? name : `@${name}` }));
}

/** Channels of some types, of all where none is named, as they are mentioned. */
export function channels(scenery: Scenery, types: readonly ChannelType[] = []): readonly MenuOption[] {
  return scenery
    .channels()
    .filter(({ channel }) => types.length === 0 || types.includes(channel.type))
    .map(({ channel }) => ({ value: channel.id, label: `#${channelName(channel)}` }));
}

/** Draws options. What is chosen is so again whenever they are drawn, whatever was picked meanwhile. */
export function drawOptions(options: readonly MenuOption[]): readonly TemplateResult[] {
  return options.map(
    ({ value, label, isChosen = false, isDisabled = false }) =>
      html`<option value=${value} ?disabled=${isDisabled} .selected=${live(isChosen)}>${label}</option>`,
  );
}
