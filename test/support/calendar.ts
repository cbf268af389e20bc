import { Temporal } from 'temporal-polyfill';

/** Two years in one zone, and what is special about them. */
export interface Calendar {
  readonly timezone: string;
  /** The first of its days, `YYYY-MM-DD`. */
  readonly from: string;
  readonly because: string;
}

/** Both hemispheres, half hours, changes at midnight, and zones that changed their rules in those two years. */
export const calendars: readonly Calendar[] = [
  { timezone: 'America/New_York', from: '2026-01-01', because: 'changes in the small hours' },
  { timezone: 'Europe/Berlin', from: '2026-01-01', because: 'changes in the small hours' },
  { timezone: 'America/St_Johns', from: '2026-01-01', because: 'is half an hour off' },
  { timezone: 'Asia/Kolkata', from: '2026-01-01', because: 'is half an hour off and never changes' },
  { timezone: 'Australia/Lord_Howe', from: '2026-01-01', because: 'changes by half an hour' },
  { timezone: 'America/Santiago', from: '2018-06-01', because: 'changes at midnight, and moved its dates in 2019' },
  { timezone: 'Africa/Casablanca', from: '2025-06-01', because: 'goes back for Ramadan' },
  { timezone: 'Asia/Almaty', from: '2023-03-01', because: 'gave up an hour for good in 2024' },
  { timezone: 'Pacific/Apia', from: '2010-12-01', because: 'left out a whole day in 2011' },
];

/** A cron rule, and what it says in words that take no cron to understand. */
export interface Rule {
  readonly cron: string;
  readonly fits: (date: Temporal.PlainDate) => boolean;
  /** Times of day, `HH:MM`. */
  readonly times: readonly string[];
}

const always = () => true;

/** Rules that authors may choose, with a leaning towards the hours in which clocks are changed. */
export const rules: readonly Rule[] = [
  { cron: '0 20 * * 5', fits: ({ dayOfWeek }) => dayOfWeek === 5, times: ['20:00'] },
  { cron: '15 1 * * 0', fits: ({ dayOfWeek }) => dayOfWeek === 7, times: ['01:15'] },
  { cron: '45 23 * * 1-5', fits: ({ dayOfWeek }) => dayOfWeek <= 5, times: ['23:45'] },
  { cron: '0 12 1,15 * *', fits: ({ day }) => day === 1 || day === 15, times: ['12:00'] },
  { cron: '0 0 * * *', fits: always, times: ['00:00'] },
  { cron: '30 2 * * *', fits: always, times: ['02:30'] },
  { cron: '30 1,2,3 * * *', fits: always, times: ['01:30', '02:30', '03:30'] },
  {
    cron: '*/30 2,3 * * 5-7',
    fits: ({ dayOfWeek }) => dayOfWeek >= 5,
    times: ['02:00', '02:30', '03:00', '03:30'],
  },
];

/** The moments at which a calendar's two years begin and end, in epoch milliseconds. */
export function boundsOf({ timezone, from }: Calendar): { readonly start: number; readonly end: number } {
  const first = Temporal.PlainDate.from(from);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timezone).epochMilliseconds;
  return { start: midnight(first), end: midnight(first.add({ years: 2 })) };
}

/**
 * Every slot of a rule from the beginning of a calendar to `months` past its end, in epoch milliseconds, ascending; reckoned
 * day by day with Temporal, and without the code under test. What a clock change leaves out comes with the change, what it
 * doubles comes once.
 */
export function wantedSlots({ timezone, from }: Calendar, { fits, times }: Rule, months = 3): readonly number[] {
  const first = Temporal.PlainDate.from(from);
  const { days } = first.until(first.add({ years: 2, months }), { largestUnit: 'day' });
  const slots = new Set<number>();
  for (let day = 0; day < days; day += 1) {
    const date = first.add({ days: day });
    if (fits(date)) for (const time of times) slots.add(slotOn(date, time, timezone));
  }
  return [...slots].toSorted((a, b) => a - b);
}

function slotOn(date: Temporal.PlainDate, time: string, timezone: string): number {
  const wall = date.toPlainDateTime(time);
  const moment = wall.toZonedDateTime(timezone, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(wall)) return moment.epochMilliseconds;
  // It is left out: `earlier` counts back from it by as much as the clocks are put forward.
  return (moment.getTimeZoneTransition('next') ?? moment).epochMilliseconds;
}
