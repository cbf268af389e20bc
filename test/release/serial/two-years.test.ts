import { setImmediate as aTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Scheduler } from '../../../src/release/serial/scheduler.js';
import type { Serial } from '../../../src/release/serial/serial.js';
import { boundsOf, calendars, rules, wantedSlots } from '../../support/calendar.js';
import { aChapter, aSerial } from '../../support/factories.js';
import { createRandom } from '../../support/random.js';
import { Room } from '../../support/release-room.js';

const minuteMs = 60_000;
const graceMs = 72 * 3_600_000;
const weekMs = 7 * 86_400_000;
const noLog = { info() {}, warn() {}, error() {} };

/** A scheduler in a room, with a Discord that takes everything and chapters for years. */
async function openLine(start: Serial, now: () => number) {
  const chapters = Array.from({ length: 300 }, (_, index) => aChapter({ id: `${index + 1}`.padStart(3, '0') }));
  const room = await Room.open({ chapters, serials: [start] });
  const { availability, discord, releaser, serials, stories, updater } = room;
  const clock = { now: () => new Date(now()) };
  const parts = { serials, availability, releaser, updater, stories, publisher: discord, clock, log: noLog, graceMs };
  const scheduler = new Scheduler(parts);
  return {
    posted: () => discord.chapters,
    asked: () => discord.notices.flatMap((notice) => (notice.kind === 'late-question' ? [notice.slotAt] : [])),
    /** A beat, and all that it begins. */
    async beat() {
      room.now = now();
      await scheduler.tick();
      while (serials.all().some(({ current }) => current !== undefined)) await aTurn();
    },
  };
}

/** At a quarter past one on Sundays: where clocks are changed, as a rule. */
const sundays = rules.filter(({ cron }) => cron === '15 1 * * 0');
const cases = calendars.flatMap((calendar) => sundays.map((rule) => ({ ...calendar, calendar, rule })));

it.each(cases)(
  'two years of Sundays in $timezone post one chapter a slot, over any downtime',
  async ({ calendar, rule }) => {
    const random = createRandom();
    const { start, end } = boundsOf(calendar);
    const wanted = wantedSlots(calendar, rule);
    const schedule = { cron: rule.cron, timezone: calendar.timezone };
    let now = start;
    const [first = end] = wanted;
    const line = await openLine(aSerial({ schedule, status: { kind: 'running', nextSlotAt: first } }), () => now);
    const asked: number[] = [];
    let out = 0;
    let accounted = 0;
    while (now < end) {
      const isAway = random.below(4) === 0;
      const away = Math.round(minuteMs * ((5 * weekMs) / minuteMs) ** (random.below(1_000) / 1_000));
      now = isAway ? now + away : Math.max(now, (wanted[accounted] ?? end) + random.below(2_000));
      const before = accounted;
      while ((wanted[accounted] ?? Number.POSITIVE_INFINITY) <= now) accounted += 1;
      const slotAt = wanted[accounted - 1] ?? start;
      if (accounted > before && now - slotAt <= graceMs) out += 1;
      else if (accounted > before) asked.push(slotAt);
      // A second beat at the same moment does nothing more.
      for (let beats = 0; beats < 2; beats += 1) await line.beat();
      expect([line.posted().length, line.asked()], `${new Date(now).toISOString()}, SEED=${random.seed}`).toEqual([
        out,
        asked,
      ]);
    }
    expect(line.posted()).toEqual(line.posted().map((_, index) => `${index + 1}`.padStart(3, '0')));
  },
);
