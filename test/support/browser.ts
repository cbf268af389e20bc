import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { mountPage } from '../../src/playground/page/page.js';
import { furnish, type Scene } from '../../src/tryout/furnish.js';
import type { Bench } from './bot.js';

const executablePath = '/usr/bin/chromium';
const assetsDir = fileURLToPath(new URL('../../dist/src/playground/page/assets/', import.meta.url));
const screenshots = fileURLToPath(new URL('../../screenshots/out/', import.meta.url));

/** Tests that need a browser: skipped where there is none, but never in CI. */
export const describeInBrowser = describe.skipIf(!existsSync(executablePath) && process.env['CI'] !== 'true');

/** Starts Debian's Chromium so that it runs as root in a container, and asks nothing of the network by itself. */
export function startBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] });
}

/** How somebody looks at the page. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** The try-out's server with its page. */
export interface Stage extends Scene {
  readonly url: string;
  /** Ends the page; to be called before the bench is closed. */
  close(): void;
  /** Opens the page in a tab of its own, which is to load nothing from elsewhere and to report no error. */
  visit(browser: Browser, look?: Look): Promise<Visit>;
}

/** A tab of the page. */
export interface Visit {
  readonly tab: Page;
  /** Everything that went wrong in it: errors, refusals of the content policy, requests to other machines. */
  readonly wrong: readonly string[];
  picture(name: string): Promise<void>;
}

/** Furnishes the bench's playground as the try-out does and serves the built page for it. */
export async function openStage(bench: Bench, nextDropAt?: () => Date | undefined): Promise<Stage> {
  const scene = furnish(bench.playground);
  const page = await mountPage(bench.playground, {
    roles: scene.roles,
    guilds: [scene.guild],
    assetsDir,
    ...(nextDropAt === undefined ? {} : { nextDropAt }),
  });
  return {
    ...scene,
    url: page.url,
    close: page.close,
    visit: (browser, look) => visit(browser, page.url, look),
  };
}

async function visit(browser: Browser, url: string, look: Look = {}): Promise<Visit> {
  const { width = 1280, height = 800, colorScheme = 'dark' } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  const tab = await context.newPage();
  const wrong: string[] = [];
  tab.on('pageerror', (error) => wrong.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  tab.on('request', (request) => !request.url().startsWith(new URL(url).origin) && wrong.push(request.url()));
  tab.setDefaultTimeout(10_000);
  await tab.goto(url);
  await tab.getByRole('heading', { level: 1, name: /#/ }).waitFor();
  return {
    tab,
    wrong,
    picture: async (name) => {
      await tab.screenshot({ path: `${screenshots}${name}.png` });
    },
  };
}
