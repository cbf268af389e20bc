import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from '../app/app.js';
import type { Config } from '../app/config.js';
import { startPlayground } from '../playground/playground.js';
import type { Previewer } from '../preview/previewer.js';
import type { Logger } from '../process/log.js';
import type { ChapterReader } from '../story/library/chapter-reader.js';
import { openPlaygroundPage } from '../web/playground-page.js';
import { furnish } from './furnish.js';
import { playScene } from './play-scene.js';
import { startOnFreePort } from './start-on-free-port.js';

/** Where everything of the try-out is kept; renewed at each start. */
const folder = join('data', 'playground');

/** A running try-out. */
export interface Tryout {
  /** Where it can be seen in a browser, with the key to it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What a try-out works with beside its configuration. */
export interface TryoutParts {
  readonly log: Logger;
  readonly previewer: Previewer;
  /** Reads the bot's chapter files. */
  readonly reader: ChapterReader;
  /** Gets what happens, line by line. */
  readonly say: (line: string) => void;
}

/**
 * What `npm start` does without a token: starts the playground with its page, logs the real bot in to it, and plays a first
 * scene there, through the same commands, slots and releases as anywhere.
 */
export async function startTryout(config: Config, { log, previewer, reader, say }: TryoutParts): Promise<Tryout> {
  await rm(folder, { recursive: true, force: true });
  const playground = await startOnFreePort(config.playgroundPort, (port) => startPlayground({ port }));
  const scene = furnish(playground);
  const app = await startApp(
    {
      ...config,
      token: playground.token,
      apiUrl: playground.apiUrl,
      guildId: undefined,
      allowedGuildIds: [],
      storeUrl: `sqlite://${join(folder, 'cliffhanger.sqlite')}`,
      backupKeep: 0,
    },
    { clock: playground.clock, log, reader },
  );
  const pages = await openPlaygroundPage(playground, {
    roles: scene.roles,
    guilds: [scene.guild],
    nextDropAt: () => app.nextSlotAt(),
    previewer,
  });
  const url = pages.urlOf('/');
  say(`This is NOT Discord. ${whyHere(config)}: a Discord of our own, on this machine only.`);
  say(`${app.name} is logged in to the server "${scene.guildName}". See it in a browser:\n\n  ${url}\n`);
  say(`How chapters will look, while you write them:\n\n  ${pages.urlOf('/preview')}\n`);
  const ending = new AbortController();
  const playing = playScene(playground, scene, say, ending.signal).catch((error: unknown) => {
    if (!ending.signal.aborted) log.error({ err: error }, 'The scene in the playground broke off.');
  });
  return {
    url,
    async stop() {
      ending.abort();
      await app.stop();
      pages.close();
      await playground.stop();
      await playing;
    },
  };
}

function whyHere({ token }: Config): string {
  return token === undefined
    ? 'There is no DISCORD_TOKEN, so this is the playground'
    : 'This is the playground, as asked';
}
