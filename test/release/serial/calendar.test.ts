import { describe, expect, it } from 'vitest';
import { decideDue, running } from '../../../src/release/serial/due.js';
import { lastSlot, nextSlots } from '../../../src/release/serial/schedule.js';
import type { Serial } from '../../../src/release/serial/serial.js';
import { latePolicies } from '../../../src/release/serial/settings.js';
import { boundsOf, type Calendar, calendars, type Rule, rules, wantedSlots } from '../../support/calendar.js';
import { aChapter, aSerial } from '../../support/factories.js';
import { createRandom, type Random } from '../../support/random.js';

const minute = 60_000;
const hour = 60 * minute;
const week = 7 * 24 * hour;
const onTime = 10 * minute;
const grace = 72 * hour;

const iso = (moments: readonly number[]) => moments.map((moment) => new Date(moment).toISOString());
/** Where slots lie far enough apart to be missed by themselves. */
const onceADay = rules.filter(({ times }) => times.length === 1);
const scheduleOf = ({ timezone }: Calendar, { cron }: Rule) => ({ cron, timezone });

describe.each(calendars)('two years in $timezone, which $because', (calendar) => {
  const { start, end } = boundsOf(calendar);

  it.each(rules)('have every slot of "$cron" once, at the first valid moment', (rule) => {
    const wanted = wantedSlots(calendar, rule, 0);
    const given = nextSlots(scheduleOf(calendar, rule), start - 1, wanted.length + 1);
    expect(iso(given.slice(0, -1))).toEqual(iso(wanted));
    expect(given.at(-1)).toBeGreaterThanOrEqual(end);
  });

  it.each(rules)('find the last slot of "$cron" before any moment', (rule) => {
    const random = createRandom();
    const wanted = wantedSlots(calendar, rule, 0);
    const [first = start] = wanted;
    const anywhere = Array.from({ length: 40 }, () => first + random.below(end - first));
    for (const moment of [...anywhere, ...aroundChanges(wanted, random)]) {
      const last = wanted.findLast((slot) => slot <= moment) ?? first;
      const found = lastSlot(scheduleOf(calendar, rule), moment) ?? 0;
      expect(iso([found]), `at ${new Date(moment).toISOString()}, SEED=${random.seed}`).toEqual(iso([last]));
    }
  });

  it.each(onceADay)('serve each slot of "$cron" once, however long the bot is down', (rule) => {
    liveThrough(calendar, rule);
  });
});

/** Moments after slots whose distance from the next is unusual: there the clocks were changed. */
function aroundChanges(wanted: readonly number[], random: Random): readonly number[] {
  const gaps = wanted.slice(1).map((slot, index) => slot - (wanted[index] ?? slot));
  const usual = new Set(gaps.filter((gap) => gaps.filter((other) => other === gap).length > 8));
  const changed = gaps.flatMap((gap, index) => (usual.has(gap) ? [] : [wanted[index] ?? 0]));
  return changed.flatMap((slot) => [slot, slot + random.below(hour), slot + random.below(3 * hour)]);
}

/**
 * Two years of a serial whose bot is now there and now away. The model is no more than the list of slots and a number: how many
 * of them are accounted for.
 */
function liveThrough(calendar: Calendar, rule: Rule): void {
  const random = createRandom();
  const late = latePolicies[random.below(latePolicies.length)] ?? 'post';
  const { start, end } = boundsOf(calendar);
  const wanted = wantedSlots(calendar, rule);
  const schedule = scheduleOf(calendar, rule);
  const ready = { kind: 'ready', chapter: aChapter() } as const;
  let serial = aSerial({ schedule, late, status: running({ schedule }, start - 1, start) });
  let accounted = 0;
  for (let now = start; now < end; ) {
    // Away for a while, or there when the next slot comes.
    const isAway = random.below(4) === 0;
    now = isAway ? now + downtime(random) : Math.max(now, (wanted[accounted] ?? end) + random.below(2_000));
    const hint = `${late}, ${new Date(now).toISOString()}, SEED=${random.seed}`;
    const before = accounted;
    while ((wanted[accounted] ?? Number.POSITIVE_INFINITY) <= now) accounted += 1;
    const decision = decideDue(serial, ready, now, grace);
    const slotAt = wanted[accounted - 1];
    if (accounted === before || slotAt === undefined) {
      expect(decision, hint).toEqual({ kind: 'nothing' });
      continue;
    }
    expect(decision.kind, hint).toBe(expectedKind(late, now - slotAt));
    if (decision.kind === 'nothing') return;
    expect(decision.next.status, hint).toEqual({ kind: 'running', nextSlotAt: wanted[accounted], setAt: now });
    if (decision.kind === 'ask') expect(decision.next.question, hint).toEqual({ slotAt });
    if (decision.kind === 'pass') expect(decision.next.lastPassed, hint).toMatchObject({ slotAt, why: 'late' });
    serial = { ...decision.next, current: undefined };
    // The clock may be set back: what was served is not served again.
    expect(decideDue(serial, ready, now - hour, grace).kind, hint).toBe('nothing');
    expect(decideDue(serial, ready, now - week, grace).kind, hint).toBe('correct');
  }
}

/** From a minute to five weeks, short ones as likely as long ones. */
function downtime(random: Random): number {
  const share = random.below(1_000_000) / 1_000_000;
  return Math.round(minute * ((5 * week) / minute) ** share);
}

function expectedKind(late: Serial['late'], lateMs: number): string {
  if (lateMs <= onTime) return 'release';
  if (lateMs > grace) return 'ask';
  return { post: 'release', wait: 'pass', ask: 'ask' }[late];
}
