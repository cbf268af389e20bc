/** One line of the bench: what was measured, beside a peer in the same run. */
export interface Row {
  readonly what: string;
  /** What ours took, in `unit`; a rate where more is better. */
  readonly ours: number;
  /** What the peer took, or ours where there is the least to do. */
  readonly peer: number;
  readonly peerName: string;
  readonly unit: string;
  /** What is asked of ours divided by the peer's: at most so much, or at least. */
  readonly asked: { readonly atMost: number } | { readonly atLeast: number };
}

/** A line for people: the ratio first, since the figures are the machine's. */
export function describeRow({ asked, ours, peer, peerName, unit, what }: Row): string {
  const ratio = ours / peer;
  const [bound, isMet] = 'atMost' in asked ? [`≤ ${asked.atMost}`, ratio <= asked.atMost] : [`≥ ${asked.atLeast}`, ratio >= asked.atLeast];
  const cells = [
    what.padEnd(46),
    figure(ratio).padStart(8),
    bound.padStart(8),
    (isMet ? 'ok' : 'short').padEnd(5),
    `${figure(ours)} ${unit} beside ${figure(peer)} ${unit} (${peerName})`,
  ];
  return cells.join('  ');
}

/** Three digits that count. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
