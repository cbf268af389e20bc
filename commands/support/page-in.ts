/** The page that a custom id names, counted from 0; the first where it names none. It may be past the last one. */
export function pageIn(given: string | undefined): number {
  return Math.max(0, Number.parseInt(given ?? '', 10) || 0);
}
