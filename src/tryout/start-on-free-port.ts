/** Starts something on the port asked for, or where that is taken on the next one that is free; after ten, on any. */
export async function startOnFreePort<Started>(
  wanted: number,
  start: (port: number) => Promise<Started>,
): Promise<Started> {
  const candidates = wanted === 0 ? [0] : [...Array.from({ length: 10 }, (_, index) => wanted + index), 0];
  for (const port of candidates.filter((candidate) => candidate <= 65_535)) {
    try {
      return await start(port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
    }
  }
  throw new Error('No port is free on this machine.');
}
