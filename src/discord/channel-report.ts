import { ChannelType, type Client, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { ChannelNeeds, ChannelReport } from '../release/posting/publisher.js';
import type { ChannelKind } from '../release/serial/serial.js';

const kinds: ReadonlyMap<ChannelType, ChannelKind> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
]);

/** Permissions as Discord's settings name them to people. */
const names = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  ReadMessageHistory: 'Read Message History',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  AddReactions: 'Add Reactions',
  MentionEveryone: 'Mention @everyone, @here and All Roles (or let everyone mention that role)',
} as const;
type PermissionName = keyof typeof names;

/** Looks at a channel as the gateway last told of it; undefined where it cannot carry a serial. No request is made. */
export function reportChannel(
  client: Client,
  guildId: string,
  channelId: string,
  needs: ChannelNeeds,
): ChannelReport | undefined {
  const channel = client.guilds.cache.get(guildId)?.channels.cache.get(channelId);
  const kind = channel === undefined ? undefined : kinds.get(channel.type);
  if (channel === undefined || kind === undefined) return undefined;
  return {
    name: channel.name,
    kind,
    ageRestricted: 'nsfw' in channel && channel.nsfw === true,
    missing: missingPermissions(channel, kind, needs),
    tags: channel.type === ChannelType.GuildForum ? channel.availableTags.map(({ id, name }) => ({ id, name })) : [],
  };
}

function missingPermissions(channel: GuildBasedChannel, kind: ChannelKind, needs: ChannelNeeds): readonly string[] {
  const me = channel.guild.members.me;
  const held = me === null ? null : channel.permissionsFor(me);
  const role = needs.roleId === undefined ? undefined : channel.guild.roles.cache.get(needs.roleId);
  const needed: PermissionName[] = [
    'ViewChannel',
    'SendMessages',
    'ReadMessageHistory',
    ...(kind === 'forum' ? (['SendMessagesInThreads'] as const) : []),
    ...(needs.discussion && kind !== 'forum' ? (['CreatePublicThreads'] as const) : []),
    ...(needs.seeds ? (['AddReactions'] as const) : []),
    ...(role !== undefined && !role.mentionable ? (['MentionEveryone'] as const) : []),
  ];
  return needed.filter((name) => held?.has(PermissionFlagsBits[name]) !== true).map((name) => names[name]);
}
