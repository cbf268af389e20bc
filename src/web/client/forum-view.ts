import type { SeenChannel } from '../../playground/surroundings.js';
import { parentOf } from './channel-list.js';
import { el } from './dom.js';
import { channelName, type Scenery } from './scenery.js';

/** Shows a forum's posts, the newest first. Its buttons carry `data-channel`. */
export function renderForum(forum: SeenChannel, scenery: Scenery): readonly HTMLElement[] {
  const posts = scenery.channels().filter((seen) => parentOf(seen) === forum.channel.id);
  if (posts.length === 0) return [el('p', { class: 'empty' }, 'There are no posts yet.')];
  return posts.toReversed().map((post) => renderPost(post, tagNames(forum)));
}

function renderPost({ channel }: SeenChannel, tags: ReadonlyMap<string, string>): HTMLElement {
  const applied = 'applied_tags' in channel ? (channel.applied_tags ?? []) : [];
  const replies = 'message_count' in channel ? (channel.message_count ?? 0) : 0;
  return el(
    'button',
    { type: 'button', class: 'post', 'data-channel': channel.id, 'data-key': channel.id },
    el('span', { class: 'tags' }, ...applied.map((id) => el('span', { class: 'tag' }, tags.get(id) ?? '?'))),
    el('strong', {}, channelName(channel)),
    el('span', { class: 'part' }, `${replies} ${replies === 1 ? 'message' : 'messages'} after the first`),
  );
}

function tagNames({ channel }: SeenChannel): ReadonlyMap<string, string> {
  const tags = 'available_tags' in channel ? channel.available_tags : [];
  return new Map(tags.map(({ id, name }) => [id, name]));
}
