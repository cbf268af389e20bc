import type { APIUser } from 'discord-api-types/v10';
import { API_PATH } from './api-server.js';
import { type Channel, createChannel } from './channel.js';
import type { PlaygroundClock } from './clock.js';
import { openDirectChannel } from './direct-channels.js';
import type { PlaygroundEvent } from './event-hub.js';
import type { Faults } from './faults.js';
import { createForger, type Forger } from './forger.js';
import { createGuild, type Guild } from './guild.js';
import type { PermissionName } from './permissions.js';
import { createPerson, type Person } from './person.js';
import { createPersonView, type PersonView } from './person-view.js';
import { type PlaygroundOptions, startServices } from './services.js';
import type { UpgradeHandler, WebHandler } from './web-server.js';
import { createUserRecord } from './world.js';

export type { PlaygroundOptions } from './services.js';

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
  /** A user without an honest client, for what the bot must be able to refuse. */
  forge(user: { readonly id: string }): Forger;
  /** What a user's client shows them, for whoever draws one. */
  viewOf(user: { readonly id: string }): PersonView;
  /** The bot's private conversation with a user. */
  directMessages(user: { readonly id: string }): Channel;
  /** Hears of whatever happens, as the gateway would tell it, and of answers that one person sees. Returns what ends that. */
  onEvent(listener: (event: PlaygroundEvent) => void): () => void;
  /** Whether the bot is connected to the gateway now. */
  isBotOnline(): boolean;
  /** How many times the bot is connected: once, or it does everything twice. */
  sessions(): number;
  /** Forgets nonces at once, as if the minutes for which Discord remembers them had passed. */
  forgetNonces(): void;
  /** Serves what comes for `path` and below on the same port. */
  mount(path: string, handler: WebHandler): void;
  /** Takes over upgrades, to WebSockets say, of `path` itself. */
  mountUpgrade(path: string, handler: UpgradeHandler): void;
  stop(): Promise<void>;
}

/** How long people wait for the content of a deferred answer, in milliseconds of real time. */
const DEFAULT_PATIENCE_MS = 15_000;

/** Starts a playground. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const { web, world, gateway, injector, registry, nonces, desk } = await startServices(options);
  const context = { world, registry, desk, patienceMs: options.patienceMs ?? DEFAULT_PATIENCE_MS };
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
    forge: (user) => createForger(context, userOf(user.id)),
    viewOf: (user) => createPersonView(world, registry, userOf(user.id)),
    directMessages: (user) =>
      createChannel(world, openDirectChannel(world, user.id).id, (record) => record.kind === 'direct'),
    onEvent: (listener) => world.events.listen(listener),
    isBotOnline: () => gateway.connectedSessions() > 0,
    sessions: () => gateway.connectedSessions(),
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
