import { Client, DefaultRestOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import { heedRetryAfter } from './heed-retry-after.js';

/** Requests a second over all channels: clear of Discord's own limit of 50, which counts a little differently. */
const requestsPerSecond = 45;

/**
 * A discord.js client as this bot wants it: no privileged intent, no accidental ping, no message cache (a reaction on a
 * message of last year must arrive like one of today), and no retries of its own, which come without a pause.
 * `apiUrl` points it at another server that speaks Discord's API, such as `http://127.0.0.1:8080/api`; a request that takes
 * longer than `requestTimeoutMs` counts as lost.
 */
export function createClient(apiUrl: string | undefined, requestTimeoutMs: number): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User, Partials.GuildMember],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
    rest: {
      globalRequestsPerSecond: requestsPerSecond,
      retries: 0,
      timeout: requestTimeoutMs,
      makeRequest: heedRetryAfter(DefaultRestOptions.makeRequest),
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
}
