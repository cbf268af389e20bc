import { type APISelectMenuComponent, type ChannelType, ComponentType } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { channelName, displayName, type Scenery } from './scenery.js';

/** Something that can be chosen in a menu. */
export interface MenuOption {
  readonly value: string;
  readonly label: string;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
}

/** What can be chosen in a menu: its own options, or the people, roles and channels that the reader knows. */
export function menuOptions(menu: APISelectMenuComponent, scenery: Scenery): readonly MenuOption[] {
  switch (menu.type) {
    case ComponentType.StringSelect:
      return menu.options.map(({ value, label, description, default: isChosen = false }) => ({
        value,
        label: description == null ? label : `${label} (${description})`,
        isChosen,
      }));
    case ComponentType.UserSelect:
      return people(scenery);
    case ComponentType.RoleSelect:
      return roles(scenery);
    case ComponentType.MentionableSelect:
      return [...people(scenery), ...roles(scenery)];
    case ComponentType.ChannelSelect:
      return channels(scenery, menu.channel_types);
  }
}

/** Everybody, by what they are called. */
export function people(scenery: Scenery): readonly MenuOption[] {
  return scenery.users().map((user) => ({ value: user.id, label: displayName(user) }));
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
