import { ChannelType } from 'discord-api-types/v10';
import type { ChannelRights, SeenChannel } from '../../playground/surroundings.js';
import { el } from './dom.js';
import { renderForum } from './forum-view.js';
import type { Scenery } from './scenery.js';

/** What a channel shows in place of messages: a forum's posts, or that it is closed to the reader; undefined where messages are. */
export function renderInstead(
  seen: SeenChannel,
  rights: ChannelRights,
  scenery: Scenery,
): readonly HTMLElement[] | undefined {
  if (seen.ageGate) {
    return [
      el('h2', {}, 'This channel is age-restricted'),
      el('p', {}, 'Whoever is under 18 cannot look into it. That is how Discord does it, too.'),
    ];
  }
  if (seen.channel.type === ChannelType.GuildForum) return renderForum(seen, scenery);
  return rights.read ? undefined : [el('p', {}, 'You do not have permission to see this channel.')];
}
