import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { isAgeRestricted } from './command-choice.js';
import { allows, channelPermissions, type PermissionName } from './permissions.js';
import type { ChannelRecord, World } from './world.js';

/** The channel, as that person may use it. Throws, in words, when they cannot see it or lack one of `needs`. */
export function personChannel(
  world: World,
  user: APIUser,
  channelId: string,
  ...needs: readonly PermissionName[]
): ChannelRecord {
  const channel = world.channels.get(channelId);
  const granted = channel === undefined ? 0n : channelPermissions(world, channel, user.id);
  if (channel === undefined || granted === 0n) throw new Error(`${user.username} sees no channel ${channelId}.`);
  if (world.minors.has(user.id) && isAgeRestricted(world, channel)) {
    throw new Error(`${user.username} is under 18 and the channel is age-restricted.`);
  }
  const missing = needs.find((name) => !allows(granted, name));
  if (missing !== undefined) throw new Error(`${user.username} lacks ${missing} in the channel ${channelId}.`);
  return channel;
}

/** Anything that tells which message is meant: a message, say. */
export type MessageRef = Pick<APIMessage, 'id' | 'channel_id'>;

/** The message as it stands now, as that person sees it. Throws when it is gone or was meant for somebody else. */
export function personMessage(world: World, user: APIUser, { id, channel_id }: MessageRef): APIMessage {
  const ephemeral = world.ephemerals.get(id);
  if (ephemeral !== undefined && ephemeral.userId !== user.id) {
    throw new Error(`The message ${id} is seen by somebody else only, not by ${user.username}.`);
  }
  const message = ephemeral?.message ?? world.messages.get(channel_id)?.get(id);
  if (message !== undefined) return message;
  throw new Error(`The message ${id} is not there any more.`);
}
