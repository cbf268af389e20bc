import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { guildCreateData } from './gateway-announcements.js';
import { guildRoles } from './guild-roles.js';
import { toApiMember } from './payloads.js';
import type { PermissionName } from './permissions.js';
import type { GuildRecord, MemberRecord, World } from './world.js';

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

/** What can be done about a server's members, the bot among them. */
export interface GuildMembers {
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

/** The part of a server's handle that is about members. */
export function guildMembers(world: World, guild: () => GuildRecord): GuildMembers {
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
  const { createRole, setRolePermissions } = guildRoles(world, guild);

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
