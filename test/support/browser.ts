import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { App } from '../../src/app/app.js';
import type { PlaygroundOptions } from '../../src/playground/playground.js';
import { openPreviewer } from '../../src/preview/previewer.js';
import { furnish, type Scene } from '../../src/tryout/furnish.js';
import { openPlaygroundPage } from '../../src/web/playground-page.js';
import { openTestbed, type Testbed } from './bot.js';
import { isCi } from './is-ci.js';

const executablePath = '/usr/bin/chromium';
const assetsDir = fileURLToPath(new URL('../../dist/src/web/assets/', import.meta.url));
const screenshots = fileURLToPath(new URL('../../screenshots/out/', import.meta.url));

/** Tests that need a browser: skipped where there is none, but never in CI. */
export function describeInBrowser(name: string, suite: () => void): void {
  const isMissing = !existsSync(executablePath) && !isCi;
  describe.skipIf(isMissing)(name, { timeout: 60_000 }, suite);
}

let running: Promise<Browser> | undefined;

/** Ends the browser that the tests shared. */
export async function closeBrowser(): Promise<void> {
  await (await running)?.close();
  running = undefined;
}

/** Starts Debian's Chromium so that it runs as root in a container, and asks nothing of the network by itself. */
export function startBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] });
}

/** How somebody looks at the page. */
export interface Look {
  /** Who sits down; the author by default. */
  readonly as?: 'Mara' | 'Juno' | 'Ilse' | 'Robin';
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** The try-out's server with its page, and the real bot in it. */
export interface Stage extends Scene {
  readonly testbed: Testbed;
  /** The page's URL, with its key. */
  readonly url: string;
  readonly app: App;
  /** Opens the page in a tab of its own. */
  visit(look?: Look): Promise<Visit>;
}

/** A tab of the page. */
export interface Visit {
  readonly tab: Page;
  /** Everything that went wrong in it: errors, refusals of the content policy, requests to other machines. */
  readonly wrong: readonly string[];
  /** The line in which messages and commands are typed. */
  readonly line: Locator;
  /** Types a line and sends it. */
  type(line: string): Promise<void>;
  sitDown(name: string): Promise<void>;
  /** Takes a screenshot into `screenshots/out/`. */
  picture(name: string): Promise<void>;
}

/**
 * Gives every test of a suite a stage of its own, furnished by `prepare` before the bot starts; one browser serves them all.
 * After each test, nothing may have gone wrong in any tab.
 */
export function useStage(prepare: (testbed: Testbed) => Promise<void>, options: PlaygroundOptions = {}): () => Stage {
  let stage: (Stage & { close(): Promise<void> }) | undefined;
  beforeEach(async () => {
    running ??= startBrowser();
    stage = await openStage(await running, prepare, options);
  });
  afterEach(() => stage?.close());
  return () => {
    if (stage === undefined) throw new Error('There is no stage outside a test.');
    return stage;
  };
}

async function openStage(browser: Browser, prepare: (testbed: Testbed) => Promise<void>, options: PlaygroundOptions) {
  const testbed = await openTestbed(options);
  await prepare(testbed);
  const scene = furnish(testbed.playground);
  const app = await testbed.start();
  const { roles, guild } = scene;
  const nextDropAt = () => app.nextSlotAt();
  const previewer = await openPreviewer(testbed.chaptersDir);
  const page = await openPlaygroundPage(testbed.playground, {
    roles,
    guilds: [guild],
    assetsDir,
    nextDropAt,
    previewer,
  });
  const visits: Visit[] = [];
  return {
    ...scene,
    testbed,
    app,
    url: page.urlOf('/'),
    visit: async (look: Look = {}) => {
      const visit = await openTab(browser, page.urlOf('/'), look);
      visits.push(visit);
      return visit;
    },
    close: async () => {
      for (const { tab } of visits) await tab.context().close();
      page.close();
      await testbed.close();
      expect(visits.flatMap(({ wrong }) => wrong)).toEqual([]);
    },
  };
}

async function openTab(browser: Browser, url: string, look: Look): Promise<Visit> {
  const { as: name, width = 1280, height = 800, colorScheme = 'dark' } = look;
  const [locale, timezoneId] = ['en-GB', 'Europe/Berlin'];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale, timezoneId });
  const tab = await context.newPage();
  tab.setDefaultTimeout(10_000);
  const wrong: string[] = [];
  tab.on('pageerror', (error) => wrong.push(error.message));
  tab.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  tab.on('request', (request) => !request.url().startsWith(new URL(url).origin) && wrong.push(request.url()));
  await tab.goto(url);
  await tab.getByRole('heading', { level: 1, name: /#/ }).waitFor();
  const line = tab.getByRole('combobox', { name: /^Message/ });
  const visit: Visit = {
    tab,
    wrong,
    line,
    type: async (text) => {
      await line.fill(text);
      await line.press('Enter');
    },
    sitDown: (who) => tab.getByRole('radio', { name: new RegExp(who) }).check(),
    picture: async (picture) => {
      await tab.screenshot({ path: `${screenshots}${picture}.png` });
    },
  };
  if (name !== undefined) await visit.sitDown(name);
  return visit;
}
