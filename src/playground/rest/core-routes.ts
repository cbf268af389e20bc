import * as z from 'zod';
import { apiError } from '../api-error.js';
import { openDirectChannel } from '../direct-channels.js';
import { parseForm, snowflake } from '../form.js';
import { gatewayUrl } from '../gateway-announcements.js';
import { toApiChannel, toApiMember, toApiThread } from '../payloads.js';
import type { GuildRecord, World } from '../world.js';
import { type ApiRequest, ok, type Route, route } from './route.js';

/** The routes for the bot itself, users, servers and what is in them. */
export function coreRoutes(world: World): readonly Route[] {
  return [...gatewayRoutes(world), ...userRoutes(world), ...guildRoutes(world)];
}

function gatewayRoutes(world: World): readonly Route[] {
  return [
    route('GET', '/gateway/bot', () =>
      ok({
        url: gatewayUrl(world),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
      }),
    ),
  ];
}

const directChannelForm = z.object({ recipient_id: snowflake });

function userRoutes(world: World): readonly Route[] {
  return [
    route('POST', '/users/@me/channels', (request) => {
      const { recipient_id } = parseForm(directChannelForm, request.body);
      const recipient = world.users.get(recipient_id);
      if (recipient === undefined) throw apiError(10013);
      if (recipient.bot === true) throw apiError(50007);
      return ok(toApiChannel(world, openDirectChannel(world, recipient.id)));
    }),
  ];
}

function guildRoutes(world: World): readonly Route[] {
  const find = (request: ApiRequest) => botGuild(world, request.param('guildId'));
  return [
    route('GET', '/guilds/:guildId/threads/active', (request) => {
      const { id } = find(request);
      const threads = [...world.channels.values()].flatMap((one) =>
        one.kind === 'thread' && one.guildId === id && !one.archived ? [one] : [],
      );
      return ok({ threads: threads.map(toApiThread), members: [], has_more: false });
    }),
    route('GET', '/guilds/:guildId/members/:userId', (request) => {
      const guild = find(request);
      const member = guild.members.get(request.param('userId'));
      if (member === undefined) throw apiError(10007);
      return ok(toApiMember(world, member));
    }),
  ];
}

/** The server of that id, where the bot is a member. Throws 10004 otherwise. */
function botGuild(world: World, guildId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  if (guild === undefined || !guild.members.has(world.bot.id)) throw apiError(10004);
  return guild;
}
