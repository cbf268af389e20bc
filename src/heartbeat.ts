import './use-utc.js';
import cron from 'node-cron';

/** A beat a second that never overlaps itself. */
export interface Heartbeat {
  /** Ends it; a beat under way goes on to its end. */
  stop(): Promise<void>;
}

/** Calls `beat` every second from now on, skipping seconds in which the last call is still at work. It must not reject. */
export function startHeartbeat(beat: () => Promise<void>): Heartbeat {
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = beat();
    return running;
  };
  const task = cron.schedule('* * * * * *', run, { timezone: 'UTC', noOverlap: true });
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
