import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SeenChannel } from '../../playground/surroundings.js';
import { parentOf } from './channel-list.js';
import type { Drawn } from './drawn.js';
import { channelName, type Scenery } from './scenery.js';

/** Draws a forum's posts, the newest first. Its buttons carry `data-channel`. */
export function renderForum(forum: SeenChannel, scenery: Scenery): Drawn {
  const posts = scenery.channels().filter((seen) => parentOf(seen) === forum.channel.id);
  if (posts.length === 0) return html`<p class="empty">There are no posts yet.</p>`;
  const tags = tagNames(forum);
  const render = (post: SeenChannel) => renderPost(post, tags);
  return html`${repeat(posts.toReversed(), ({ channel }) => channel.id, render)}`;
}

function renderPost({ channel }: SeenChannel, tags: ReadonlyMap<string, string>): TemplateResult {
  const applied = 'applied_tags' in channel ? (channel.applied_tags ?? []) : [];
  const replies = 'message_count' in channel ? (channel.message_count ?? 0) : 0;
  return html`<button type="button" class="post" data-channel=${channel.id}>
    <span class="tags">${applied.map((id) => html`<span class="tag">${tags.get(id) ?? '?'}</span>`)}</span>
    <strong>${channelName(channel)}</strong>
    <span class="part">${replies} ${replies === 1 ? 'message' : 'messages'} after the first</span>
  </button>`;
}

function tagNames({ channel }: SeenChannel): ReadonlyMap<string, string> {
  const tags = 'available_tags' in channel ? channel.available_tags : [];
  return new Map(tags.map(({ id, name }) => [id, name]));
}
