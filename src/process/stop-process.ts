import { randomBytes } from 'node:crypto';
import type { Logger } from './log.js';

/** How long stopping may take before the process ends all the same. */
const graceMs = 10_000;
/** By convention, what a process that was interrupted ends with. */
const interruptedCode = 130;

/**
 * Ends the process in good order: on SIGTERM and SIGINT lets `stop` finish what is in hand and ends with 0; a second signal ends
 * it at once. An error that nobody caught leaves a state that nobody knows, so it is logged with a reference and ends the
 * process with 1: everything that was begun is in the journals, and goes on when it is started again. So does a stop that
 * fails or takes longer than 10 s. What is given back ends it in good order with 1, for a reason in one sentence.
 */
export function stopOnSignalsAndErrors(stop: () => Promise<void>, log: Logger): (reason: string) => void {
  let stopping = false;
  const end = (code: number) => {
    stopping = true;
    setTimeout(() => {
      log.error('Stopping took too long; what is unfinished goes on at the next start.');
      process.exit(1);
    }, graceMs).unref();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping failed; what is unfinished goes on at the next start.');
        process.exit(1);
      },
    );
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(interruptedCode);
    log.info(`${signal}: finishing what is in hand. Once more ends at once.`);
    end(0);
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // Unhandled rejections come here too: Node raises them as exceptions.
  process.on('uncaughtException', (error) => {
    const reference = randomBytes(3).toString('hex');
    log.fatal(
      { err: error, reference },
      'An unexpected error; I stop, so that a new start begins from what is written.',
    );
    if (!stopping) end(1);
  });
  return (reason) => {
    if (stopping) return;
    log.fatal(reason);
    end(1);
  };
}
