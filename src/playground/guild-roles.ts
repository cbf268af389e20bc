import { type APIRole, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { type PermissionName, permissionBits } from './permissions.js';
import { type GuildRecord, NO_FLAGS, type World } from './world.js';

/** A role to be made. */
export interface RoleOptions {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  /** Whether everybody may ping it; not by default. */
  readonly mentionable?: boolean;
}

/** What can be done about a server's roles. */
export interface GuildRoles {
  createRole(options: RoleOptions): APIRole;
  /** Changes what a role may do; `everyone` is the role that all have. */
  setRolePermissions(role: { readonly id: string } | 'everyone', permissions: readonly PermissionName[]): void;
}

/** The part of a server's handle that is about roles. */
export function guildRoles(world: World, guild: () => GuildRecord): GuildRoles {
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
  };
}

/** A role as the API shows it, which nobody can ping. */
export function roleRecord(id: string, name: string, permissions: bigint, position: number): APIRole {
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
    flags: NO_FLAGS,
  };
}
