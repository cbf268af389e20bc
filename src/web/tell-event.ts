import { type APIMessage, GatewayDispatchEvents } from 'discord-api-types/v10';
import * as z from 'zod';
import type { PlaygroundEvent } from '../playground/event-hub.js';
import type { Frame } from './protocol.js';
import type { Sitter } from './sitter.js';

/** Events that change what stands around the messages: lists, names, permissions. */
const around: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.ChannelCreate,
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.ChannelDelete,
  GatewayDispatchEvents.ThreadCreate,
  GatewayDispatchEvents.ThreadUpdate,
  GatewayDispatchEvents.ThreadDelete,
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.GuildDelete,
  GatewayDispatchEvents.GuildRoleCreate,
  GatewayDispatchEvents.GuildRoleUpdate,
  GatewayDispatchEvents.GuildMemberAdd,
  GatewayDispatchEvents.GuildMemberUpdate,
  GatewayDispatchEvents.GuildMemberRemove,
]);

const reactions: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.MessageReactionAdd,
  GatewayDispatchEvents.MessageReactionRemove,
]);

const aboutMessage = z.object({ id: z.string(), channel_id: z.string() });
const aboutReaction = z.object({ message_id: z.string(), channel_id: z.string() });

/** Tells a sitter what an event means to them: nothing, where they do not see what it is about. `refresh` renews all around. */
export function tellEvent(
  event: PlaygroundEvent,
  sitter: Sitter,
  tell: (frame: Frame) => void,
  refresh: () => void,
): void {
  const show = (id: string, channelId: string) => {
    if (channelId !== sitter.channelId) return;
    const message = sitter.view.look({ id, channel_id: channelId });
    tell(message === undefined ? { kind: 'gone', messageId: id } : { kind: 'message', message });
  };
  if (event.kind === 'ephemeral') {
    if (event.userId === sitter.person.user.id) show(event.messageId, event.channelId);
    return;
  }
  if (event.kind !== 'dispatch') return;
  const { name, data } = event;
  if (around.has(name)) {
    refresh();
    return;
  }
  if (reactions.has(name)) {
    const { message_id, channel_id } = aboutReaction.parse(data);
    show(message_id, channel_id);
    return;
  }
  switch (name) {
    case GatewayDispatchEvents.MessageCreate:
    case GatewayDispatchEvents.MessageUpdate:
    case GatewayDispatchEvents.MessageDelete: {
      const { id, channel_id } = aboutMessage.parse(data);
      if (name === GatewayDispatchEvents.MessageCreate) announce(sitter, { id, channel_id }, tell, refresh);
      show(id, channel_id);
      return;
    }
  }
}

/** Tells of a message in a channel that is not open, and whether it calls for the sitter. */
function announce(
  { view, person, channelId }: Sitter,
  ref: Pick<APIMessage, 'id' | 'channel_id'>,
  tell: (frame: Frame) => void,
  refresh: () => void,
): void {
  const message = ref.channel_id === channelId ? undefined : view.look(ref);
  if (message === undefined) return;
  const { servers, direct } = view.surroundings();
  // The first private message begins a conversation that was not in the list before.
  if (direct?.channel.id === ref.channel_id) refresh();
  const ownRoles = servers.flatMap(
    ({ members }) => members.find(({ user }) => user.id === person.user.id)?.roles ?? [],
  );
  const pings =
    direct?.channel.id === ref.channel_id ||
    message.mention_everyone ||
    message.mentions.some(({ id }) => id === person.user.id) ||
    message.mention_roles.some((id) => ownRoles.includes(id));
  tell({ kind: 'unread', channelId: ref.channel_id, pings });
}
