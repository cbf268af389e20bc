import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import { botMay } from './channel-access.js';
import type { Dispatch } from './event-hub.js';
import type { GatewayExchange } from './exchange.js';
import { announceWorld } from './gateway-announcements.js';
import { type IdentifyData, readPayload } from './gateway-payload.js';
import { createGatewaySession, type GatewaySession } from './gateway-session.js';
import type { World } from './world.js';

/** Discord's side of the gateway. */
export interface GatewayServer {
  /** Takes over a socket that wants to become a WebSocket. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly faults: GatewayFaults;
  /** How many sessions have a socket now. */
  connectedSessions(): number;
  stop(): void;
}

/** What can go wrong with a gateway, on demand. */
export interface GatewayFaults {
  /** Cuts every connection without a closing word. The sessions can be resumed. */
  drop(): void;
  /** Asks every client to reconnect and resume (op 7), as Discord does now and then. */
  reconnect(): void;
  /** Tells every client that its session is no more (op 9); it may resume only when `resumable`. */
  invalidSession(resumable: boolean): void;
  /** Forgets the sessions without a word, so that the next resume is refused. */
  forgetSessions(): void;
  /** While on, nothing is sent any more, heartbeat acks included, though the sockets stay open. */
  silence(isOn: boolean): void;
  /** While on, no new connection is accepted. */
  refuse(isOn: boolean): void;
  /** Closes the connection of whoever identifies with that code; of nobody any more when undefined. */
  refuseIdentify(code: number | undefined): void;
}

/** Gateway settings. */
export interface GatewayOptions {
  /** How often clients must send a heartbeat, in milliseconds of real time. */
  readonly heartbeatIntervalMs: number;
  /** Hears of every event that a session is told. */
  readonly onExchange: (exchange: GatewayExchange) => void;
}

/** What is read of a stranger's frame, in bytes: a payload that Discord refuses for its length is still told so. */
const MAX_FRAME_BYTES = 64 * 1024;

/** What the connections of one gateway share. */
interface GatewayState {
  readonly world: World;
  readonly sessions: Map<string, GatewaySession>;
  isSilent: boolean;
  isRefusing: boolean;
  identifyCode: number | undefined;
}

/** Starts the gateway of a world, without a socket to listen on: see `accept`. */
export function startGateway(world: World, { heartbeatIntervalMs, onExchange }: GatewayOptions): GatewayServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const state: GatewayState = {
    world,
    sessions: new Map(),
    isSilent: false,
    isRefusing: false,
    identifyCode: undefined,
  };
  const stopListening = world.events.listen((event) => {
    if (event.kind !== 'dispatch' || !botHears(world, event)) return;
    for (const session of state.sessions.values()) {
      if (event.intents !== 0 && (event.intents & session.intents) === 0) continue;
      const data = event.dataFor?.(session.intents) ?? event.data;
      session.tell(event.name, data);
      onExchange({ direction: 'to-bot', event: event.name, data });
    }
  });

  return {
    accept: (request, socket, head) => {
      if (state.isRefusing) socket.destroy();
      else server.handleUpgrade(request, socket, head, (client) => serveClient(state, client, heartbeatIntervalMs));
    },
    faults: gatewayFaults(state, server),
    connectedSessions: () => [...state.sessions.values()].filter((session) => session.isConnected()).length,
    stop: () => {
      stopListening();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function serveClient(state: GatewayState, socket: WebSocket, heartbeatIntervalMs: number): void {
  const { world, sessions } = state;
  let session: GatewaySession | undefined;
  const reply = (op: GatewayOpcodes, d: unknown) => {
    if (!state.isSilent) socket.send(toJson(op, d));
  };
  socket.on('close', () => session?.detach(socket));
  socket.on('error', () => socket.terminate());
  socket.on('message', (raw) => {
    const payload = readPayload(raw);
    if (typeof payload === 'number') return socket.close(payload);
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        return reply(GatewayOpcodes.HeartbeatAck, null);
      case GatewayOpcodes.Identify: {
        const refusal = session
          ? GatewayCloseCodes.AlreadyAuthenticated
          : (state.identifyCode ?? refuseIdentify(world, payload.d));
        if (refusal !== undefined) return socket.close(refusal);
        const { intents, shard } = payload.d;
        // Who begins anew will not come back to a session that was left.
        for (const old of sessions.values()) if (!old.isConnected()) sessions.delete(old.id);
        session = createGatewaySession({ id: randomUUID(), intents, socket, isSilent: () => state.isSilent });
        sessions.set(session.id, session);
        return announceWorld(world, session, shard ?? [0, 1]);
      }
      case GatewayOpcodes.Resume: {
        const { token, session_id, seq } = payload.d;
        const left = sessions.get(session_id);
        if (token !== world.token) return socket.close(GatewayCloseCodes.AuthenticationFailed);
        if (left?.canResume(seq) !== true) return reply(GatewayOpcodes.InvalidSession, false);
        session = left;
        return session.resume(socket, seq);
      }
      default:
        return session ?? socket.close(GatewayCloseCodes.NotAuthenticated);
    }
  });
  reply(GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs });
}

/** All intents that need no leave; the privileged ones are members, presences and message content. */
const PRIVILEGED_INTENTS =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>((all, bit) => all | Number(bit), 0);

function refuseIdentify(world: World, { token, intents }: IdentifyData): GatewayCloseCodes | undefined {
  if (token !== world.token) return GatewayCloseCodes.AuthenticationFailed;
  if ((intents & ~ALL_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
  const disallowed = intents & PRIVILEGED_INTENTS & ~world.privilegedIntents;
  return disallowed === 0 ? undefined : GatewayCloseCodes.DisallowedIntents;
}

/** Whether an event concerns a server that the bot is in and a channel that it sees. Interactions need neither. */
function botHears(world: World, { name, data }: Dispatch): boolean {
  if (name === GatewayDispatchEvents.InteractionCreate) return true;
  const { success, data: place } = eventPlace.safeParse(data);
  if (!success) return true;
  if (place.guild_id !== undefined && world.guilds.get(place.guild_id)?.members.has(world.bot.id) !== true)
    return false;
  const channel = place.channel_id === undefined ? undefined : world.channels.get(place.channel_id);
  return channel === undefined || botMay(world, channel, 'ViewChannel');
}

const eventPlace = z.object({ guild_id: z.string().optional(), channel_id: z.string().optional() });

function gatewayFaults(state: GatewayState, server: WebSocketServer): GatewayFaults {
  const tellAll = (op: GatewayOpcodes, d: unknown) => {
    for (const socket of server.clients) socket.send(toJson(op, d));
  };
  return {
    drop: () => {
      for (const socket of server.clients) socket.terminate();
    },
    reconnect: () => tellAll(GatewayOpcodes.Reconnect, null),
    invalidSession: (resumable) => {
      if (!resumable) state.sessions.clear();
      tellAll(GatewayOpcodes.InvalidSession, resumable);
    },
    forgetSessions: () => state.sessions.clear(),
    silence: (isOn) => {
      state.isSilent = isOn;
      for (const session of state.sessions.values()) session.flush();
    },
    refuse: (isOn) => {
      state.isRefusing = isOn;
    },
    refuseIdentify: (code) => {
      state.identifyCode = code;
    },
  };
}

function toJson(op: GatewayOpcodes, d: unknown): string {
  return JSON.stringify({ op, d, s: null, t: null });
}
