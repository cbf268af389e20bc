/** Random numbers that come again with the same seed. */
export interface Random {
  /** To be printed where a test fails. */
  readonly seed: number;
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
}

/** Starts from the SEED in the environment, where there is one, so that a failure can be had again. The generator is mulberry32. */
export function createRandom(): Random {
  const given = Number(process.env['SEED']);
  const seed = Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 2 ** 31) + 1;
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, below: (below) => Math.floor(next() * below) };
}
