import { ChannelType } from 'discord-api-types/v10';
import type { SeenChannel, Surroundings } from '../../playground/surroundings.js';
import { drawing, el, fill } from './dom.js';
import { icons } from './icons.js';
import { morphChildren } from './morph.js';
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

/** Shows servers with their channels and threads, and the conversation with the bot. Its buttons carry `data-channel`. */
export function showChannelList(nav: HTMLElement, { surroundings, openId, unread }: ChannelListState): void {
  const { servers, direct } = surroundings;
  const entry = (seen: SeenChannel) => channelButton(seen, openId, unread.get(seen.channel.id));
  const fresh = document.createElement('div');
  fill(
    fresh,
    ...servers.flatMap(({ id, name, channels }) => [
      el('h2', { 'data-key': `name ${id}` }, name),
      el('ul', { 'data-key': `channels ${id}` }, ...inOrder(channels).map((seen) => item(seen, entry(seen)))),
    ]),
    direct && el('h3', { 'data-key': 'direct' }, 'Direct messages'),
    direct && el('ul', { 'data-key': 'directs' }, item(direct, entry(direct))),
  );
  morphChildren(nav, [...fresh.childNodes]);
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

function item(seen: SeenChannel, button: HTMLElement): HTMLElement {
  const isThread = parentOf(seen) !== undefined;
  return el('li', { class: isThread ? 'thread' : 'channel', 'data-key': seen.channel.id }, button);
}

function channelButton({ channel, ageGate }: SeenChannel, openId: string | undefined, unread?: Unread): HTMLElement {
  const { path, kind } = kindOf(channel.type);
  const isAdult = 'nsfw' in channel && channel.nsfw === true;
  const name = channelName(channel);
  const spoken = [kind, isAdult && 'age-restricted', ageGate && 'closed to you', unread !== undefined && 'unread'];
  const pings = unread?.pings ?? 0;
  return el(
    'button',
    {
      type: 'button',
      class: unread === undefined ? undefined : 'unread',
      'data-channel': channel.id,
      'aria-current': channel.id === openId ? 'page' : undefined,
    },
    drawing(path),
    el('span', { class: 'name' }, name),
    el('span', { class: 'hidden' }, ` (${spoken.filter(Boolean).join(', ')})`),
    isAdult && el('span', { class: 'age', 'aria-hidden': 'true', title: 'Age-restricted' }, '18+'),
    pings > 0 && el('span', { class: 'pings' }, String(pings), el('span', { class: 'hidden' }, ' for you')),
  );
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
