import {
  type APIOverwrite,
  type APIUser,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  OverwriteType,
} from 'discord-api-types/v10';
import { createGuildChannel, type GuildChannel, type PermissionChange } from './channel.js';
import { guildCreateData } from './gateway-announcements.js';
import { type GuildMembers, guildMembers } from './guild-members.js';
import { type GuildRoles, guildRoles, roleRecord } from './guild-roles.js';
import { toApiGuildChannel } from './payloads.js';
import { EVERYONE_PERMISSIONS, permissionBits } from './permissions.js';
import type { GuildChannelRecord, GuildChannelType, GuildRecord, World } from './world.js';

export { defaultBotPermissions } from './guild-members.js';

const channelTypes = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
} as const satisfies Record<string, GuildChannelType>;

/** A channel to be made. `tags` are a forum's, by name. */
export interface ChannelOptions {
  readonly name: string;
  /** Text by default. */
  readonly type?: keyof typeof channelTypes;
  readonly nsfw?: boolean;
  readonly topic?: string;
  readonly tags?: readonly string[];
  /** What somebody (a member, or a role by its id) may and may not do here. */
  readonly overwrites?: readonly (PermissionChange & { readonly id: string })[];
}

/** A server. Whatever is changed here, the bot is told through the gateway. */
export interface Guild extends GuildRoles, GuildMembers {
  readonly id: string;
  /** Its state now. */
  record(): GuildRecord;
  createChannel(options: ChannelOptions): GuildChannel;
  channels(): readonly GuildChannel[];
  /** Lets a role use a command, whatever that asks for by itself, or not: as in Server Settings, Integrations. */
  setCommandRole(command: string, role: { readonly id: string }, isAllowed: boolean): void;
  /** Has Discord trouble with this server, or none any more: the bot loses sight of it for a while. */
  setAvailable(isAvailable: boolean): void;
}

/** Makes a server that belongs to `owner`, without the bot. */
export function createGuild(world: World, name: string, owner: APIUser): Guild {
  const id = world.nextId();
  const everyone = roleRecord(id, '@everyone', EVERYONE_PERMISSIONS, 0);
  world.guilds.set(id, {
    id,
    name,
    ownerId: owner.id,
    roles: new Map([[id, everyone]]),
    members: new Map(),
    commandRoles: new Map(),
  });
  const guild = guildHandle(world, id);
  guild.join(owner);
  return guild;
}

/** The handle of a server that is there already. */
export function guildHandle(world: World, id: string): Guild {
  const record = () => {
    const guild = world.guilds.get(id);
    if (guild === undefined) throw new Error(`The server ${id} is not there any more.`);
    return guild;
  };
  const setAvailable = (isAvailable: boolean) => {
    if (isAvailable) world.events.dispatch(GatewayDispatchEvents.GuildCreate, guildCreateData(world, record()), 0);
    else world.events.dispatch(GatewayDispatchEvents.GuildDelete, { id, unavailable: true }, 0);
  };
  return {
    id,
    record,
    setAvailable,
    setCommandRole: (command, role, isAllowed) => {
      const { commandRoles } = record();
      commandRoles.set(command, new Map(commandRoles.get(command)).set(role.id, isAllowed));
    },
    ...channelActs(world, record),
    ...guildRoles(world, record),
    ...guildMembers(world, record),
  };
}

function channelActs(world: World, guild: () => GuildRecord): Pick<Guild, 'createChannel' | 'channels'> {
  return {
    createChannel: (options) => {
      const record = channelRecord(world, guild(), options);
      world.channels.set(record.id, record);
      const data = { ...toApiGuildChannel(record), guild_id: record.guildId };
      world.events.dispatch(GatewayDispatchEvents.ChannelCreate, data, GatewayIntentBits.Guilds);
      return createGuildChannel(world, record.id);
    },
    channels: () =>
      [...world.channels.values()].flatMap((one) =>
        one.kind === 'guild' && one.guildId === guild().id ? [createGuildChannel(world, one.id)] : [],
      ),
  };
}

function channelRecord(world: World, guild: GuildRecord, options: ChannelOptions): GuildChannelRecord {
  const { name, type = 'text', nsfw = false, topic = null, tags = [], overwrites = [] } = options;
  return {
    kind: 'guild',
    id: world.nextId(),
    guildId: guild.id,
    type: channelTypes[type],
    name,
    topic,
    nsfw,
    position: [...world.channels.values()].filter((one) => one.kind === 'guild' && one.guildId === guild.id).length,
    overwrites: overwrites.map(
      ({ id, allow = [], deny = [] }): APIOverwrite => ({
        id,
        type: guild.roles.has(id) ? OverwriteType.Role : OverwriteType.Member,
        allow: String(permissionBits(allow)),
        deny: String(permissionBits(deny)),
      }),
    ),
    tags: tags.map((tag) => ({ id: world.nextId(), name: tag, moderated: false, emoji_id: null, emoji_name: null })),
    lastMessageId: null,
  };
}
