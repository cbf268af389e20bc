import type { APIChannel, APIMessage, APIRole, APIUser } from 'discord-api-types/v10';
import type { SeenChannel, SeenServer, Surroundings } from '../../playground/surroundings.js';

/** What messages are drawn before: who is who, what is called what, and what time it is. */
export interface Scenery {
  readonly me: APIUser;
  user(id: string): APIUser | undefined;
  role(id: string): APIRole | undefined;
  channel(id: string): SeenChannel | undefined;
  server(channelId: string): SeenServer | undefined;
  roles(): readonly APIRole[];
  /** Those of servers: no private conversations. */
  channels(): readonly SeenChannel[];
  /** Whether a message calls for whoever looks at it. */
  pings(message: APIMessage): boolean;
}

/** Reads somebody's surroundings for drawing. */
export function createScenery({ me, servers, direct }: Surroundings): Scenery {
  const users = new Map(servers.flatMap(({ members }) => members.map(({ user }) => [user.id, user])));
  const roles = new Map(servers.flatMap((server) => server.roles.map((role) => [role.id, role])));
  const channels = new Map(servers.flatMap((server) => server.channels.map((seen) => [seen.channel.id, seen])));
  if (direct !== undefined) channels.set(direct.channel.id, direct);
  const ownRoles = new Set(
    servers.flatMap(({ members }) => members.find(({ user }) => user.id === me.id)?.roles ?? []),
  );
  return {
    me,
    user: (id) => users.get(id),
    role: (id) => roles.get(id),
    channel: (id) => channels.get(id),
    server: (channelId) => servers.find((server) => server.channels.some(({ channel }) => channel.id === channelId)),
    roles: () => [...roles.values()],
    channels: () => servers.flatMap((server) => server.channels),
    pings: ({ author, mentions, mention_everyone, mention_roles }) =>
      author.id !== me.id &&
      (mention_everyone || mentions.some(({ id }) => id === me.id) || mention_roles.some((id) => ownRoles.has(id))),
  };
}

/** What somebody is called. */
export function displayName({ global_name, username }: APIUser): string {
  return global_name ?? username;
}

/** What a channel is called; a private conversation by who else is in it. */
export function channelName(channel: APIChannel): string {
  if ('recipients' in channel) return channel.recipients?.map(displayName).join(', ') || 'Private messages';
  return channel.name ?? 'unnamed';
}
