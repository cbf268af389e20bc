import {
  ApplicationFlags,
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import type { GatewaySession } from './gateway-session.js';
import { toApiGuild, toApiGuildChannel, toApiMember, toApiThread } from './payloads.js';
import type { GuildRecord, World } from './world.js';

/** The path of the gateway below the playground's base URL. */
export const GATEWAY_PATH = '/gateway';

/** Where a client finds the gateway, and comes back to when it resumes. */
export function gatewayUrl(world: World): string {
  return `${world.baseUrl.replace(/^http/u, 'ws')}${GATEWAY_PATH}`;
}

/** The servers that the bot is in. */
export function botGuilds(world: World): readonly GuildRecord[] {
  return [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id));
}

/** Says READY to a new session, with every server still unavailable, then brings the servers one by one. */
export function announceWorld(world: World, session: GatewaySession, shard: readonly [number, number]): void {
  const guilds = botGuilds(world);
  const ready: GatewayReadyDispatchData = {
    v: 10,
    user: world.bot,
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: gatewayUrl(world),
    shard: [...shard],
    application: { id: world.applicationId, flags: ApplicationFlags.ApplicationCommandBadge, flags_new: '0' },
  };
  session.tell(GatewayDispatchEvents.Ready, ready);
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
  for (const guild of guilds) session.tell(GatewayDispatchEvents.GuildCreate, guildCreateData(world, guild));
}

/** A server with all that GUILD_CREATE carries. */
export function guildCreateData(world: World, guild: GuildRecord): GatewayGuildCreateDispatchData {
  const bot = guild.members.get(world.bot.id);
  const inGuild = [...world.channels.values()].filter((one) => one.kind !== 'direct' && one.guildId === guild.id);
  return {
    ...toApiGuild(guild),
    joined_at: (bot?.joinedAt ?? world.clock.now()).toISOString(),
    large: false,
    member_count: guild.members.size,
    // Without the members intent a server of any size comes with the bot's own member only.
    members: bot === undefined ? [] : [toApiMember(world, bot)],
    channels: inGuild.flatMap((channel) => (channel.kind === 'guild' ? [toApiGuildChannel(channel)] : [])),
    threads: inGuild.flatMap((one) => (one.kind === 'thread' && !one.archived ? [toApiThread(one)] : [])),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    unavailable: false,
  };
}
