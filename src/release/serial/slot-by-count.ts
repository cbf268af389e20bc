import { nextSlots, type Schedule } from './schedule.js';
import { createWallClock } from './wall-clock.js';

const dayMs = 86_400_000;
/** So many slots are walked through at most; more are counted by weeks. */
const mostWalked = 64;

/**
 * The `count`-th slot after `after` (exclusive, epoch milliseconds), from 1. Rules of one time a day are counted by weeks, at a
 * cost that does not grow with the count; others are walked through. `undefined` where there are not so many.
 */
export function slotByCount(schedule: Schedule, after: number, count: number): number | undefined {
  const perWeek = slotsPerWeek(schedule);
  if (count <= mostWalked || perWeek === undefined) return nextSlots(schedule, after, count).at(count - 1);
  const [first] = nextSlots(schedule, after, 1);
  if (first === undefined) return undefined;
  const clock = createWallClock(schedule.timezone);
  const weeks = Math.floor((count - 1) / perWeek);
  // On a wall, every week is as the last one; a slot in a gap is told by the reading that it stands for.
  const reading = Math.floor(clock.readingAt(first) / dayMs) * dayMs + timeOfDay(schedule) + weeks * 7 * dayMs;
  return nextSlots(schedule, clock.momentOf(reading) - 1, count - weeks * perWeek).at(-1);
}

/** Two slots at midnight could fall together where a zone leaves out a whole day. */
const onceADay = /^(?<minute>\d{1,2}) (?<hour>[1-9]|1\d|2[0-3]) \* \* (?<days>\*|[0-6](?:-[0-6])?)$/;

function slotsPerWeek({ cron }: Schedule): number | undefined {
  const days = onceADay.exec(cron)?.groups?.['days'];
  if (days === undefined) return undefined;
  if (days === '*') return 7;
  const [from = 0, to = from] = days.split('-').map(Number);
  return to >= from ? to - from + 1 : undefined;
}

function timeOfDay({ cron }: Schedule): number {
  const [minute = 0, hour = 0] = cron.split(' ').map(Number);
  return (hour * 60 + minute) * 60_000;
}
