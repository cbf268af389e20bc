import { ChannelType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SeenChannel, Surroundings } from '../../playground/surroundings.js';
import { drawing, icons } from './icons.js';
import { channelName } from './scenery.js';

/** How many messages came in a channel since it was open, and whether one of them calls for the reader. */
export interface Unread {
  readonly pings: number;
}

/** What the list of channels shows. */
export interface ChannelListState {
  readonly surroundings: Surroundings;
  readonly openId: string | undefined;
  readonly unread: ReadonlyMap<string, Unread>;
}

/** Draws servers with their channels and threads, and the conversation with the bot. Their buttons carry `data-channel`. */
export function renderChannelList({ surroundings, openId, unread }: ChannelListState): TemplateResult {
  const { servers, direct } = surroundings;
  const list = (channels: readonly SeenChannel[]) => {
    const item = (seen: SeenChannel) => renderChannel(seen, openId, unread.get(seen.channel.id));
    return html`<ul>${repeat(inOrder(channels), ({ channel }) => channel.id, item)}</ul>`;
  };
  return html`${servers.map(({ name, channels }) => html`<h2>${name}</h2>${list(channels)}`)}
    ${direct === undefined ? nothing : html`<h3>Direct messages</h3>${list([direct])}`}`;
}

/** Channels, each followed by its threads. */
function inOrder(channels: readonly SeenChannel[]): readonly SeenChannel[] {
  const roots = channels.filter((seen) => parentOf(seen) === undefined);
  return roots.flatMap((root) => [root, ...channels.filter((seen) => parentOf(seen) === root.channel.id)]);
}

/** The channel that a thread hangs on; channels themselves have none here. */
export function parentOf({ channel }: SeenChannel): string | undefined {
  return 'thread_metadata' in channel ? (channel.parent_id ?? undefined) : undefined;
}

function renderChannel(seen: SeenChannel, openId: string | undefined, unread?: Unread): TemplateResult {
  const { channel, ageGate } = seen;
  const { path, kind } = kindOf(channel.type);
  const isAdult = 'nsfw' in channel && channel.nsfw === true;
  const spoken = [kind, isAdult && 'age-restricted', ageGate && 'closed to you', unread !== undefined && 'unread'];
  const pings = unread?.pings ?? 0;
  const age = html`<span class="age" aria-hidden="true" title="Age-restricted">18+</span>`;
  const calls = html`<span class="pings">${pings}<span class="hidden"> for you</span></span>`;
  const words = html`<span class="name">${channelName(channel)}</span
    ><span class="hidden"> (${spoken.filter(Boolean).join(', ')})</span>`;
  return html`<li class=${parentOf(seen) === undefined ? 'channel' : 'thread'}>
    <button
      type="button"
      class=${unread === undefined ? '' : 'unread'}
      data-channel=${channel.id}
      aria-current=${channel.id === openId ? 'page' : nothing}
    >${drawing(path)}${words}${isAdult ? age : nothing}${pings > 0 ? calls : nothing}</button>
  </li>`;
}

function kindOf(type: ChannelType): { readonly path: string; readonly kind: string } {
  switch (type) {
    case ChannelType.GuildAnnouncement:
      return { path: icons.announcement, kind: 'announcement channel' };
    case ChannelType.GuildForum:
      return { path: icons.forum, kind: 'forum' };
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return { path: icons.thread, kind: 'thread' };
    case ChannelType.DM:
      return { path: icons.direct, kind: 'private messages' };
    default:
      return { path: icons.text, kind: 'text channel' };
  }
}
