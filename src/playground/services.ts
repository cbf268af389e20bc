import { API_PATH, createApiServer } from './api-server.js';
import { createPlaygroundClock, type PlaygroundClock } from './clock.js';
import { type CommandRegistry, createCommandRegistry } from './command-registry.js';
import type { Exchange } from './exchange.js';
import { createFaults, type FaultInjector } from './faults.js';
import { GATEWAY_PATH } from './gateway-announcements.js';
import { type GatewayServer, startGateway } from './gateway-server.js';
import { createInteractionDesk, type InteractionDesk } from './interaction-desk.js';
import { createNonceBook, type NonceBook } from './nonces.js';
import { createRateLimiter, discordRateLimits, type RateLimitOptions } from './rate-limits.js';
import { channelRoutes } from './rest/channel-routes.js';
import { commandRoutes } from './rest/command-routes.js';
import { coreRoutes } from './rest/core-routes.js';
import { interactionRoutes } from './rest/interaction-routes.js';
import { messageRoutes } from './rest/message-routes.js';
import { reactionRoutes } from './rest/reaction-routes.js';
import { threadRoutes } from './rest/thread-routes.js';
import { startWebServer, type WebServer } from './web-server.js';
import { createWorld, type World } from './world.js';

/** How a playground is set up. Everything has a default that is like Discord. */
export interface PlaygroundOptions {
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** By default one that shows the real time. */
  readonly clock?: PlaygroundClock;
  readonly botName?: string;
  /** Hears of every request of the bot's with its answer, and of every event that the gateway tells. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Hears of what went wrong in the playground itself, for which the bot is answered a 500; printed by default. */
  readonly onError?: (error: unknown) => void;
  /** Discord's limits by default; `off` for quick tests. */
  readonly rateLimits?: RateLimitOptions | 'off';
  /** How long interactions wait for a first answer, 3,000 ms, and how long their tokens live, 15 minutes. */
  readonly interactionAnswerMs?: number;
  readonly interactionTokenMs?: number;
  /** How long a person waits for the content of a deferred answer: 15 s. */
  readonly patienceMs?: number;
  /** How often the bot must send a heartbeat: 41,250 ms. */
  readonly heartbeatIntervalMs?: number;
}

/** The parts of a running playground. */
export interface Services {
  readonly web: WebServer;
  readonly world: World;
  readonly gateway: GatewayServer;
  readonly injector: FaultInjector;
  readonly registry: CommandRegistry;
  readonly nonces: NonceBook;
  readonly desk: InteractionDesk;
}

const MINUTE_MS = 60_000;

/** Starts a world and everything that serves it. Rejects when the port is taken. */
export async function startServices(options: PlaygroundOptions): Promise<Services> {
  const { onExchange = () => {}, heartbeatIntervalMs = 41_250 } = options;
  const { interactionAnswerMs = 3000, interactionTokenMs = 15 * MINUTE_MS } = options;
  const { onError = (error) => console.error('The playground failed:', error) } = options;
  const web = await startWebServer(options.port ?? 0, onError);
  const world = createWorld({
    clock: options.clock ?? createPlaygroundClock(),
    botName: options.botName ?? 'Cliffhanger',
    baseUrl: web.baseUrl,
  });
  const gateway = startGateway(world, { heartbeatIntervalMs, onExchange });
  const parts = {
    web,
    world,
    gateway,
    injector: createFaults(gateway.faults),
    registry: createCommandRegistry(world),
    nonces: createNonceBook(5 * MINUTE_MS),
    desk: createInteractionDesk(world, { answerMs: interactionAnswerMs, tokenMs: interactionTokenMs }),
  };
  const serveApi = createApiServer({
    routes: apiRoutes(parts),
    token: world.token,
    knowsInteraction: parts.desk.knows,
    injector: parts.injector,
    limiter: createRateLimiter(options.rateLimits ?? discordRateLimits),
    onExchange,
    onError,
  });
  web.mount(API_PATH, serveApi);
  web.mountUpgrade(GATEWAY_PATH, gateway.accept);
  return parts;
}

function apiRoutes({ world, registry, nonces, desk }: Services) {
  return [
    ...coreRoutes(world),
    ...channelRoutes(world),
    ...threadRoutes(world),
    ...messageRoutes(world, nonces),
    ...reactionRoutes(world),
    ...commandRoutes(world, registry),
    ...interactionRoutes(world, desk),
  ];
}
