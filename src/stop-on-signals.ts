import type { Logger } from './log.js';

/**
 * On SIGTERM or SIGINT lets `stop` finish what is in hand and ends the process with 0, or with 1 where stopping fails or
 * takes longer than 10 s; a second signal ends it at once.
 */
export function stopOnSignals(stop: () => Promise<void>, log: Logger): void {
  const graceMs = 10_000;
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130);
    stopping = true;
    log.info(`${signal}: finishing what is in hand. Once more ends at once.`);
    setTimeout(() => {
      log.error('Stopping took too long; what is unfinished goes on at the next start.');
      process.exit(1);
    }, graceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping failed.');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
