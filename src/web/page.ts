import { fileURLToPath } from 'node:url';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Guild } from '../playground/guild.js';
import type { Playground } from '../playground/playground.js';
import type { WebHandler } from '../playground/web-server.js';
import { type Asset, loadAssets } from './assets.js';
import { avatarSvg } from './avatar.js';
import { createGatekeeper } from './gatekeeper.js';
import { type PageState, serveTab } from './live-socket.js';
import type { Previews } from './preview-protocol.js';
import { servePreview } from './preview-socket.js';
import type { Frame, Role, ShownClock } from './protocol.js';
import { securityHeaders } from './security-headers.js';
import { createTroubles } from './troubles.js';

/** What the page is about. */
export interface PageOptions {
  /** Whom the page can be used as; the first one to begin with. There is at least one. */
  readonly roles: readonly Role[];
  /** The servers in which the bot's permissions can be taken away. */
  readonly guilds: readonly Guild[];
  /** When the next chapter comes, as far as anybody knows: what "next drop" jumps to. */
  readonly nextDropAt?: () => Date | undefined;
  /** What `/preview` shows. */
  readonly previews?: Previews;
  /** Where the built page is; by default beside this module, where the build puts it. */
  readonly assetsDir?: string;
}

/** The page, served. */
export interface Page {
  /** Its URL with the session's key: whoever has it is let in. */
  readonly url: string;
  /** The URL of another view of the page, `/preview` say. */
  urlOf(path: string): string;
  /** Serves `path` and below, to whom the page is served to. */
  mount(path: string, handler: WebHandler): void;
  close(): void;
}

/** How often the page looks for what no event tells of, in milliseconds of real time. */
const lookEveryMs = 500;
/** Paths of the page's views, which are one document. */
const viewPaths: readonly string[] = ['/', '/preview'];

/** Serves the page at the playground's own address. Throws where it was not built. */
export async function mountPage(playground: Playground, options: PageOptions): Promise<Page> {
  const assets = await loadAssets(options.assetsDir ?? fileURLToPath(new URL('./assets/', import.meta.url)));
  const gatekeeper = createGatekeeper(playground.baseUrl);
  const guarded =
    (handler: WebHandler): WebHandler =>
    async (request) => {
      const admission = gatekeeper.admit(request);
      if (admission.kind === 'out') return withHeaders(new Response(`${admission.why}\n`, { status: 403 }));
      if (admission.kind === 'in') return withHeaders(await handler(request));
      const { location, cookie } = admission;
      return withHeaders(new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } }));
    };
  const state: PageState = {
    playground,
    roles: options.roles,
    guilds: options.guilds,
    hasPreviews: options.previews !== undefined,
    troubles: createTroubles(playground, options.guilds),
    clock: () => readClock(playground, options),
    tabs: new Set(),
  };
  playground.mount(
    '/',
    guarded((request) => serve(playground, assets, new URL(request.url).pathname)),
  );
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const mountSocket = (path: string, serveSocket: (tab: WebSocket) => void) =>
    playground.mountUpgrade(path, (request, socket, head) => {
      if (gatekeeper.admitsSocket(request)) server.handleUpgrade(request, socket, head, serveSocket);
      else socket.destroy();
    });
  mountSocket('/live', (tab) => serveTab(state, tab));
  const { previews } = options;
  if (previews !== undefined) {
    mountSocket('/preview/live', (tab) => servePreview(previews, playground, tab));
  }
  const stopWatching = watch(state);
  return {
    url: gatekeeper.urlOf('/'),
    urlOf: gatekeeper.urlOf,
    mount: (path, handler) => playground.mount(path, guarded(handler)),
    close: () => {
      stopWatching();
      for (const tab of server.clients) tab.terminate();
      server.close();
    },
  };
}

function serve({ viewOf }: Playground, assets: ReadonlyMap<string, Asset>, path: string): Response {
  const [, userId] = /^\/avatars\/(\d{1,20})\.svg$/.exec(path) ?? [];
  if (userId !== undefined) {
    return new Response(avatarSvg(nameOf(viewOf, userId)), { headers: { 'content-type': 'image/svg+xml' } });
  }
  const asset = assets.get(viewPaths.includes(path) ? 'index.html' : path.slice(1));
  if (asset === undefined) return new Response('Not found\n', { status: 404 });
  return new Response(asset.bytes, { headers: { 'content-type': asset.contentType } });
}

function nameOf(viewOf: Playground['viewOf'], userId: string): string {
  try {
    const { me } = viewOf({ id: userId }).surroundings();
    return me.global_name ?? me.username;
  } catch {
    return '?';
  }
}

function withHeaders(response: Response | 'drop'): Response | 'drop' {
  if (response === 'drop') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}

function readClock({ clock }: Playground, { nextDropAt }: PageOptions): ShownClock {
  return { now: clock.now().getTime(), speed: clock.speed(), nextDropAt: nextDropAt?.()?.getTime() };
}

/** Tells every tab of the clock, and of the bot's coming and going, when they have changed. */
function watch({ playground, clock, tabs }: PageState): () => void {
  const tellAll = (frame: Frame) => {
    for (const tell of tabs) tell(frame);
  };
  let nextDropAt = clock().nextDropAt;
  let isOnline = playground.isBotOnline();
  const stopListening = playground.clock.onJump(() => tellAll({ kind: 'clock', clock: clock() }));
  const timer = setInterval(() => {
    if (clock().nextDropAt !== nextDropAt) {
      nextDropAt = clock().nextDropAt;
      tellAll({ kind: 'clock', clock: clock() });
    }
    if (playground.isBotOnline() !== isOnline) {
      isOnline = playground.isBotOnline();
      tellAll({ kind: 'bot', isOnline });
    }
  }, lookEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    stopListening();
  };
}
