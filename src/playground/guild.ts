import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  OverwriteType,
  type RoleFlags,
} from 'discord-api-types/v10';
import { createGuildChannel, type GuildChannel, type PermissionChange } from './channel.js';
import { guildCreateData } from './gateway-announcements.js';
import { toApiGuildChannel, toApiMember } from './payloads.js';
import { EVERYONE_PERMISSIONS, type PermissionName, permissionBits } from './permissions.js';
import {
  type GuildChannelRecord,
  type GuildChannelType,
  type GuildRecord,
  type MemberRecord,
  NO_FLAGS,
  type World,
} from './world.js';

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

/** A role to be made. */
export interface RoleOptions {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  /** Whether everybody may ping it; not by default. */
  readonly mentionable?: boolean;
}

/** What the bot may do in a server unless something else is said: what it asks for when it is invited. */
export const defaultBotPermissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'CreatePublicThreads',
  'ManageMessages',
] as const satisfies readonly PermissionName[];

/** A server. Whatever is changed here, the bot is told through the gateway. */
export interface Guild {
  readonly id: string;
  /** Its state now. */
  record(): GuildRecord;
  createChannel(options: ChannelOptions): GuildChannel;
  channels(): readonly GuildChannel[];
  createRole(options: RoleOptions): APIRole;
  /** Changes what a role may do; `everyone` is the role that all have. */
  setRolePermissions(role: { readonly id: string } | 'everyone', permissions: readonly PermissionName[]): void;
  deleteRole(role: { readonly id: string }): void;
  /** Makes somebody a member, with those roles. */
  join(user: { readonly id: string }, options?: { readonly roles?: readonly { readonly id: string }[] }): void;
  /** Sets a member's roles. */
  setRoles(user: { readonly id: string }, roles: readonly { readonly id: string }[]): void;
  leave(user: { readonly id: string }): void;
  /** Invites the bot, with a role of its own that has those permissions. */
  addBot(permissions?: readonly PermissionName[]): void;
  /** Changes what the bot's own role may do. */
  setBotPermissions(permissions: readonly PermissionName[]): void;
  /** Throws the bot out. */
  removeBot(): void;
}

/** Makes a server that belongs to `owner`, without the bot. */
export function createGuild(world: World, name: string, owner: APIUser): Guild {
  const id = world.nextId();
  const everyone = roleRecord(id, '@everyone', EVERYONE_PERMISSIONS, 0);
  world.guilds.set(id, { id, name, ownerId: owner.id, roles: new Map([[id, everyone]]), members: new Map() });
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
  return { id, record, ...channelActs(world, record), ...roleActs(world, record), ...memberActs(world, record) };
}

type Find = () => GuildRecord;

function channelActs(world: World, guild: Find): Pick<Guild, 'createChannel' | 'channels'> {
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

function roleActs(world: World, guild: Find): Pick<Guild, 'createRole' | 'setRolePermissions' | 'deleteRole'> {
  const put = (role: APIRole, event: GatewayDispatchEvents.GuildRoleCreate | GatewayDispatchEvents.GuildRoleUpdate) => {
    guild().roles.set(role.id, role);
    world.events.dispatch(event, { guild_id: guild().id, role }, GatewayIntentBits.Guilds);
    return role;
  };
  return {
    createRole: ({ name, permissions = [], mentionable = false }) => {
      const role = roleRecord(world.nextId(), name, permissionBits(permissions), guild().roles.size);
      return put({ ...role, mentionable }, GatewayDispatchEvents.GuildRoleCreate);
    },
    setRolePermissions: (role, permissions) => {
      const standing = guild().roles.get(role === 'everyone' ? guild().id : role.id);
      if (standing === undefined) throw new Error('There is no such role in this server.');
      const changed = { ...standing, permissions: String(permissionBits(permissions)) };
      put(changed, GatewayDispatchEvents.GuildRoleUpdate);
    },
    deleteRole: ({ id: roleId }) => {
      guild().roles.delete(roleId);
      const data = { guild_id: guild().id, role_id: roleId };
      world.events.dispatch(GatewayDispatchEvents.GuildRoleDelete, data, GatewayIntentBits.Guilds);
    },
  };
}

function roleRecord(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS satisfies RoleFlags,
  };
}

type MemberActs = Pick<Guild, 'join' | 'setRoles' | 'leave' | 'addBot' | 'setBotPermissions' | 'removeBot'>;

function memberActs(world: World, guild: Find): MemberActs {
  const members = GatewayIntentBits.GuildMembers;
  const replace = (member: MemberRecord) => {
    guild().members.set(member.userId, member);
    const { avatar = null, banner = null, ...rest } = toApiMember(world, member);
    const data = { ...rest, avatar, banner, joined_at: member.joinedAt.toISOString(), guild_id: guild().id };
    // A bot is told of its own member without the members intent.
    const intents = member.userId === world.bot.id ? GatewayIntentBits.Guilds : members;
    world.events.dispatch(GatewayDispatchEvents.GuildMemberUpdate, data, intents);
  };
  const memberOf = (userId: string) => {
    const member = guild().members.get(userId);
    if (member === undefined) throw new Error(`The user ${userId} is no member of this server.`);
    return member;
  };
  const { createRole, setRolePermissions } = roleActs(world, guild);

  return {
    join: (user, options) => {
      const roles = (options?.roles ?? []).map(({ id }) => id);
      const member: MemberRecord = { userId: user.id, roles, joinedAt: world.clock.now() };
      guild().members.set(user.id, member);
      const data = { ...toApiMember(world, member), guild_id: guild().id };
      world.events.dispatch(GatewayDispatchEvents.GuildMemberAdd, data, members);
    },
    setRoles: (user, roles) => replace({ ...memberOf(user.id), roles: roles.map(({ id }) => id) }),
    leave: (user) => {
      guild().members.delete(user.id);
      const left = world.users.get(user.id);
      if (left === undefined) return;
      world.events.dispatch(GatewayDispatchEvents.GuildMemberRemove, { guild_id: guild().id, user: left }, members);
    },
    addBot: (permissions = defaultBotPermissions) => {
      const role = createRole({ name: world.bot.username, permissions });
      const member: MemberRecord = { userId: world.bot.id, roles: [role.id], joinedAt: world.clock.now() };
      guild().members.set(world.bot.id, member);
      world.events.dispatch(
        GatewayDispatchEvents.GuildCreate,
        guildCreateData(world, guild()),
        GatewayIntentBits.Guilds,
      );
    },
    setBotPermissions: (permissions) => {
      const [own] = memberOf(world.bot.id).roles;
      if (own === undefined) throw new Error('The bot has no role of its own in this server.');
      setRolePermissions({ id: own }, permissions);
    },
    removeBot: () => {
      guild().members.delete(world.bot.id);
      world.events.dispatch(GatewayDispatchEvents.GuildDelete, { id: guild().id }, 0);
    },
  };
}
