import {
  type APIAttachment,
  type APIMessage,
  type APIUser,
  EmbedType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { componentTexts, finishComponents } from './component-tree.js';
import { resolveMentions } from './mentions.js';
import { type MessageBody, refuseEmpty } from './message-body.js';
import { channelPermissions } from './permissions.js';
import type { ChannelRecord, GuildRecord, World } from './world.js';

/** Flags that a bot may set itself: no embeds, no notification, components v2; ephemeral only in answers. */
const SENDABLE_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral;

/** Fields that only some kinds of message have. */
export type MessageExtra = Partial<
  Pick<
    APIMessage,
    | 'type'
    | 'flags'
    | 'message_reference'
    | 'referenced_message'
    | 'interaction_metadata'
    | 'webhook_id'
    | 'application_id'
    | 'position'
  >
>;

/** What a new message is besides its body. */
export interface MessageDraft {
  readonly author: APIUser;
  readonly channel: ChannelRecord;
  readonly body: MessageBody;
  readonly attachments?: readonly APIAttachment[];
  /** Given where the message's id is fixed already. */
  readonly id?: string;
  /** Fields that only some kinds of message have. */
  readonly extra?: MessageExtra;
}

/** The server that a channel belongs to, if any. */
export function guildOf(world: World, channel: ChannelRecord): GuildRecord | undefined {
  return channel.kind === 'direct' ? undefined : world.guilds.get(channel.guildId);
}

/** Makes the message that a draft asks for, without putting it anywhere. Throws 50006 when it would show nothing. */
export function composeMessage(world: World, draft: MessageDraft): APIMessage {
  const { author, channel, body, extra } = draft;
  const shown = {
    content: body.content ?? '',
    embeds: (body.embeds ?? []).map((embed) => ({ ...embed, type: EmbedType.Rich })),
    components: [...finishComponents(body.components ?? [])],
    attachments: [...(draft.attachments ?? [])],
  };
  refuseEmpty(shown);
  const message: APIMessage = {
    id: draft.id ?? world.nextId(),
    type: MessageType.Default,
    channel_id: channel.id,
    author,
    timestamp: world.clock.now().toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    flags: (body.flags ?? 0) & SENDABLE_FLAGS,
    ...shown,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    ...(body.nonce != null && { nonce: body.nonce }),
    ...extra,
  };
  return { ...message, ...pinged(world, message, channel, body) };
}

/** The message with what an edit gives it. What the edit leaves out stays. Throws 50006 when nothing would be shown. */
export function applyEdit(
  world: World,
  message: APIMessage,
  body: MessageBody,
  attachments: readonly APIAttachment[],
): APIMessage {
  const channel = world.channels.get(message.channel_id);
  const editable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;
  const flags = message.flags ?? 0;
  const edited: APIMessage = {
    ...message,
    content: body.content === undefined ? message.content : (body.content ?? ''),
    embeds:
      body.embeds === undefined
        ? message.embeds
        : (body.embeds ?? []).map((embed) => ({ ...embed, type: EmbedType.Rich })),
    components:
      body.components === undefined ? (message.components ?? []) : [...finishComponents(body.components ?? [])],
    attachments: [...attachments],
    edited_timestamp: world.clock.now().toISOString(),
    // An edit may set components v2, but never take it away again.
    flags: body.flags == null ? flags : (flags & ~MessageFlags.SuppressEmbeds) | (body.flags & editable),
  };
  refuseEmpty({ ...edited, components: edited.components ?? [] });
  return channel === undefined ? edited : { ...edited, ...pinged(world, edited, channel, body) };
}

function pinged(world: World, message: APIMessage, channel: ChannelRecord, body: MessageBody) {
  const text = [message.content, ...componentTexts(message.components ?? [])].join('\n');
  const found = resolveMentions(world, text, {
    guild: guildOf(world, channel),
    authorPermissions: channelPermissions(world, channel, message.author.id),
    allowed: body.allowed_mentions ?? undefined,
    repliedTo: message.referenced_message?.author,
  });
  return { mentions: [...found.users], mention_roles: [...found.roles], mention_everyone: found.everyone };
}

/** Puts a new message into its channel and tells the gateway. */
export function publishMessage(world: World, message: APIMessage): void {
  const history = world.messages.get(message.channel_id) ?? new Map<string, APIMessage>();
  history.set(message.id, message);
  world.messages.set(message.channel_id, history);
  const channel = world.channels.get(message.channel_id);
  if (channel !== undefined) world.channels.set(channel.id, afterMessage(channel, message));
  world.events.dispatch(GatewayDispatchEvents.MessageCreate, gatewayMessage(world, message), messageIntent(channel));
}

function afterMessage(channel: ChannelRecord, message: APIMessage): ChannelRecord {
  const seen = { ...channel, lastMessageId: message.id };
  // What a thread or post began with is not counted; a post's first message has the thread's own id.
  const isStart = message.id === channel.id || message.type === MessageType.ThreadStarterMessage;
  if (seen.kind !== 'thread' || isStart) return seen;
  return { ...seen, messageCount: seen.messageCount + 1, totalMessagesSent: seen.totalMessagesSent + 1 };
}

/** Replaces a message, in its channel or before the one person who sees it, and tells whom it concerns. */
export function replaceMessage(world: World, message: APIMessage): void {
  const whisper = world.whispers.get(message.id);
  if (whisper !== undefined) {
    world.whispers.set(message.id, { ...whisper, message });
    announceWhisper(world, whisper.userId, message, message);
    return;
  }
  const history = world.messages.get(message.channel_id);
  if (history?.has(message.id) !== true) return;
  history.set(message.id, message);
  const channel = world.channels.get(message.channel_id);
  world.events.dispatch(GatewayDispatchEvents.MessageUpdate, gatewayMessage(world, message), messageIntent(channel));
}

/** Takes a message away, with its reactions, and tells whom it concerns. */
export function removeMessage(world: World, message: APIMessage): void {
  const whisper = world.whispers.get(message.id);
  if (whisper !== undefined) {
    world.whispers.delete(message.id);
    announceWhisper(world, whisper.userId, message, undefined);
    return;
  }
  forgetMessage(world, message);
  const channel = world.channels.get(message.channel_id);
  const guild = channel && guildOf(world, channel);
  world.events.dispatch(
    GatewayDispatchEvents.MessageDelete,
    { id: message.id, channel_id: message.channel_id, ...(guild && { guild_id: guild.id }) },
    messageIntent(channel),
  );
}

/** Takes a message out of its channel's history without telling anyone. */
export function forgetMessage(world: World, message: APIMessage): void {
  world.messages.get(message.channel_id)?.delete(message.id);
  world.reactions.delete(message.id);
  const channel = world.channels.get(message.channel_id);
  if (channel?.kind === 'thread' && message.id !== channel.id) {
    world.channels.set(channel.id, { ...channel, messageCount: channel.messageCount - 1 });
  }
}

/** Shows a message to one user alone. */
export function whisperMessage(world: World, userId: string, message: APIMessage): void {
  world.whispers.set(message.id, { message, userId });
  announceWhisper(world, userId, message, message);
}

function announceWhisper(world: World, userId: string, about: APIMessage, message: APIMessage | undefined): void {
  world.events.emit({ kind: 'whisper', userId, messageId: about.id, channelId: about.channel_id, message });
}

/** The intents that let a bot hear of messages in a channel. */
export function messageIntent(channel: ChannelRecord | undefined): number {
  return channel?.kind === 'direct' ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function gatewayMessage(world: World, message: APIMessage) {
  const channel = world.channels.get(message.channel_id);
  const guild = channel && guildOf(world, channel);
  return { ...message, ...(guild && { guild_id: guild.id }) };
}
