import { type APIMessage, type APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import { componentTexts, finishComponents } from './component-tree.js';
import { resolveMentions } from './mentions.js';
import { type MessageBody, refuseEmpty } from './message-body.js';
import { guildOf } from './messages.js';
import { channelPermissions } from './permissions.js';
import { type ChannelRecord, NO_FLAGS, type World } from './world.js';

/** Flags that a bot may set on any message; others are left out, ephemeral too, which only answers can be. */
const SENDABLE_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Fields that only some kinds of message have. */
export type MessageExtra = Partial<
  Pick<APIMessage, 'type' | 'flags' | 'interaction_metadata' | 'webhook_id' | 'application_id' | 'position'>
>;

/** What a new message is besides its body. */
export interface MessageDraft {
  readonly author: APIUser;
  readonly channel: ChannelRecord;
  readonly body: MessageBody;
  /** Given where the message's id is fixed already. */
  readonly id?: string;
  /** Fields that only some kinds of message have. */
  readonly extra?: MessageExtra;
}

/** A message that says nothing yet, dated now. */
export function blankMessage(world: World, channelId: string, author: APIUser): APIMessage {
  return {
    id: world.nextId(),
    type: MessageType.Default,
    channel_id: channelId,
    author,
    content: '',
    timestamp: world.clock.now().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    flags: NO_FLAGS,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
  };
}

/** Makes the message that a draft asks for, without putting it anywhere. Throws 50006 when it would show nothing. */
export function composeMessage(world: World, draft: MessageDraft): APIMessage {
  const { author, channel, body, extra } = draft;
  const shown = {
    content: body.content ?? '',
    components: [...finishComponents(body.components ?? [])],
  };
  refuseEmpty(shown);
  const message: APIMessage = {
    ...blankMessage(world, channel.id, author),
    ...(draft.id !== undefined && { id: draft.id }),
    ...shown,
    flags: (body.flags ?? NO_FLAGS) & SENDABLE_FLAGS,
    ...(body.nonce != null && { nonce: body.nonce }),
    ...extra,
  };
  return { ...message, ...pinged(world, message, channel, body) };
}

/** The message with what an edit gives it. What the edit leaves out stays. Throws 50006 when nothing would be shown. */
export function applyEdit(world: World, message: APIMessage, body: MessageBody): APIMessage {
  const channel = world.channels.get(message.channel_id);
  const editable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  const flags = message.flags ?? 0;
  const edited: APIMessage = {
    ...message,
    content: body.content === undefined ? message.content : (body.content ?? ''),
    components:
      body.components === undefined ? (message.components ?? []) : [...finishComponents(body.components ?? [])],
    edited_timestamp: world.clock.now().toISOString(),
    // An edit may set components v2, but never take it away again.
    flags: body.flags == null ? flags : (flags & ~MessageFlags.SuppressEmbeds) | (body.flags & editable),
  };
  refuseEmpty(edited);
  return channel === undefined ? edited : { ...edited, ...pinged(world, edited, channel, body) };
}

function pinged(world: World, message: APIMessage, channel: ChannelRecord, body: MessageBody) {
  const text = [message.content, ...componentTexts(message.components ?? [])].join('\n');
  const found = resolveMentions(world, text, {
    guild: guildOf(world, channel),
    authorPermissions: channelPermissions(world, channel, message.author.id),
    allowed: body.allowed_mentions ?? undefined,
  });
  return { mentions: [...found.users], mention_roles: [...found.roles], mention_everyone: found.everyone };
}
