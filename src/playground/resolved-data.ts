import { toApiChannel } from './payloads.js';
import { channelPermissions } from './permissions.js';
import type { ChannelRecord, World } from './world.js';

/** Discord's `resolved`: the full objects that ids in options stand for. Built up id by id. */
export interface ResolvedData {
  role(id: string): void;
  channel(id: string): void;
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
    result: () => (Object.keys(found).length === 0 ? undefined : found),
  };
}
