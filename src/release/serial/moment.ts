import { isTimezone } from './schedule.js';
import { createWallClock } from './wall-clock.js';

/**
 * Reads `2026-12-24`, `2026-12-24 18:00` or `2026-12-24T18:00` as wall-clock time in `timezone` (an IANA name; a bare date
 * means its first minute) and gives epoch milliseconds; undefined where it is no such moment.
 */
export function parseMoment(text: string, timezone: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim());
  if (parts === null || !isCalendarDay(parts[1] ?? '') || !isTimezone(timezone)) return undefined;
  const reading = Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}:00Z`);
  return Number.isNaN(reading) ? undefined : createWallClock(timezone).momentOf(reading);
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
