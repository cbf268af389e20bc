/**
 * Whether `now` lies in the `lengthMs` before `until` (epoch milliseconds). A clock that was put back holds nobody up: what
 * would begin in the future has not begun.
 */
export function isWithin(now: number, until: number, lengthMs: number): boolean {
  return now >= until - lengthMs && now < until;
}
