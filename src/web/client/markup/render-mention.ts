import { html } from 'lit';
import type { Drawn } from '../drawn.js';
import { channelName, displayName, type Scenery } from '../scenery.js';
import type { MarkupNode } from './parse-markup.js';

/** What stands for somebody or something that has a name elsewhere. */
export type Named = Extract<
  MarkupNode,
  { readonly type: 'user' | 'role' | 'channel' | 'everyone' | 'here' | 'emoji' | 'slashCommand' | 'guildNavigation' }
>;

/** Draws what names a person, role, channel, emoji or command, by the names that the reader knows; unknown ones say so. */
export function renderMention(node: Named, scenery: Scenery): Drawn {
  switch (node.type) {
    case 'user': {
      const user = scenery.user(node.id);
      return mention('user', user === undefined ? 'unknown-user' : displayName(user));
    }
    case 'role':
      return mention('role', scenery.role(node.id)?.name ?? 'unknown-role');
    case 'everyone':
    case 'here':
      return mention('role', node.type);
    case 'channel': {
      const seen = scenery.channel(node.id);
      if (seen === undefined) return mention('locked', 'No Access');
      const name = mention('channel', channelName(seen.channel));
      return html`<button type="button" class="plain" data-act="jump" data-channel=${node.id}>${name}</button>`;
    }
    case 'emoji':
      return `:${node.name}:`;
    case 'slashCommand':
      return mention('slash', node.fullName);
    case 'guildNavigation':
      return mention('channel', node.navigation);
  }
}

function mention(type: string, name: string) {
  return html`<discord-mention type=${type}>${name}</discord-mention>`;
}
