import { type APIUser, Client, Events, GatewayIntentBits, type TextChannel } from 'discord.js';
import type { GuildChannel } from '../../src/playground/channel.js';
import { createPlaygroundClock } from '../../src/playground/clock.js';
import type { Guild } from '../../src/playground/guild.js';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/playground.js';
import { createJudge, type Judge } from '../support/judge.js';

/** Where the clock of a test stands, unless the test says otherwise: pinned, so that ids and times are foreseeable. */
export const testStart = new Date('2026-10-05T18:00:00Z');

/** An answer of the REST API to a request made by hand. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A playground with people in it, watched by the judge, and ways to speak to it as a bot. */
export interface Testbed {
  readonly playground: Playground;
  readonly judge: Judge;
  readonly owner: APIUser;
  readonly reader: APIUser;
  readonly guild: Guild;
  readonly channel: GuildChannel;
  /** Logs the real discord.js in, with the intents that the bot uses. */
  login(): Promise<Client<true>>;
  /** The testbed's channel, as discord.js knows it. */
  textChannel(client: Client<true>): Promise<TextChannel>;
  /** Asks the REST API as the bot, without a client in between. */
  ask(method: string, path: string, body?: unknown): Promise<RawReply>;
  /** Ends everything, and throws when the playground said anything that Discord would not. */
  close(): Promise<void>;
}

/** Opens a testbed without rate limits, its clock pinned. */
export async function openTestbed(options: PlaygroundOptions = {}): Promise<Testbed> {
  const judge = createJudge();
  const playground = await startPlayground({
    rateLimits: 'off',
    clock: createPlaygroundClock({ startAt: testStart, speed: 0 }),
    onExchange: judge.onExchange,
    ...options,
  });
  const owner = playground.createUser({ name: 'Erin' });
  const reader = playground.createUser({ name: 'Scott' });
  const guild = playground.createGuild({ name: 'Beacon', owner });
  guild.join(reader);
  const channel = guild.createChannel({ name: 'story' });
  const clients: Client[] = [];

  return {
    playground,
    judge,
    owner,
    reader,
    guild,
    channel,
    async login() {
      const client = new Client({
        intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
        rest: { api: playground.apiUrl, version: '10' },
      });
      clients.push(client);
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(playground.token);
      return ready;
    },
    async textChannel(client) {
      const found = await client.channels.fetch(channel.id);
      if (found?.isTextBased() !== true || found.isDMBased() || found.isThread()) throw new Error('No text channel.');
      return found as TextChannel;
    },
    async ask(method, path, body) {
      const response = await fetch(`${playground.apiUrl}/v10${path}`, {
        method,
        headers: { authorization: `Bot ${playground.token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
    async close() {
      await Promise.all(clients.map((client) => client.destroy()));
      await playground.stop();
      const own = judge.violations.filter(({ by }) => by !== 'request');
      if (own.length > 0)
        throw new Error(`The playground said what Discord would not: ${JSON.stringify(own, null, 2)}`);
    },
  };
}
