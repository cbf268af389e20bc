import { Client, DefaultRestOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import { heedRetryAfter, type RateLimitListener } from './heed-retry-after.js';
import { paceRequests } from './pace-requests.js';
import { createShardPark } from './park-shards.js';

/** Requests a second over all channels: one below Discord's own limit of 50, for what a network bunches up. */
const requestsPerSecond = 49;
/** The longest time that a timer takes: requests are timed where they are made, since they wait for their turn before. */
const neverMs = 2 ** 31 - 1;

/** What a client is set up with. */
export interface ClientOptions {
  /** Another server that speaks Discord's API, such as `http://127.0.0.1:8080/api`. */
  readonly apiUrl: string | undefined;
  /** How long one request may take before it counts as lost, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Is told of each 429, which discord.js waits out without a word. */
  readonly onRateLimit: RateLimitListener;
}

/** A client that is not logged in, and a way to drop it: whether or not its log-in went on, it never connects again. */
export interface FreshClient {
  readonly client: Client;
  readonly abandon: () => void;
}

/**
 * A discord.js client as this bot wants it: no privileged intent, no accidental ping, no message cache (a reaction on a
 * message of last year must arrive like one of today), and no retries of its own, which come without a pause.
 */
export function createClient({ apiUrl, requestTimeoutMs, onRateLimit }: ClientOptions): FreshClient {
  const shards = createShardPark();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User, Partials.GuildMember],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
    ws: { buildStrategy: shards.buildStrategy },
    rest: {
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      retries: 0,
      timeout: neverMs,
      makeRequest: paceRequests(heedRetryAfter(DefaultRestOptions.makeRequest, onRateLimit), {
        perSecond: requestsPerSecond,
        timeoutMs: requestTimeoutMs,
      }),
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
  const abandon = () => {
    shards.park();
    // Nobody waits for the farewell: a gateway that says nothing would hold it up for half a minute.
    client.destroy().catch(() => {});
  };
  return { client, abandon };
}
