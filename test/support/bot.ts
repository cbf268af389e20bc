import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { type App, type AppParts, startApp } from '../../src/app/app.js';
import type { Config } from '../../src/app/config.js';
import { createPlaygroundClock, type PlaygroundClock } from '../../src/playground/clock.js';
import type { Exchange, RestExchange } from '../../src/playground/exchange.js';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../src/playground/playground.js';
import { createJudge } from './judge.js';

/** Where the clock of a test stands at its beginning: a Monday, far from any clock change. */
export const testStart = new Date('2026-11-02T12:00:00Z');

/** A world for one test: a folder of chapters, a store's path, a playground with its people, and the bot. */
export interface Testbed {
  readonly playground: Playground;
  readonly clock: PlaygroundClock;
  readonly folder: string;
  readonly chaptersDir: string;
  readonly storeUrl: string;
  /** Every request of the bot so far, such as `PUT /applications/1/commands`. */
  readonly requests: readonly string[];
  /** The same with what was said and answered; a request whose answer never went out counts too. */
  readonly exchanges: readonly RestExchange[];
  /** What the bot logged as an error so far: a bug, or a fault that a test made. */
  readonly errors: readonly string[];
  /** What it logged as a warning: what it waits for, above all. */
  readonly warnings: readonly string[];
  /** Starts the real bot, in this process, with these settings beside those of the testbed. */
  start(
    settings?: Partial<Omit<Config, 'token'>>,
    parts?: Pick<AppParts, 'waits' | 'signal' | 'onRefused'>,
  ): Promise<App>;
  /** Writes a chapter file, or any other, that looks as if it had rested long enough to be read. */
  write(file: string, content: string | Uint8Array): Promise<void>;
  /** Ends the bot if it runs, and everything else; fails where the judge found anything wrong in what was said. */
  close(): Promise<void>;
}

/** Opens a testbed; `options` go to the playground, which has no rate limits unless they say so. */
export async function openTestbed(options: PlaygroundOptions = {}): Promise<Testbed> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
  const clock = createPlaygroundClock({ startAt: testStart });
  const judge = createJudge();
  const requests: string[] = [];
  const exchanges: RestExchange[] = [];
  const errors: string[] = [];
  const warnings: string[] = [];
  const onExchange = (exchange: Exchange) => {
    judge.onExchange(exchange);
    if (exchange.direction !== 'from-bot') return;
    requests.push(`${exchange.method} ${exchange.path}`);
    exchanges.push(exchange);
  };
  const playground = await startPlayground({ rateLimits: 'off', clock, onExchange, ...options });
  const chaptersDir = join(folder, 'chapters');
  const storeUrl = `sqlite://${join(folder, 'store.sqlite')}`;
  await mkdir(chaptersDir);
  let running: App | undefined;
  return {
    playground,
    clock,
    folder,
    chaptersDir,
    storeUrl,
    requests,
    exchanges,
    errors,
    warnings,
    async start(settings = {}, parts = {}) {
      const app = await startApp(
        { ...configFor(playground, chaptersDir, storeUrl), ...settings },
        {
          clock,
          log: keepLog({ errors, warnings }),
          ...parts,
        },
      );
      running = app;
      return {
        ...app,
        async stop() {
          running = undefined;
          await app.stop();
        },
      };
    },
    async write(file, content) {
      const path = join(chaptersDir, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      const rested = new Date(Date.now() - 60_000);
      await utimes(path, rested, rested);
    },
    async close() {
      await running?.stop();
      await playground.stop();
      await rm(folder, { recursive: true });
      judge.assertClean();
    },
  };
}

/** As pino counts levels. */
const warnLevel = 40;
const errorLevel = 50;

/** Keeps warnings and errors; what TEST_LOG asks for is printed too. */
function keepLog({ errors, warnings }: { readonly errors: string[]; readonly warnings: string[] }) {
  const shown = process.env['TEST_LOG'];
  const write = (line: string) => {
    const { level }: { level?: unknown } = JSON.parse(line);
    if (Number(level) === warnLevel) warnings.push(line);
    if (Number(level) >= errorLevel) errors.push(line);
    if (shown !== undefined) process.stdout.write(line);
  };
  return pino({ level: shown ?? 'warn' }, { write });
}

function configFor(playground: Playground, chaptersDir: string, storeUrl: string) {
  return {
    token: playground.token,
    guildId: undefined,
    allowedGuildIds: [],
    apiUrl: playground.apiUrl,
    chaptersDir,
    storeUrl,
    storeWaitMs: 0,
    readingsDir: `${chaptersDir}-readings`,
    backupDir: `${chaptersDir}-backups`,
    backupKeep: 0,
    logLevel: 'silent',
    reconcileDays: 30,
    lateGraceHours: 72,
    playgroundPort: 0,
  };
}
