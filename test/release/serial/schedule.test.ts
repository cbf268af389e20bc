import { describe, expect, it } from 'vitest';
import { describeSchedule, nextSlots, toSchedule } from '../../../src/release/serial/schedule.js';

const iso = (moments: readonly number[]) => moments.map((moment) => new Date(moment).toISOString());

describe('toSchedule', () => {
  it('makes a rule of a day and a time', () => {
    expect(toSchedule({ day: 'friday', time: '20:05', timezone: 'Europe/Berlin' })).toEqual({
      cron: '5 20 * * 5',
      timezone: 'Europe/Berlin',
    });
    expect(toSchedule({ day: 'weekdays', time: '7:00', timezone: 'UTC' })).toEqual({
      cron: '0 7 * * 1-5',
      timezone: 'UTC',
    });
    expect(toSchedule({ day: 'daily', time: '00:30', timezone: 'UTC' })).toEqual({
      cron: '30 0 * * *',
      timezone: 'UTC',
    });
  });

  it('takes any cron rule of five fields that comes true', () => {
    expect(toSchedule({ cron: ' 0  12 1,15 * * ', timezone: 'Asia/Kolkata' })).toEqual({
      cron: '0 12 1,15 * *',
      timezone: 'Asia/Kolkata',
    });
  });

  it.each([
    ['* * * * * *', 'six fields'],
    ['0 0 30 2 *', 'a day that never comes'],
    ['often', 'no rule'],
    ['99 0 * * *', 'a minute that there is not'],
  ])('refuses %j: %s', (cron) => {
    expect(toSchedule({ cron, timezone: 'UTC' })).toEqual([{ kind: 'bad-cron', given: cron }]);
  });

  it('tells everything that is wrong at once', () => {
    expect(toSchedule({ day: 'freitag', time: '24:00', timezone: 'Berlin' })).toEqual([
      { kind: 'bad-timezone', given: 'Berlin' },
      { kind: 'bad-day', given: 'freitag' },
      { kind: 'bad-time', given: '24:00' },
    ]);
    expect(toSchedule({})).toEqual([
      { kind: 'missing', what: 'timezone' },
      { kind: 'missing', what: 'day' },
      { kind: 'missing', what: 'time' },
    ]);
    expect(toSchedule({ day: 'friday', cron: '0 1 * * *', timezone: 'UTC' })).toEqual([{ kind: 'two-rules' }]);
  });
});

describe('nextSlots', () => {
  it('keeps the wall clock over a change of the clocks', () => {
    const friday = { cron: '0 20 * * 5', timezone: 'Europe/Berlin' };
    expect(iso(nextSlots(friday, Date.parse('2026-10-20T00:00:00Z'), 2))).toEqual([
      '2026-10-23T18:00:00.000Z',
      '2026-10-30T19:00:00.000Z',
    ]);
  });

  it('gives a slot in the gap of a clock change at the first valid moment, and misses no week', () => {
    const sunday = { cron: '30 2 * * 0', timezone: 'America/New_York' };
    expect(iso(nextSlots(sunday, Date.parse('2027-03-10T00:00:00Z'), 2))).toEqual([
      '2027-03-14T07:00:00.000Z',
      '2027-03-21T06:30:00.000Z',
    ]);
  });

  it('gives a slot in a doubled hour once', () => {
    const daily = { cron: '30 1 * * *', timezone: 'Europe/London' };
    const slots = nextSlots(daily, Date.parse('2026-10-24T12:00:00Z'), 3);
    expect(slots.map((slot) => new Date(slot).getUTCDate())).toEqual([25, 26, 27]);
  });

  it('loses and doubles nothing where a rule has slots all around a change', () => {
    const everyHalfHour = { cron: '30 1,2,3 * * *', timezone: 'Europe/Berlin' };
    expect(iso(nextSlots(everyHalfHour, Date.parse('2026-03-28T23:00:00Z'), 3))).toEqual([
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ]);
    expect(iso(nextSlots(everyHalfHour, Date.parse('2026-10-24T23:00:00Z'), 3))).toEqual([
      '2026-10-24T23:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T02:30:00.000Z',
    ]);
  });

  it('serves slots that fall together in a gap as one', () => {
    const twice = { cron: '0 2,3 * * 0', timezone: 'Europe/Berlin' };
    expect(iso(nextSlots(twice, Date.parse('2026-03-28T23:00:00Z'), 2))).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-04-05T00:00:00.000Z',
    ]);
  });

  it('leaves out the moment itself', () => {
    const daily = { cron: '0 12 * * *', timezone: 'UTC' };
    expect(iso(nextSlots(daily, Date.parse('2026-11-02T12:00:00Z'), 1))).toEqual(['2026-11-03T12:00:00.000Z']);
  });

  it('takes either day where day of month and day of week are both given', () => {
    const either = { cron: '0 12 13 * 5', timezone: 'UTC' };
    expect(iso(nextSlots(either, Date.parse('2026-12-01T00:00:00Z'), 3))).toEqual([
      '2026-12-04T12:00:00.000Z',
      '2026-12-11T12:00:00.000Z',
      '2026-12-13T12:00:00.000Z',
    ]);
  });
});

it('describes schedules in words', () => {
  expect(describeSchedule({ cron: '5 9 * * 0', timezone: 'UTC' })).toBe('every Sunday at 09:05 (UTC)');
  expect(describeSchedule({ cron: '0 20 * * *', timezone: 'UTC' })).toBe('every day at 20:00 (UTC)');
  expect(describeSchedule({ cron: '0 20 * * 1-5', timezone: 'UTC' })).toBe('Monday to Friday at 20:00 (UTC)');
  expect(describeSchedule({ cron: '0 12 1 * *', timezone: 'UTC' })).toBe('by the rule 0 12 1 * * (UTC)');
});
