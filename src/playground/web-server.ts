import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** The one address that the playground listens on: nobody outside this machine can reach it. */
const HOST = '127.0.0.1';

/** Answers requests below a path. `drop` closes the socket without an answer. */
export type WebHandler = (request: Request) => Response | 'drop' | Promise<Response | 'drop'>;

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

/** Starts listening on `port`, or on any that is free when it is 0. Rejects when the port is taken. */
export async function startWebServer(port: number): Promise<WebServer> {
  const handlers = new Map<string, WebHandler>();
  const upgrades = new Map<string, UpgradeHandler>();
  const serve = async (request: Request, socket: Duplex) => {
    const outcome = await findHandler(handlers, new URL(request.url).pathname)(request);
    if (outcome !== 'drop') return outcome;
    socket.destroy();
    return RESPONSE_ALREADY_SENT;
  };
  // It answers 500 itself where `serve` rejects.
  const listener = getRequestListener((request, { incoming }) => serve(request, incoming.socket));
  const server = createServer((request, response) => void listener(request, response));
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', `http://${HOST}`);
    const handler = upgrades.get(pathname.replace(/\/$/u, ''));
    if (handler === undefined) socket.destroy();
    else handler(request, socket, head);
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

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  return address.port;
}
