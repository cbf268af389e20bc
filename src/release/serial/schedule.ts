import { Cron } from 'croner';
import * as z from 'zod';
import { createWallClock } from './wall-clock.js';

/**
 * When a serial wants chapters: a rule in the wall-clock time of a zone. `cron` has five fields (minute, hour, day of month,
 * month, day of week; where both days are given either one suffices, as in standard cron); `timezone` is an IANA name.
 */
export const scheduleSchema = z.object({ cron: z.string(), timezone: z.string() });
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>;

/** The days that a person may choose, and the last field of the cron rule that each stands for. */
export const days = {
  monday: '1',
  tuesday: '2',
  wednesday: '3',
  thursday: '4',
  friday: '5',
  saturday: '6',
  sunday: '0',
  daily: '*',
  weekdays: '1-5',
} as const;
export type Day = keyof typeof days;

/** What a person asked for: either a day and a time, or a cron rule, and in either case a zone. */
export interface ScheduleRequest {
  readonly day?: string;
  readonly time?: string;
  readonly cron?: string;
  readonly timezone?: string;
}

/** Why a request is no schedule; `given` is what was asked for. */
export type ScheduleProblem =
  | { readonly kind: 'missing'; readonly what: 'day' | 'time' | 'timezone' }
  | { readonly kind: 'bad-day' | 'bad-time' | 'bad-timezone' | 'bad-cron'; readonly given: string }
  | { readonly kind: 'two-rules' };

/** Turns what a person asked for into a schedule, or into everything that is wrong with it. */
export function toSchedule(request: ScheduleRequest): Schedule | readonly ScheduleProblem[] {
  const problems: ScheduleProblem[] = [];
  if (request.timezone === undefined) problems.push({ kind: 'missing', what: 'timezone' });
  else if (!isTimezone(request.timezone)) problems.push({ kind: 'bad-timezone', given: request.timezone });
  const timezone = problems.length === 0 && request.timezone !== undefined ? request.timezone : 'UTC';
  const cron = request.cron === undefined ? weeklyRule(request, problems) : cronRule(request.cron, timezone, problems);
  if (request.cron !== undefined && (request.day !== undefined || request.time !== undefined)) {
    problems.push({ kind: 'two-rules' });
  }
  return problems.length === 0 ? { cron, timezone } : problems;
}

function weeklyRule({ day, time }: ScheduleRequest, problems: ScheduleProblem[]): string {
  if (day === undefined) problems.push({ kind: 'missing', what: 'day' });
  else if (!isDay(day)) problems.push({ kind: 'bad-day', given: day });
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time?.trim() ?? '');
  if (time === undefined) problems.push({ kind: 'missing', what: 'time' });
  else if (clock === null) problems.push({ kind: 'bad-time', given: time });
  const dayField = day !== undefined && isDay(day) ? days[day] : '*';
  return `${Number(clock?.[2] ?? 0)} ${Number(clock?.[1] ?? 0)} * * ${dayField}`;
}

function cronRule(given: string, timezone: string, problems: ScheduleProblem[]): string {
  const cron = given.trim().split(/\s+/).join(' ');
  // A rule that never comes true (30 February) is as wrong as one that does not parse.
  const comes = cron.split(' ').length === 5 && attempt(() => new Cron(cron, { timezone, paused: true }).nextRun());
  if (!comes) problems.push({ kind: 'bad-cron', given });
  return cron;
}

/** Whether a day may be chosen: a weekday's English name, `daily` or `weekdays`. */
export function isDay(value: string): value is Day {
  return Object.hasOwn(days, value);
}

/** Whether the name is a time zone that this Node knows, aliases included. */
export function isTimezone(name: string): boolean {
  return attempt(() => new Intl.DateTimeFormat('en', { timeZone: name })) !== undefined;
}

/**
 * The next `count` slots after `after` (exclusive), in epoch milliseconds, ascending. A slot is the first moment at which clocks
 * in the zone show a time of the rule or a later one: in the gap of a clock change it comes when the clocks are changed, and in
 * a doubled hour it comes once. Slots that fall together are one.
 */
export function nextSlots({ cron, timezone }: Schedule, after: number, count: number): readonly number[] {
  const clock = createWallClock(timezone);
  const rule = readRule(cron);
  const slots: number[] = [];
  let reading = rule.nextRun(new Date(clock.readingAt(after)));
  for (; reading !== null && slots.length < count; reading = rule.nextRun(reading)) {
    const slot = clock.momentOf(reading.getTime());
    if (slot > (slots.at(-1) ?? after)) slots.push(slot);
  }
  return slots;
}

/** The first slot after `after`, in epoch milliseconds; undefined for a rule that never comes true again. */
export function nextSlot(schedule: Schedule, after: number): number | undefined {
  return nextSlots(schedule, after, 1)[0];
}

/** The last slot at or before `moment`, in epoch milliseconds; undefined where there was none. */
export function lastSlot(schedule: Schedule, moment: number): number | undefined {
  const clock = createWallClock(schedule.timezone);
  const rule = readRule(schedule.cron);
  // Croner leaves the reading itself out.
  const reading = rule.previousRuns(1, new Date(clock.readingAt(moment) + 1))[0];
  let last = reading && clock.momentOf(reading.getTime());
  // While a doubled hour runs for the second time, slots of its rest are past already.
  for (let next = last; next !== undefined && next <= moment; next = nextSlot(schedule, next)) last = next;
  return last;
}

/**
 * Croner reads rules on a clock that never changes, and the zone is ours: on a zone's own clocks it loses slots of rules with
 * several hours in a gap, and doubles them in a doubled hour.
 */
function readRule(cron: string): Cron {
  return new Cron(cron, { utcOffset: 0, paused: true });
}

/** The schedule as a person would say it: `every Friday at 20:00 (Europe/Berlin)`. */
export function describeSchedule({ cron, timezone }: Schedule): string {
  const weekly = /^(\d+) (\d+) \* \* (\S+)$/.exec(cron);
  const day = weekly === null ? undefined : Object.entries(days).find(([, field]) => field === weekly[3])?.[0];
  if (weekly === null || day === undefined) return `by the rule ${cron} (${timezone})`;
  const time = `${weekly[2]?.padStart(2, '0')}:${weekly[1]?.padStart(2, '0')}`;
  const when = day === 'daily' ? 'every day' : day === 'weekdays' ? 'Monday to Friday' : `every ${capitalise(day)}`;
  return `${when} at ${time} (${timezone})`;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The result, or undefined where it throws or gives nothing: the libraries here report a bad name by throwing. */
function attempt<T>(make: () => T | null): T | undefined {
  try {
    return make() ?? undefined;
  } catch {
    return undefined;
  }
}
