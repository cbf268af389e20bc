import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openPreviewer, type PreviewerOptions } from '../../src/preview/previewer.js';
import { startPreview } from '../../src/tryout/start-preview.js';

const assetsDir = fileURLToPath(new URL('../../dist/src/web/assets/', import.meta.url));
const screenshots = fileURLToPath(new URL('../../screenshots/out/', import.meta.url));

/** An author at their desk: a folder of chapters, and the preview of it in a browser. */
export interface Desk {
  save(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** What is on the disk. */
  read(file: string): Promise<string>;
  /** Opens the preview of a file in a tab of its own. */
  look(file: string, look?: DeskLook): Promise<Page>;
  /** The preview's URL, with its key. */
  readonly url: string;
  picture(tab: Page, name: string): Promise<void>;
  /** Everything that went wrong in any tab: errors, refusals of the content policy, requests to other machines. */
  readonly wrong: readonly string[];
  close(): Promise<void>;
}

/** How the preview is looked at; on a wide and dark screen by default. */
export interface DeskLook {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'dark' | 'light';
}

/** Sits an author down before a served preview. */
export async function openDesk(browser: Browser, options?: PreviewerOptions): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
  const served = await startPreview(0, await openPreviewer(folder, options), assetsDir);
  const { origin } = new URL(served.url);
  const wrong: string[] = [];
  const context = await browser.newContext({ locale: 'en-GB' });
  return {
    wrong,
    url: served.url,
    save: async (file, text) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    },
    remove: (file) => rm(join(folder, file)),
    read: (file) => readFile(join(folder, file), 'utf8'),
    look: async (file, { colorScheme, ...size } = { width: 1280, height: 800, colorScheme: 'dark' }) => {
      const tab = await context.newPage();
      tab.setDefaultTimeout(10_000);
      tab.on('pageerror', (error) => wrong.push(error.message));
      tab.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      tab.on('request', (request) => !request.url().startsWith(origin) && wrong.push(request.url()));
      await tab.setViewportSize(size);
      await tab.emulateMedia({ colorScheme });
      await tab.goto(`${served.url}#${encodeURIComponent(file)}`);
      await tab.locator('.line').first().waitFor();
      return tab;
    },
    picture: async (tab, name) => {
      await tab.screenshot({ path: `${screenshots}${name}.png` });
    },
    close: async () => {
      await context.close();
      await served.stop();
      await rm(folder, { recursive: true });
    },
  };
}
