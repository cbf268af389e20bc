// Loaded into the bot by `node --import`: tells its parent, when asked, what it holds after a collection of garbage.

/** What the bot holds: bytes, and whatever keeps Node awake (sockets, timers, handles). */
export interface Held {
  readonly rss: number;
  readonly heap: number;
  readonly handles: number;
}

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const held: Held = { rss, heap: heapUsed, handles: process.getActiveResourcesInfo().length };
  process.send?.(held);
});
// Asking must not keep it from ending.
process.channel?.unref();
