import { mountPage } from '../web/page.js';
import type { Previews } from '../web/preview-protocol.js';
import { furnish } from './furnish.js';
import { startOnFreePort } from './start-on-free-port.js';

/** The preview's page, being served. */
export interface ServedPreview {
  /** Where it can be seen in a browser, with the key to it. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves the author's preview alone: the playground's page with no bot in it, and nothing played there. `assetsDir` is where
 * the built page is, if not beside its module.
 */
export async function startPreview(port: number, previews: Previews, assetsDir?: string): Promise<ServedPreview> {
  const playground = await startOnFreePort(port);
  const { roles, guild } = furnish(playground);
  const page = await mountPage(playground, { roles, guilds: [guild], previews, ...(assetsDir && { assetsDir }) });
  return {
    url: page.urlOf('/preview'),
    async stop() {
      page.close();
      await playground.stop();
    },
  };
}
