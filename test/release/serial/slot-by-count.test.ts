import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSlots } from '../../../src/release/serial/schedule.js';
import { slotByCount } from '../../../src/release/serial/slot-by-count.js';
import { search } from '../../support/search.js';

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];
const crons = ['0 20 * * 5', '30 2 * * 0', '30 1 * * *', '15 9 * * 1-5', '0 0 * * *', '0 */6 * * *', '0 12 1 * *'];

test('the slot of a count is that to which one comes by walking', () => {
  const after = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
  const schedule = fc.record({ cron: fc.constantFrom(...crons), timezone: fc.constantFrom(...zones) });
  fc.assert(
    fc.property(schedule, after, fc.integer({ min: 1, max: 300 }), (given, from, count) => {
      expect(slotByCount(given, from, count)).toBe(nextSlots(given, from, count).at(-1));
    }),
    search(150),
  );
});

test('a slot of a thousand chapters costs no more than some', () => {
  const given = { cron: '0 20 * * 5', timezone: 'Europe/London' };
  const from = Date.UTC(2026, 0, 1);
  expect(slotByCount(given, from, 1_000)).toBe(Date.UTC(2045, 1, 24, 20));
  expect(slotByCount({ cron: '0 0 30 2 *', timezone: 'UTC' }, from, 1)).toBeUndefined();
});
