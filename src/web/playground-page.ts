import type { WebSocket } from 'ws';
import type { Guild } from '../playground/guild.js';
import type { Playground } from '../playground/playground.js';
import type { Previewer } from '../preview/previewer.js';
import { type PageState, serveTab } from './live-socket.js';
import { openPages, type Pages } from './pages.js';
import { showPreview } from './preview-page.js';
import type { Frame, Role, ShownClock } from './protocol.js';
import { createTroubles } from './troubles.js';

/** What the page is about. */
export interface PlaygroundPageOptions {
  /** Whom the page can be used as; the first one to begin with. There is at least one. */
  readonly roles: readonly Role[];
  /** The servers in which the bot's permissions can be taken away. */
  readonly guilds: readonly Guild[];
  /** When the next chapter comes, as far as anybody knows: what "next drop" jumps to. */
  readonly nextDropAt?: () => Date | undefined;
  /** What `/preview` shows; without it there is none. */
  readonly previewer?: Previewer;
  /** Where the built page is; by default where the build puts it. */
  readonly assetsDir?: string;
}

/** How often the page looks for what no event tells of, in milliseconds of real time. */
const lookEveryMs = 500;

/** Serves the playground's page at its own address, and the preview beside it. Throws where they were not built. */
export async function openPlaygroundPage(playground: Playground, options: PlaygroundPageOptions): Promise<Pages> {
  const { roles, guilds, previewer, assetsDir } = options;
  const pages = await openPages(playground, { nameOf: (userId) => nameOf(playground, userId), assetsDir });
  const state: PageState = {
    playground,
    roles,
    guilds,
    hasPreviews: previewer !== undefined,
    troubles: createTroubles(playground, guilds),
    clock: () => readClock(playground, options),
    tabs: new Set(),
  };
  pages.show('/', (tab: WebSocket) => serveTab(state, tab));
  if (previewer !== undefined) {
    showPreview(pages, previewer, { bot: playground.botUser, hasChannels: playground.isBotOnline });
  }
  const stopWatching = watch(state);
  return {
    ...pages,
    close: () => {
      stopWatching();
      pages.close();
    },
  };
}

function nameOf({ viewOf }: Playground, userId: string): string {
  try {
    const { me } = viewOf({ id: userId }).surroundings();
    return me.global_name ?? me.username;
  } catch {
    return '?';
  }
}

function readClock({ clock }: Playground, { nextDropAt }: PlaygroundPageOptions): ShownClock {
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
