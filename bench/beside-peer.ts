/** What two ways of doing the same took at best, in milliseconds. */
export interface BesidePeer {
  readonly ms: number;
  readonly peerMs: number;
}

/**
 * Runs ours and the peer's by turns, so that what else the machine does strikes both, and takes the best of each. The machine
 * compiles what is called often: the first calls are not what is measured.
 */
export function besidePeer(times: number, ours: () => void, peer: () => void): BesidePeer {
  for (let call = 0; call < times; call += 1) {
    ours();
    peer();
  }
  let best: BesidePeer = { ms: Number.POSITIVE_INFINITY, peerMs: Number.POSITIVE_INFINITY };
  for (let time = 0; time < times; time += 1) {
    best = { ms: Math.min(best.ms, msOf(ours)), peerMs: Math.min(best.peerMs, msOf(peer)) };
  }
  return best;
}

function msOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
