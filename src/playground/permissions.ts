import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { ChannelRecord, GuildChannelRecord, GuildRecord, World } from './world.js';

/** Every permission there is. */
export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What `@everyone` may do in a new server. */
export const EVERYONE_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands;

/** A permission's name as discord-api-types has it, `SendMessages` say. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** The bits of the named permissions together. */
export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** What a user may do in a server as a whole; nothing when they are not a member. Administrators and the owner may all. */
export function guildPermissions(guild: GuildRecord, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const granted = [guild.id, ...member.roles].reduce(
    (bits, roleId) => bits | BigInt(guild.roles.get(roleId)?.permissions ?? '0'),
    0n,
  );
  return (granted & PermissionFlagsBits.Administrator) === 0n ? granted : ALL_PERMISSIONS;
}

/**
 * What a user may do in a channel, by Discord's order of overwrites: `@everyone`, the roles together, the member
 * (https://discord.com/developers/docs/topics/permissions#permission-overwrites). A thread has its parent's.
 */
export function channelPermissions(world: World, channel: ChannelRecord, userId: string): bigint {
  if (channel.kind === 'direct') {
    return userId === channel.recipientId || userId === world.bot.id ? EVERYONE_PERMISSIONS : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  const owner = channel.kind === 'thread' ? world.channels.get(channel.parentId) : channel;
  if (guild === undefined || member === undefined || owner?.kind !== 'guild') return 0n;
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS) return base;
  const granted = applyOverwrites(owner, base, guild.id, member.roles, userId);
  // Who cannot see a channel can do nothing in it.
  return (granted & PermissionFlagsBits.ViewChannel) === 0n ? 0n : granted;
}

function applyOverwrites(
  channel: GuildChannelRecord,
  base: bigint,
  everyoneId: string,
  roles: readonly string[],
  userId: string,
): bigint {
  const apply = (bits: bigint, type: OverwriteType, ids: readonly string[]) => {
    const chosen = channel.overwrites.filter((overwrite) => overwrite.type === type && ids.includes(overwrite.id));
    const denied = chosen.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
    const allowed = chosen.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
    return (bits & ~denied) | allowed;
  };
  const forEveryone = apply(base, OverwriteType.Role, [everyoneId]);
  const forRoles = apply(forEveryone, OverwriteType.Role, roles);
  return apply(forRoles, OverwriteType.Member, [userId]);
}

/** Whether `bits` hold all the named permissions. */
export function allows(bits: bigint, ...names: readonly PermissionName[]): boolean {
  const wanted = permissionBits(names);
  return (bits & wanted) === wanted;
}
