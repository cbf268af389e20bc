import { type APIMessage, type APIUser, MessageFlags } from 'discord-api-types/v10';
import { isAgeRestricted } from './command-choice.js';
import { allows, channelPermissions, type PermissionName } from './permissions.js';
import { type ChannelRecord, NO_FLAGS, type World } from './world.js';

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

/** The message as it stands now, as that person sees it. Throws when it is gone or was meant for somebody else. */
export function personMessage(world: World, user: APIUser, { id, channel_id, flags }: APIMessage): APIMessage {
  const whisper = world.whispers.get(id);
  if (whisper !== undefined && whisper.userId !== user.id) {
    throw new Error(`The message ${id} is seen by somebody else only, not by ${user.username}.`);
  }
  const message = whisper?.message ?? world.messages.get(channel_id)?.get(id);
  if (message !== undefined) return message;
  const kind = ((flags ?? NO_FLAGS) & MessageFlags.Ephemeral) === 0 ? '' : 'private ';
  throw new Error(`The ${kind}message ${id} is not there any more.`);
}
