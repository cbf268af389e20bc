import type { APIUser } from 'discord-api-types/v10';
import { API_PATH, createApiServer } from './api-server.js';
import { ATTACHMENTS_PATH } from './attachments.js';
import { type Channel, createChannel } from './channel.js';
import { createPlaygroundClock, type PlaygroundClock } from './clock.js';
import { createCommandRegistry } from './command-registry.js';
import { openDirectChannel } from './direct-channels.js';
import type { PlaygroundEvent } from './event-hub.js';
import type { Exchange } from './exchange.js';
import { createFaults, type Faults } from './faults.js';
import { GATEWAY_PATH } from './gateway-announcements.js';
import { startGateway } from './gateway-server.js';
import { createGuild, type Guild } from './guild.js';
import { createInteractionDesk } from './interaction-desk.js';
import { createNonceBook } from './nonces.js';
import type { PermissionName } from './permissions.js';
import { createPerson, type Person } from './person.js';
import { createPersonView, type PersonView } from './person-view.js';
import { createRateLimiter, discordRateLimits, type RateLimitOptions } from './rate-limits.js';
import { channelRoutes } from './rest/channel-routes.js';
import { commandRoutes } from './rest/command-routes.js';
import { coreRoutes } from './rest/core-routes.js';
import { interactionRoutes } from './rest/interaction-routes.js';
import { messageRoutes } from './rest/message-routes.js';
import { reactionRoutes } from './rest/reaction-routes.js';
import { threadRoutes } from './rest/thread-routes.js';
import { startWebServer, type UpgradeHandler, type WebHandler } from './web-server.js';
import { createUserRecord, createWorld, type World } from './world.js';

/** How a playground is set up. Everything has a default that is like Discord. */
export interface PlaygroundOptions {
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** By default one that shows the real time. */
  readonly clock?: PlaygroundClock;
  readonly botName?: string;
  /** Hears of every request of the bot's with its answer, and of every event that the gateway tells. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Discord's limits by default; `off` for quick tests. */
  readonly rateLimits?: RateLimitOptions | 'off';
  /** The privileged intents that the bot may ask for, as bits; none by default. */
  readonly privilegedIntents?: number;
  /** How long interactions wait for a first answer, 3,000 ms, and how long their tokens live, 15 minutes. */
  readonly interactionAnswerMs?: number;
  readonly interactionTokenMs?: number;
  /** How long a person waits for the content of a deferred answer: 15 s. */
  readonly patienceMs?: number;
  /** How long a nonce is remembered: 5 minutes. */
  readonly nonceWindowMs?: number;
  /** How often the bot must send a heartbeat: 41,250 ms. */
  readonly heartbeatIntervalMs?: number;
}

/** A Discord on loopback: what a bot connects to, and what drives it from the other side. */
export interface Playground {
  /** For discord.js's `rest.api`: `http://127.0.0.1:PORT/api`. */
  readonly apiUrl: string;
  readonly baseUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botUser: APIUser;
  readonly clock: PlaygroundClock;
  readonly faults: Faults;
  /** Makes an account. Whoever is `under18` cannot look into age-restricted channels. */
  createUser(options: { readonly name: string; readonly under18?: boolean }): APIUser;
  /** Makes a server. The bot is a member with those permissions (what the README asks for) unless `false` is said. */
  createGuild(options: {
    readonly name: string;
    readonly owner: { readonly id: string };
    readonly botPermissions?: readonly PermissionName[] | false;
  }): Guild;
  /** A user at their client. */
  as(user: { readonly id: string }): Person;
  /** What a user's client shows them, for whoever draws one. */
  viewOf(user: { readonly id: string }): PersonView;
  /** The bot's private conversation with a user. */
  directMessages(user: { readonly id: string }): Channel;
  /** Hears of whatever happens, as the gateway would tell it, and of answers that one person sees. Returns what ends that. */
  onEvent(listener: (event: PlaygroundEvent) => void): () => void;
  /** Whether the bot is connected to the gateway now. */
  isBotOnline(): boolean;
  /** Forgets nonces at once, as if the minutes for which Discord remembers them had passed. */
  forgetNonces(): void;
  /** Serves what comes for `path` and below on the same port. */
  mount(path: string, handler: WebHandler): void;
  /** Takes over upgrades, to WebSockets say, of `path` itself. */
  mountUpgrade(path: string, handler: UpgradeHandler): void;
  stop(): Promise<void>;
}

/** Starts a playground. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const web = await startWebServer(options.port ?? 0);
  const world = createWorld({
    clock: options.clock ?? createPlaygroundClock(),
    botName: options.botName ?? 'Cliffhanger',
    baseUrl: web.baseUrl,
    privilegedIntents: options.privilegedIntents ?? 0,
  });
  const onExchange = options.onExchange ?? (() => {});
  const gateway = startGateway(world, { heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250, onExchange });
  const injector = createFaults(gateway.faults);
  const registry = createCommandRegistry(world);
  const nonces = createNonceBook(options.nonceWindowMs ?? 5 * 60_000);
  const desk = createInteractionDesk(world, {
    answerMs: options.interactionAnswerMs ?? 3000,
    tokenMs: options.interactionTokenMs ?? 15 * 60_000,
  });
  const api = createApiServer({
    routes: [
      ...coreRoutes(world),
      ...channelRoutes(world),
      ...threadRoutes(world),
      ...messageRoutes(world, nonces),
      ...reactionRoutes(world),
      ...commandRoutes(world, registry),
      ...interactionRoutes(world, desk),
    ],
    token: world.token,
    injector,
    limiter: createRateLimiter(options.rateLimits ?? discordRateLimits),
    onExchange,
    onError: (error) => console.error('The playground failed:', error),
  });
  web.mount(API_PATH, api);
  web.mount(ATTACHMENTS_PATH, (request) => serveAttachment(world, request));
  web.mountUpgrade(GATEWAY_PATH, gateway.accept);

  const context = { world, registry, desk, patienceMs: options.patienceMs ?? 15_000 };
  const userOf = (id: string) => {
    const user = world.users.get(id);
    if (user === undefined) throw new Error(`There is no user ${id}.`);
    return user;
  };
  return {
    apiUrl: `${web.baseUrl}${API_PATH}`,
    baseUrl: web.baseUrl,
    token: world.token,
    applicationId: world.applicationId,
    botUser: world.bot,
    clock: world.clock,
    faults: injector.faults,
    createUser: ({ name, under18 = false }) => {
      const user = createUserRecord(world.nextId(), name, false);
      world.users.set(user.id, user);
      if (under18) world.minors.add(user.id);
      return user;
    },
    createGuild: ({ name, owner, botPermissions }) => {
      const guild = createGuild(world, name, userOf(owner.id));
      if (botPermissions !== false) guild.addBot(botPermissions);
      return guild;
    },
    as: (user) => createPerson(context, userOf(user.id)),
    viewOf: (user) => createPersonView(world, registry, userOf(user.id)),
    directMessages: (user) =>
      createChannel(world, openDirectChannel(world, user.id).id, (record) => record.kind === 'direct'),
    onEvent: (listener) => world.events.listen(listener),
    isBotOnline: () => gateway.connectedSessions() > 0,
    forgetNonces: () => nonces.forgetAll(),
    mount: web.mount,
    mountUpgrade: web.mountUpgrade,
    stop: async () => {
      injector.faults.clear();
      gateway.stop();
      await web.stop();
    },
  };
}

function serveAttachment(world: World, request: Request): Response {
  const id = new URL(request.url).pathname.split('/')[2] ?? '';
  const file = world.files.get(id);
  if (file === undefined) return new Response('Not found', { status: 404 });
  return new Response(Buffer.from(file.bytes), { headers: { 'content-type': file.contentType } });
}
