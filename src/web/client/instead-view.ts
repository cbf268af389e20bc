import { ChannelType } from 'discord-api-types/v10';
import { html } from 'lit';
import type { ChannelRights, SeenChannel } from '../../playground/surroundings.js';
import type { Drawn } from './drawn.js';
import { renderForum } from './forum-view.js';
import type { Scenery } from './scenery.js';

/** What a channel shows in place of messages: a forum's posts, or that it is closed to the reader; undefined where messages are. */
export function renderInstead(seen: SeenChannel, rights: ChannelRights, scenery: Scenery): Drawn | undefined {
  if (seen.ageGate) {
    return html`<h2>This channel is age-restricted</h2>
      <p>Whoever is under 18 cannot look into it. That is how Discord does it, too.</p>`;
  }
  if (seen.channel.type === ChannelType.GuildForum) return renderForum(seen, scenery);
  return rights.read ? undefined : html`<p>You do not have permission to see this channel.</p>`;
}
