import { fileURLToPath } from 'node:url';
import { type WebSocket, WebSocketServer } from 'ws';
import type { WebHandler, WebServer } from '../playground/web-server.js';
import { type Asset, loadAssets } from './assets.js';
import { avatarSvg } from './avatar.js';
import { createGatekeeper } from './gatekeeper.js';
import { securityHeaders } from './security-headers.js';

/** Pages that are shown to whoever has the key. */
export interface Pages {
  /** A page's URL with the session's key: whoever has it is let in. */
  urlOf(path: string): string;
  /** Shows the page at `path`, and hands every tab of it that calls, at `live` below, to `serveTab`. */
  show(path: string, serveTab: (tab: WebSocket) => void): void;
  close(): void;
}

/** What all pages have in common. */
export interface PagesOptions {
  /** What the account of an id is called, for its portrait. */
  readonly nameOf: (userId: string) => string;
  /** Where the built pages are; by default beside this module, where the build puts them. */
  readonly assetsDir?: string | undefined;
}

/** Serves the built pages and their assets at a server's own address. Throws where they were not built. */
export async function openPages(
  web: Pick<WebServer, 'baseUrl' | 'mount' | 'mountUpgrade'>,
  { nameOf, assetsDir = fileURLToPath(new URL('./assets/', import.meta.url)) }: PagesOptions,
): Promise<Pages> {
  const assets = await loadAssets(assetsDir);
  const gatekeeper = createGatekeeper(web.baseUrl);
  const views = new Set<string>();
  const guarded = (handler: (path: string) => Response): WebHandler => {
    return (request) => {
      const admission = gatekeeper.admit(request);
      if (admission.kind === 'in') return handler(new URL(request.url).pathname);
      if (admission.kind === 'out') return answer(`${admission.why}\n`, { status: 403 });
      const { location, cookie } = admission;
      return answer(null, { status: 303, headers: { location, 'set-cookie': cookie } });
    };
  };
  web.mount(
    '/',
    guarded((path) => serve(assets, nameOf, views.has(path) ? '/index.html' : path)),
  );
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  return {
    urlOf: gatekeeper.urlOf,
    show: (path, serveTab) => {
      views.add(path);
      web.mountUpgrade(`${path}/live`.replace('//', '/'), (request, socket, head) => {
        if (gatekeeper.admitsSocket(request)) server.handleUpgrade(request, socket, head, serveTab);
        else socket.destroy();
      });
    },
    close: () => {
      for (const tab of server.clients) tab.terminate();
      server.close();
    },
  };
}

function serve(assets: ReadonlyMap<string, Asset>, nameOf: PagesOptions['nameOf'], path: string): Response {
  const [, userId] = /^\/avatars\/(\d{1,20})\.svg$/.exec(path) ?? [];
  if (userId !== undefined) return answer(avatarSvg(nameOf(userId)), { headers: { 'content-type': 'image/svg+xml' } });
  const asset = assets.get(path.slice(1));
  if (asset === undefined) return answer('Not found\n', { status: 404 });
  return answer(asset.bytes, { headers: { 'content-type': asset.contentType } });
}

function answer(body: ConstructorParameters<typeof Response>[0], init: ResponseInit): Response {
  return new Response(body, { ...init, headers: { ...init.headers, ...securityHeaders } });
}
