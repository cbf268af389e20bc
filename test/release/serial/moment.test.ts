import { expect, it } from 'vitest';
import { parseMoment } from '../../../src/release/serial/moment.js';

it.each([
  ['2026-12-24', 'Europe/Berlin', '2026-12-23T23:00:00.000Z'],
  ['2026-12-24 18:30', 'Europe/Berlin', '2026-12-24T17:30:00.000Z'],
  ['2026-07-01T18:30', 'America/New_York', '2026-07-01T22:30:00.000Z'],
  ['2026-12-24 18:30', 'Asia/Kolkata', '2026-12-24T13:00:00.000Z'],
])('reads %s in %s', (text, zone, moment) => {
  expect(new Date(parseMoment(text, zone) ?? 0).toISOString()).toBe(moment);
});

it.each(['', 'tomorrow', '24.12.2026', '2026-02-30', '2026-13-01', '2026-12-24 25:00', '2026-12-24 18:30:00'])(
  'refuses %j',
  (text) => {
    expect(parseMoment(text, 'UTC')).toBeUndefined();
  },
);
