import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** The one address that the playground listens on: nobody outside this machine can reach it. */
const HOST = '127.0.0.1';

/** Answers requests below a path; a body is read from `incoming`, or not at all. `drop` closes the socket without an answer. */
export type WebHandler = (
  request: Request,
  incoming: IncomingMessage,
) => Response | 'drop' | Promise<Response | 'drop'>;

/** Takes over a socket that wants to become something else, a WebSocket say. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The one HTTP server of a playground, which parts of it and of the program are mounted on. */
export interface WebServer {
  /** `http://127.0.0.1:PORT`. */
  readonly baseUrl: string;
  /** Sends what comes for `path` and below to `handler`; the longest path that fits counts. */
  mount(path: string, handler: WebHandler): void;
  /** Sends upgrades of `path` itself to `handler`. */
  mountUpgrade(path: string, handler: UpgradeHandler): void;
  /** Closes every socket and stops listening. */
  stop(): Promise<void>;
}

/**
 * Starts listening on `port`, or on any that is free when it is 0. Rejects when the port is taken. Whatever is sent to it, it
 * goes on; what a handler throws goes to `onError`.
 */
export async function startWebServer(port: number, onError: (error: unknown) => void): Promise<WebServer> {
  const handlers = new Map<string, WebHandler>();
  const upgrades = new Map<string, UpgradeHandler>();
  const serve = async (request: Request, incoming: IncomingMessage) => {
    try {
      const outcome = await findHandler(handlers, new URL(request.url).pathname)(request, incoming);
      if (outcome !== 'drop') return outcome;
      incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    } catch (error) {
      onError(error);
      return new Response('Internal server error', { status: 500 });
    }
  };
  const server = createServer((incoming, outgoing) => {
    void getRequestListener((request) => serve(request, incoming))(incoming, outgoing);
  });
  server.on('upgrade', (request, socket, head) => {
    // Node leaves a socket that upgrades to us, its errors too.
    socket.on('error', () => socket.destroy());
    const handler = upgrades.get(upgradePath(request.url));
    if (handler === undefined) {
      socket.destroy();
      return;
    }
    try {
      handler(request, socket, head);
    } catch (error) {
      socket.destroy();
      onError(error);
    }
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return {
    baseUrl: `http://${HOST}:${portOf(server)}`,
    mount: (path, handler) => handlers.set(path, handler),
    mountUpgrade: (path, handler) => upgrades.set(path, handler),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findHandler(handlers: ReadonlyMap<string, WebHandler>, path: string): WebHandler {
  const fitting = [...handlers.keys()].filter((base) => base === '/' || path === base || path.startsWith(`${base}/`));
  const [longest] = fitting.toSorted((a, b) => b.length - a.length);
  return handlers.get(longest ?? '') ?? (() => new Response('Not found', { status: 404 }));
}

/** The path of a request's target, which can be any text and need be no URL: without query and the slash at its end. */
function upgradePath(target = ''): string {
  return target.replace(/[?#].*$/su, '').replace(/\/$/u, '');
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  return address.port;
}
