import { toApiChannel, toApiMember } from './payloads.js';
import { channelPermissions } from './permissions.js';
import type { ChannelRecord, World } from './world.js';

/** Discord's `resolved`: the full objects that ids in options, menus and modals stand for. Built up id by id. */
export interface ResolvedData {
  user(id: string): void;
  role(id: string): void;
  channel(id: string): void;
  message(id: string, message: unknown): void;
  /** What was found, or undefined when no id was given. */
  result(): Readonly<Record<string, unknown>> | undefined;
}

/** Starts collecting objects for somebody who acts in `channel`. Its functions throw for ids that are not there. */
export function collectResolved(world: World, channel: ChannelRecord, actorId: string): ResolvedData {
  const guild = channel.kind === 'direct' ? undefined : world.guilds.get(channel.guildId);
  const found: Record<string, Record<string, unknown>> = {};
  const put = (kind: string, id: string, value: unknown) => {
    found[kind] = { ...found[kind], [id]: value };
  };
  return {
    user: (id) => {
      const user = world.users.get(id);
      if (user === undefined) throw new Error(`There is no user ${id}.`);
      put('users', id, user);
      const member = guild?.members.get(id);
      if (member === undefined) return;
      const { user: _user, deaf: _deaf, mute: _mute, ...rest } = toApiMember(world, member);
      put('members', id, { ...rest, permissions: String(channelPermissions(world, channel, id)) });
    },
    role: (id) => {
      const role = guild?.roles.get(id);
      if (role === undefined) throw new Error(`There is no role ${id} in this server.`);
      put('roles', id, role);
    },
    channel: (id) => {
      const target = world.channels.get(id);
      if (target === undefined || target.kind === 'direct' || target.guildId !== guild?.id) {
        throw new Error(`There is no channel ${id} in this server.`);
      }
      put('channels', id, {
        ...toApiChannel(world, target),
        permissions: String(channelPermissions(world, target, actorId)),
        app_permissions: String(channelPermissions(world, target, world.bot.id)),
      });
    },
    message: (id, message) => put('messages', id, message),
    result: () => (Object.keys(found).length === 0 ? undefined : found),
  };
}
