import './process/use-utc.js';
import type { Config } from './app/config.js';
import { readSettings } from './cli/read-settings.js';
import { createLog } from './process/log.js';
import { stopOnSignalsAndErrors } from './process/stop-process.js';
import { tellSourceLines } from './process/tell-source-lines.js';

/**
 * `npm start`: reads the environment, starts the bot, handles signals. With no token, or with `--playground`, it starts the
 * playground with the bot in it.
 */
async function main(): Promise<void> {
  tellSourceLines();
  const config = readSettings();
  if (config === undefined) {
    process.exitCode = 1;
    return;
  }
  const { token } = config;
  // A token means Discord, and the playground only where it is asked for by name.
  if (token === undefined || process.argv.includes('--playground')) return tryOut(config);
  const log = await createLog(config.logLevel, process.stdout.isTTY);
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
  const log = await createLog(process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel, process.stdout.isTTY);
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
  const { explainStartFailure } = await import('./app/explain-start-failure.js');
  fail(explainStartFailure(error));
  // Whatever of the start still holds a timer or socket must not keep a failed start alive.
  process.exit(1);
});
