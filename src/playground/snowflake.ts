import type { PlaygroundClock } from './clock.js';

/** The first second of 2015, which Discord's ids count from (https://discord.com/developers/docs/reference#snowflakes). */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const SEQUENCE_BITS = 22n;
const SEQUENCE_MASK = (1n << SEQUENCE_BITS) - 1n;

/**
 * Makes a source of ids dated by the clock. The low 22 bits count on through all ids, so that a clock that is turned back
 * does not give an id twice.
 */
export function createSnowflakes(clock: PlaygroundClock): () => string {
  let sequence = 0n;
  return () => {
    sequence = (sequence + 1n) & SEQUENCE_MASK;
    return String((BigInt(clock.now().getTime()) - DISCORD_EPOCH_MS) * (1n << SEQUENCE_BITS) + sequence);
  };
}

/** Orders two ids by age, the older first, as Array.prototype.sort wants it. */
export function compareSnowflakes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
