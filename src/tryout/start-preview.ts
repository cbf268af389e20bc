import type { APIUser } from 'discord-api-types/v10';
import { startWebServer } from '../playground/web-server.js';
import type { Previewer } from '../preview/previewer.js';
import { openPages } from '../web/pages.js';
import { showPreview } from '../web/preview-page.js';
import { startOnFreePort } from './start-on-free-port.js';

/** The preview's page, being served. */
export interface ServedPreview {
  /** Where it can be seen in a browser, with the key to it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Whose messages the pieces are, where there is no bot. */
const bot: APIUser = {
  id: '0',
  username: 'Cliffhanger',
  global_name: null,
  discriminator: '0',
  avatar: null,
  bot: true,
};

/** Serves the author's preview alone. `assetsDir` is where the built page is, if not where the build puts it. */
export async function startPreview(port: number, previewer: Previewer, assetsDir?: string): Promise<ServedPreview> {
  const onError = (error: unknown) => console.error('The preview failed:', error);
  const web = await startOnFreePort(port, (free) => startWebServer(free, onError));
  const pages = await openPages(web, { nameOf: () => bot.username, assetsDir });
  showPreview(pages, previewer, { bot, hasChannels: () => false });
  return {
    url: pages.urlOf('/preview'),
    async stop() {
      pages.close();
      await web.stop();
    },
  };
}
