import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { DispatchName } from './event-hub.js';

/** One session of the bot's: what it hears, what it was told, and the socket while it has one. */
export interface GatewaySession {
  readonly id: string;
  readonly intents: number;
  /** Numbers an event, keeps it for a resume, and sends it when that can be done. */
  tell(name: DispatchName, data: unknown): void;
  /** Sends what is still unsent, unless there is no socket or the gateway keeps silent. */
  flush(): void;
  /** Whether everything after `sequence` is still kept. */
  canResume(sequence: number): boolean;
  /** Goes on over another socket: everything after `sequence` is told again, then RESUMED. */
  resume(socket: WebSocket, sequence: number): void;
  /** Parts with the socket if it is this one; the session waits to be resumed. */
  detach(socket: WebSocket): void;
  isConnected(): boolean;
}

/** What a session begins with. `isSilent` tells whether the gateway plays dead. */
export interface GatewaySessionOptions {
  readonly id: string;
  readonly intents: number;
  readonly socket: WebSocket;
  readonly isSilent: () => boolean;
}

/** How many events a session keeps for a resume; with more missed than that it cannot be resumed. */
const MAX_KEPT = 10_000;

/** Begins a session over a socket. */
export function createGatewaySession({ id, intents, socket: first, isSilent }: GatewaySessionOptions): GatewaySession {
  const kept: { readonly s: number; readonly t: DispatchName; readonly d: unknown }[] = [];
  let socket: WebSocket | undefined = first;
  let sequence = 0;
  let sent = 0;

  const flush = () => {
    if (socket === undefined || isSilent()) return;
    const firstKept = sequence - kept.length;
    for (const event of kept.slice(Math.max(sent - firstKept, 0))) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, ...event }));
    }
    sent = sequence;
  };
  const tell: GatewaySession['tell'] = (t, d) => {
    sequence += 1;
    kept.push({ s: sequence, t, d });
    if (kept.length > MAX_KEPT) kept.shift();
    flush();
  };

  return {
    id,
    intents,
    tell,
    flush,
    canResume: (from) => from <= sequence && from >= sequence - kept.length,
    resume: (next, from) => {
      socket = next;
      sent = from;
      tell(GatewayDispatchEvents.Resumed, { _trace: [] });
    },
    detach: (gone) => {
      if (socket === gone) socket = undefined;
    },
    isConnected: () => socket !== undefined,
  };
}
