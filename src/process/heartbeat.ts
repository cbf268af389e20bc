import './use-utc.js';
import cron, { type ScheduledTask } from 'node-cron';

/** A beat a second that never overlaps itself. */
export interface Heartbeat {
  /** Ends it; a beat under way goes on to its end. */
  stop(): Promise<void>;
}

/** After this many milliseconds of real time without a beat, the next one is set anew. */
const overdueMs = 2_500;

/**
 * Calls `beat` every second from now on, skipping seconds in which the last call is still at work. It must not reject. The
 * machine's clock may be set and the machine may sleep: the next beat comes within seconds.
 */
export function startHeartbeat(beat: () => Promise<void>): Heartbeat {
  let running: Promise<void> = Promise.resolve();
  let isBeating = false;
  let armedAt = performance.now();
  let stopped = false;

  const run = async () => {
    isBeating = true;
    await beat();
    isBeating = false;
  };
  const arm = (): ScheduledTask => {
    armedAt = performance.now();
    return cron.schedule(ruleOf(nextSecond()), onTime, { timezone: 'UTC', missedExecutionTolerance: maxLateMs });
  };
  const onTime = async () => {
    running = run();
    await running;
    rearm();
  };
  const rearm = () => {
    void task.destroy();
    if (!stopped) task = arm();
  };
  let task = arm();
  // node-cron waits for its moment by the clock on the wall: while that is set back, it would wait as much longer.
  const guard = setInterval(() => {
    if (!isBeating && performance.now() - armedAt > overdueMs) rearm();
  }, 1_000);

  return {
    async stop() {
      stopped = true;
      clearInterval(guard);
      await task.destroy();
      await running;
    },
  };
}

/** However late: the moment is past, and the beat is due. A year, after which its rule comes true again. */
const maxLateMs = 365 * 86_400_000;

/** A whole second that is not over before node-cron has heard of it. */
function nextSecond(): Date {
  return new Date(Math.ceil((Date.now() + 100) / 1_000) * 1_000);
}

/**
 * A rule for that one moment. One for every second would have node-cron work off each that a clock set forward leaves out:
 * a night's sleep of the machine takes it seconds, and five weeks take it minutes.
 */
function ruleOf(moment: Date): string {
  const fields = [moment.getUTCSeconds(), moment.getUTCMinutes(), moment.getUTCHours(), moment.getUTCDate()];
  return `${fields.join(' ')} ${moment.getUTCMonth() + 1} *`;
}
