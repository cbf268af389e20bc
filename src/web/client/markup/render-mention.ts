import { type Child, el } from '../dom.js';
import { channelName, displayName, type Scenery } from '../scenery.js';
import type { MarkupNode } from './parse-markup.js';

/** What stands for somebody or something that has a name elsewhere. */
export type Named = Extract<
  MarkupNode,
  { readonly type: 'user' | 'role' | 'channel' | 'everyone' | 'here' | 'emoji' | 'slashCommand' | 'guildNavigation' }
>;

/** Draws what names a person, role, channel, emoji or command, by the names that the reader knows; unknown ones say so. */
export function renderMention(node: Named, scenery: Scenery): Child {
  switch (node.type) {
    case 'user': {
      const user = scenery.user(node.id);
      return el('discord-mention', { type: 'user' }, user === undefined ? 'unknown-user' : displayName(user));
    }
    case 'role':
      return el('discord-mention', { type: 'role' }, scenery.role(node.id)?.name ?? 'unknown-role');
    case 'everyone':
    case 'here':
      return el('discord-mention', { type: 'role' }, node.type);
    case 'channel': {
      const seen = scenery.channel(node.id);
      if (seen === undefined) return el('discord-mention', { type: 'locked' }, 'No Access');
      const name = el('discord-mention', { type: 'channel' }, channelName(seen.channel));
      return el('button', { type: 'button', class: 'plain', 'data-act': 'jump', 'data-channel': node.id }, name);
    }
    case 'emoji':
      return `:${node.name}:`;
    case 'slashCommand':
      return el('discord-mention', { type: 'slash' }, node.fullName);
    case 'guildNavigation':
      return el('discord-mention', { type: 'channel' }, node.navigation);
  }
}
