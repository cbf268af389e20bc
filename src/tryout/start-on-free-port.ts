import { type Playground, startPlayground } from '../playground/playground.js';

/** Starts a playground on the port asked for, or where that is taken on the next one that is free; after ten, on any. */
export async function startOnFreePort(wanted: number): Promise<Playground> {
  const candidates = wanted === 0 ? [0] : [...Array.from({ length: 10 }, (_, index) => wanted + index), 0];
  for (const port of candidates.filter((candidate) => candidate <= 65_535)) {
    try {
      return await startPlayground({ port });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
    }
  }
  throw new Error('No port is free on this machine.');
}
