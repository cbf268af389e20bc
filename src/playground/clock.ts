/**
 * The playground's own time. It dates messages and ids, and is what the bot is handed as its clock. Deadlines, nonces,
 * rate limits and heartbeats are not its business: those run on real time.
 */
export interface PlaygroundClock {
  /** The playground's present moment. */
  now(): Date;
  /** Makes `at` the present moment; time goes on from there at the current speed. */
  jumpTo(at: Date): void;
  /** Jumps by so many milliseconds; a negative number goes back. */
  advance(ms: number): void;
  /** How many playground milliseconds pass in a real one: 1 by default, 0 stands still, 3600 runs fast. */
  setSpeed(factor: number): void;
  /** The factor that was set last. */
  speed(): number;
  /** Calls `listener` after every jump and change of speed. Returns what ends that. */
  onJump(listener: (now: Date) => void): () => void;
}

/** How a clock starts: at `startAt` (default: the real time), at `speed` (default 1; 0 pins it). */
export interface PlaygroundClockOptions {
  readonly startAt?: Date;
  readonly speed?: number;
}

/** Makes a clock that runs on the machine's own, shifted and stretched as it is told. */
export function createPlaygroundClock(options: PlaygroundClockOptions = {}): PlaygroundClock {
  const listeners = new Set<(now: Date) => void>();
  let speed = options.speed ?? 1;
  let realBaseMs = Date.now();
  let shownBaseMs = options.startAt?.getTime() ?? realBaseMs;

  const nowMs = () => Math.floor(shownBaseMs + (Date.now() - realBaseMs) * speed);
  const restart = (fromMs: number, factor: number) => {
    if (!Number.isFinite(fromMs) || !Number.isFinite(factor))
      throw new TypeError('A clock needs a valid date and speed.');
    shownBaseMs = fromMs;
    realBaseMs = Date.now();
    speed = factor;
    for (const listener of listeners) listener(new Date(fromMs));
  };

  return {
    now: () => new Date(nowMs()),
    jumpTo: (at) => restart(at.getTime(), speed),
    advance: (ms) => restart(nowMs() + ms, speed),
    setSpeed: (factor) => restart(nowMs(), factor),
    speed: () => speed,
    onJump: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
