/** One line of the bench: what was measured, beside a peer in the same run. */
export interface Row {
  readonly what: string;
  readonly ours: number;
  /** What the peer took: another program, or ours where there is least to do. */
  readonly peer: number;
  readonly peerName: string;
  /** Of both; a rate where more is better. */
  readonly unit: string;
  /** What ours divided by the peer's is to be at most, or at least. */
  readonly asked: { readonly atMost: number } | { readonly atLeast: number };
}

/** A line for people: the ratio first, since the figures are the machine's. */
export function describeRow({ asked, ours, peer, peerName, unit, what }: Row): string {
  const ratio = ours / peer;
  const [bound, isMet] =
    'atMost' in asked ? [`≤ ${asked.atMost}`, ratio <= asked.atMost] : [`≥ ${asked.atLeast}`, ratio >= asked.atLeast];
  const cells = [what.padEnd(48), figure(ratio).padStart(7), bound.padStart(7), (isMet ? 'ok' : 'short').padEnd(5)];
  return `${cells.join('  ')}  ${figure(ours)} beside ${figure(peer)} ${unit} (${peerName})`;
}

/** Three digits that count. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
