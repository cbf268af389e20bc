import type { APIMessage } from 'discord-api-types/v10';
import { apiError } from './api-error.js';
import { allows, channelPermissions, type PermissionName } from './permissions.js';
import type { ChannelRecord, World } from './world.js';

/**
 * The channel of that id, as the bot may use it. Throws 10003 when there is none, 50001 when the bot does not see it and
 * 50013 when it lacks one of `needs`. Private conversations have no permissions to lack.
 */
export function botChannel(world: World, channelId: string, ...needs: readonly PermissionName[]): ChannelRecord {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw apiError(10003);
  requireIn(world, channel, ...needs);
  return channel;
}

/** Throws 50001 or 50013 unless the bot sees the channel and has `needs` in it. */
export function requireIn(world: World, channel: ChannelRecord, ...needs: readonly PermissionName[]): void {
  if (channel.kind === 'direct') return;
  if (!botMay(world, channel, 'ViewChannel')) throw apiError(50001);
  if (!botMay(world, channel, ...needs)) throw apiError(50013);
}

/** Whether the bot has all of `needs` in the channel. */
export function botMay(world: World, channel: ChannelRecord, ...needs: readonly PermissionName[]): boolean {
  return channel.kind === 'direct' || allows(channelPermissions(world, channel, world.bot.id), ...needs);
}

/** The message of that id in a channel. Throws 10008 when there is none. */
export function channelMessage(world: World, channelId: string, messageId: string): APIMessage {
  const message = world.messages.get(channelId)?.get(messageId);
  if (message === undefined) throw apiError(10008);
  return message;
}
