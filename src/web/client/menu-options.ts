import { type APISelectMenuComponent, type ChannelType, ComponentType } from 'discord-api-types/v10';
import { el } from './dom.js';
import { channelName, displayName, type Scenery } from './scenery.js';

/** What can be chosen in a menu: its own options, or the people, roles and channels that the reader knows. */
export function menuOptions(menu: APISelectMenuComponent, scenery: Scenery): readonly HTMLOptionElement[] {
  switch (menu.type) {
    case ComponentType.StringSelect:
      return menu.options.map(({ value, label, description, default: chosen }) =>
        option(value, description == null ? label : `${label} (${description})`, chosen === true),
      );
    case ComponentType.UserSelect:
      return people(scenery);
    case ComponentType.RoleSelect:
      return roles(scenery);
    case ComponentType.MentionableSelect:
      return [...people(scenery), ...roles(scenery)];
    case ComponentType.ChannelSelect: {
      const types: readonly ChannelType[] = menu.channel_types ?? [];
      return scenery
        .channels()
        .filter(({ channel }) => types.length === 0 || types.includes(channel.type))
        .map(({ channel }) => option(channel.id, `#${channelName(channel)}`));
    }
  }
}

function people(scenery: Scenery): readonly HTMLOptionElement[] {
  return scenery.users().map((user) => option(user.id, displayName(user)));
}

function roles(scenery: Scenery): readonly HTMLOptionElement[] {
  return scenery.roles().map(({ id, name }) => option(id, name.startsWith('@') ? name : `@${name}`));
}

function option(value: string, label: string, chosen = false): HTMLOptionElement {
  const element = el('option', { value, selected: chosen }, label);
  element.selected = chosen;
  return element;
}
