import type { ShownClock } from '../protocol.js';

/** The playground's time, which goes on between what the server tells. */
export interface RunningClock {
  /** Epoch milliseconds. */
  now(): number;
  shown(): ShownClock;
  set(clock: ShownClock): void;
}

/** Makes a clock that shows the real time until it is set. */
export function createRunningClock(): RunningClock {
  let shown: ShownClock = { now: Date.now(), speed: 1, nextDropAt: undefined };
  let setAt = performance.now();
  return {
    now: () => shown.now + (performance.now() - setAt) * shown.speed,
    shown: () => shown,
    set: (clock) => {
      shown = clock;
      setAt = performance.now();
    },
  };
}
