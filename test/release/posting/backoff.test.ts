import { describe, expect, it } from 'vitest';
import { backoffMs, defaultPauses, pause } from '../../../src/release/posting/backoff.js';

/** The shortest and the longest pause before each of the first attempts. */
const pauses = (count: number) =>
  Array.from({ length: count }, (_, index) => [0, 1].map((random) => backoffMs(index + 1, random, defaultPauses)));

describe('the pause between two attempts', () => {
  it('doubles from a second to a quarter of an hour, and is somewhere between half and all of that', () => {
    expect(pauses(12)).toEqual([
      [500, 1_000],
      [1_000, 2_000],
      [2_000, 4_000],
      [4_000, 8_000],
      [8_000, 16_000],
      [16_000, 32_000],
      [32_000, 64_000],
      [64_000, 128_000],
      [128_000, 256_000],
      [256_000, 512_000],
      [450_000, 900_000],
      [450_000, 900_000],
    ]);
    expect(backoffMs(100_000, 1, defaultPauses)).toBe(900_000);
  });

  it('ends at once where the signal ends it, and says so', async () => {
    const stopping = new AbortController();
    expect(await pause(1, stopping.signal)).toBe(true);
    const waiting = pause(60_000, stopping.signal);
    stopping.abort();
    expect(await waiting).toBe(false);
    expect(await pause(60_000, stopping.signal)).toBe(false);
  });
});
