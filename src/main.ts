import './process/use-utc.js';
import { config as loadEnv } from 'dotenv';
import { type Config, readConfig } from './app/config.js';
import { createLog } from './process/log.js';
import { stopOnSignalsAndErrors } from './process/stop-process.js';

/**
 * `npm start`: reads the environment, starts the bot, handles signals. With no token, or with `--playground`, it starts the
 * playground with the bot in it.
 */
async function main(): Promise<void> {
  const { error: unreadable } = loadEnv({ quiet: true });
  // No .env is fine; one that is there and cannot be read must not look like "no token".
  if (unreadable !== undefined && unreadable.code !== 'ENOENT') {
    return fail(`The file .env cannot be read (${unreadable.code}). Check that it is a file that this user may read.`);
  }
  const config = readConfig(process.env);
  if (!('storeUrl' in config)) {
    const problems = config.map(({ message }) => `  - ${message}`).join('\n');
    return fail(`Some settings are not right. Mend them in .env (.env.example explains each):\n${problems}`);
  }
  const { token } = config;
  // A token means Discord, and the playground only where it is asked for by name.
  if (token === undefined || process.argv.includes('--playground')) return tryOut(config);
  const log = createLog(config.logLevel, process.stdout.isTTY);
  const { startApp } = await import('./app/app.js');
  const { createThreadedReader } = await import('./story/library/threaded-reader.js');
  const reader = createThreadedReader();
  const stopping = new AbortController();
  const starting = startApp(
    { ...config, token },
    {
      clock: { now: () => new Date() },
      log,
      reader,
      signal: stopping.signal,
      onRefused: ({ message }) => endBecause(message),
    },
  );
  const endBecause = stopOnSignalsAndErrors(async () => {
    stopping.abort();
    // A start that was ended, or that failed, has cleaned up after itself.
    const app = await starting.catch(() => undefined);
    await app?.stop();
  }, log);
  try {
    const { name } = await starting;
    log.info(`${name} is ready.`);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  }
}

async function tryOut(config: Config): Promise<void> {
  const { startTryout } = await import('./tryout/start-tryout.js');
  const { openPreviewer } = await import('./preview/previewer.js');
  const { openInBrowser } = await import('./tryout/open-in-browser.js');
  // The story of what happens is told on its own; the log has only what is wrong, unless more is asked for.
  const log = createLog(process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel, process.stdout.isTTY);
  const previewer = await openPreviewer(config.chaptersDir);
  const { createThreadedReader } = await import('./story/library/threaded-reader.js');
  const reader = createThreadedReader();
  const tryout = await startTryout(config, {
    log,
    reader,
    previewer,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  const isTerminal = process.stdout.isTTY;
  await openInBrowser(tryout.url, { platform: process.platform, environment: process.env, isTerminal });
  stopOnSignalsAndErrors(() => tryout.stop(), log);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

main().catch(async (error: unknown) => {
  const { explainStartFailure } = await import('./process/explain-start-failure.js');
  fail(explainStartFailure(error));
  // Whatever of the start still holds a timer or socket must not keep a failed start alive.
  process.exit(1);
});
