import { Cron } from 'croner';

/**
 * Reads `2026-12-24`, `2026-12-24 18:00` or `2026-12-24T18:00` as wall-clock time in `timezone` (an IANA name; a bare date
 * means its first minute) and gives epoch milliseconds; undefined where it is no such moment.
 */
export function parseMoment(text: string, timezone: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim());
  if (parts === null || !isCalendarDay(parts[1] ?? '')) return undefined;
  try {
    // Croner takes a single moment in place of a rule, and knows the zone's clock changes.
    const once = new Cron(`${parts[1]}T${parts[2] ?? '00:00'}:00`, { timezone, paused: true });
    return once.nextRun(new Date(0))?.getTime();
  } catch {
    return undefined;
  }
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
