import { setImmediate as aTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { drawPart } from '../../../src/discord/rendering/draw-part.js';
import { type Release, releaseSchema } from '../../../src/release/posting/journal.js';
import type { Publisher } from '../../../src/release/posting/publisher.js';
import { Releaser } from '../../../src/release/posting/releaser.js';
import { Availability } from '../../../src/release/serial/availability.js';
import { Scheduler } from '../../../src/release/serial/scheduler.js';
import { type Serial, serialSchema } from '../../../src/release/serial/serial.js';
import { SerialBook } from '../../../src/release/serial/serial-book.js';
import { openStore } from '../../../src/store/open-store.js';
import { boundsOf, calendars, rules, wantedSlots } from '../../support/calendar.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';
import { createRandom } from '../../support/random.js';

const minuteMs = 60_000;
const graceMs = 72 * 3_600_000;
const weekMs = 7 * 86_400_000;
const noLog = { info() {}, warn() {}, error() {} };

/** A scheduler over a store in memory, with a Discord that takes everything and chapters for years. */
async function openLine(start: Serial, now: () => number) {
  const store = await openStore('memory://');
  const posted: string[] = [];
  const asked: number[] = [];
  const chapters = Array.from({ length: 300 }, (_, index) => aChapter({ id: `${index + 1}`.padStart(3, '0') }));
  const publisher: Publisher = {
    inspect: async () => ({ name: 'serial', kind: 'text', ageRestricted: false, missing: [], tags: [] }),
    isAway: () => false,
    perform: async ({ chapterId }: Release) => {
      posted.push(chapterId);
      return { kind: 'sent', messageId: `${posted.length}` };
    },
    find: async () => ({ kind: 'absent' }),
    remove: async () => ({ kind: 'done' }),
    tell: async (_serial, notice) => {
      if (notice.kind === 'late-question') asked.push(notice.slotAt);
      return true;
    },
  };
  const serials = await SerialBook.open(
    store.openCollection('serial', serialSchema, 1),
    store.openList('serials', z.string()),
  );
  await serials.add(start);
  const clock = { now: () => new Date(now()) };
  const stories = { story: () => aStory(chapters), refresh: async () => {}, saving: () => [] };
  const releaser = new Releaser({
    serials,
    journals: store.openCollection('release', releaseSchema, 1),
    stories,
    publisher,
    draw: drawPart,
    clock,
    log: noLog,
    pauses: { firstMs: 1, longestMs: 1 },
    onPosted: async () => {},
    onFound: () => {},
  });
  const availability = new Availability(serials, releaser, stories, clock);
  const scheduler = new Scheduler({ serials, availability, releaser, stories, publisher, clock, log: noLog, graceMs });
  return {
    posted,
    asked,
    /** A beat, and all that it begins. */
    async beat() {
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
      expect([line.posted.length, line.asked], `${new Date(now).toISOString()}, SEED=${random.seed}`).toEqual([
        out,
        asked,
      ]);
    }
    expect(line.posted).toEqual(line.posted.map((_, index) => `${index + 1}`.padStart(3, '0')));
  },
);
