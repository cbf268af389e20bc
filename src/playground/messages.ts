import { type APIMessage, GatewayDispatchEvents, GatewayIntentBits, MessageType } from 'discord-api-types/v10';
import { asBotSees } from './visibility.js';
import type { ChannelRecord, GuildRecord, World } from './world.js';

/** The server that a channel belongs to, if any. */
export function guildOf(world: World, channel: ChannelRecord): GuildRecord | undefined {
  return channel.kind === 'direct' ? undefined : world.guilds.get(channel.guildId);
}

/** Puts a new message into its channel and tells the gateway. */
export function publishMessage(world: World, message: APIMessage): void {
  const history = world.messages.get(message.channel_id) ?? new Map<string, APIMessage>();
  history.set(message.id, message);
  world.messages.set(message.channel_id, history);
  const channel = world.channels.get(message.channel_id);
  if (channel !== undefined) world.channels.set(channel.id, afterMessage(channel, message));
  announceMessage(world, GatewayDispatchEvents.MessageCreate, message);
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
  const ephemeral = world.ephemerals.get(message.id);
  if (ephemeral !== undefined) {
    world.ephemerals.set(message.id, { ...ephemeral, message });
    announceEphemeral(world, ephemeral.userId, message, message);
    return;
  }
  const history = world.messages.get(message.channel_id);
  if (history?.has(message.id) !== true) return;
  history.set(message.id, message);
  announceMessage(world, GatewayDispatchEvents.MessageUpdate, message);
}

/** Takes a message away, with its reactions, and tells whom it concerns. */
export function removeMessage(world: World, message: APIMessage): void {
  const ephemeral = world.ephemerals.get(message.id);
  if (ephemeral !== undefined) {
    world.ephemerals.delete(message.id);
    announceEphemeral(world, ephemeral.userId, message, undefined);
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
export function publishEphemeral(world: World, userId: string, message: APIMessage): void {
  world.ephemerals.set(message.id, { message, userId });
  announceEphemeral(world, userId, message, message);
}

function announceEphemeral(world: World, userId: string, about: APIMessage, message: APIMessage | undefined): void {
  world.events.emit({ kind: 'ephemeral', userId, messageId: about.id, channelId: about.channel_id, message });
}

/** The intents that let a bot hear of messages in a channel. */
export function messageIntent(channel: ChannelRecord | undefined): number {
  return channel?.kind === 'direct' ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

type MessageEvent = GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate;

/** Tells the gateway of a message, of which the bot may be shown less than others. */
function announceMessage(world: World, name: MessageEvent, message: APIMessage): void {
  const channel = world.channels.get(message.channel_id);
  const guild = channel && guildOf(world, channel);
  const data = { ...message, ...(guild && { guild_id: guild.id }) };
  world.events.emit({ kind: 'dispatch', name, data, intents: messageIntent(channel), botData: asBotSees(world, data) });
}
