/** Milliseconds as seconds that a person can read, such as `1.3` or `45`. */
export function seconds(ms: number): string {
  return ms < 10_000 ? (ms / 1_000).toFixed(1) : String(Math.round(ms / 1_000));
}
