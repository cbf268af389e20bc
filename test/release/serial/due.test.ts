import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDue as decide } from '../../../src/release/serial/due.js';
import { heldReason } from '../../../src/release/serial/held-reason.js';
import type { Next } from '../../../src/release/serial/next-chapter.js';
import { lastSlot } from '../../../src/release/serial/schedule.js';
import { type Serial, serialSchema } from '../../../src/release/serial/serial.js';
import { aChapter, aHeldFile, aSerial } from '../../support/factories.js';

const slot = Date.parse('2026-11-06T19:00:00Z');
const nextWeek = Date.parse('2026-11-13T19:00:00Z');
const ready = { kind: 'ready', chapter: aChapter({ id: '03' }) } as const;

const hour = 3_600_000;
const decideDue = (serial: Serial, upcoming: Next | undefined, now: number) => decide(serial, upcoming, now, 72 * hour);

describe('what is due', () => {
  it('is nothing before the slot', () => {
    expect(decideDue(aSerial(), ready, slot - 1)).toEqual({ kind: 'nothing' });
  });

  it('is the next chapter at the slot; the same write moves the slot on and claims the chapter', () => {
    expect(decideDue(aSerial(), ready, slot)).toEqual({
      kind: 'release',
      next: aSerial({
        status: { kind: 'running', nextSlotAt: nextWeek, setAt: slot },
        current: { chapterId: '03', plan: 'release', claimedAt: slot },
      }),
    });
  });

  it('is one chapter however many slots went by, and the next slot lies ahead', () => {
    const decision = decideDue(aSerial(), ready, Date.parse('2026-12-05T10:00:00Z'));
    expect(decision).toMatchObject({
      kind: 'release',
      next: { status: { nextSlotAt: Date.parse('2026-12-11T19:00:00Z') } },
    });
  });

  it.each([
    ['post', 'release'],
    ['wait', 'pass'],
    ['ask', 'ask'],
  ] as const)('is, for a slot missed by hours, what the serial is set to: %s', (late, kind) => {
    const decision = decideDue(aSerial({ late }), ready, slot + 5 * hour);
    expect(decision).toMatchObject({ kind, next: { status: { nextSlotAt: nextWeek } } });
    expect(decideDue(aSerial({ late }), ready, slot + hour / 12).kind).toBe('release');
  });

  it('is a question where the last missed slot is older than the grace time', () => {
    expect(decideDue(aSerial(), ready, slot + 72 * hour).kind).toBe('release');
    expect(decideDue(aSerial(), ready, slot + 73 * hour)).toMatchObject({
      kind: 'ask',
      next: { question: { slotAt: slot } },
    });
    expect(decideDue(aSerial(), ready, nextWeek + 71 * hour).kind).toBe('release');
  });

  it('is no question any more once the next slot has come', () => {
    const asked = aSerial({ question: { slotAt: slot - 7 * 24 * hour } });
    expect(decideDue(asked, ready, slot)).toMatchObject({ kind: 'release', next: { question: undefined } });
  });

  it('waits while a release is under way', () => {
    expect(decideDue(aSerial({ current: { chapterId: '02', plan: 'release' } }), ready, slot)).toEqual({
      kind: 'nothing',
    });
  });

  it.each([
    [
      { kind: 'draft', chapter: aChapter({ id: '03' }) },
      { why: 'draft', chapterId: '03' },
    ],
    [
      { kind: 'dated', chapter: aChapter({ id: '03' }) },
      { why: 'dated', chapterId: '03' },
    ],
    [
      { kind: 'held', file: aHeldFile({ id: '03', index: 2 }) },
      { why: 'held', held: { file: 'lamp/03.txt', line: 3, message: 'It is odd.', fix: 'Even it.' } },
    ],
    [
      { kind: 'start-lost', chapterId: '02' },
      { why: 'start-lost', chapterId: '02' },
    ],
    [{ kind: 'none' }, { why: 'no-chapter' }],
    [undefined, { why: 'story-missing' }],
  ] as const)('lets the slot pass and remembers why: %j', (upcoming, why) => {
    expect(decideDue(aSerial(), upcoming, slot)).toEqual({
      kind: 'pass',
      next: aSerial({
        status: { kind: 'running', nextSlotAt: nextWeek, setAt: slot },
        lastPassed: { slotAt: slot, ...why },
      }),
    });
  });

  it('is remembered in a form that older records have, too', () => {
    const passed = { slotAt: slot, why: 'draft', chapterId: '03' } as const;
    expect(serialSchema.parse(aSerial({ lastPassed: passed })).lastPassed).toEqual(passed);
    const held = { slotAt: slot, why: 'held', held: heldReason(aHeldFile({ id: '03', index: 2 })) } as const;
    expect(serialSchema.parse(aSerial({ lastPassed: held })).lastPassed).toEqual(held);
  });

  it('waits a while for a file that is just being saved', () => {
    const saved = { kind: 'held', file: aHeldFile({ id: '03', index: 2, code: 'being-saved' }) } as const;
    expect(decideDue(aSerial(), saved, slot)).toEqual({ kind: 'nothing' });
    expect(decideDue(aSerial(), saved, slot + hour).kind).toBe('pass');
  });

  it('is the end of a pause when its day has come, with the first slot from then on', () => {
    const paused = aSerial({ status: { kind: 'paused', until: slot } });
    expect(decideDue(paused, ready, slot - 1)).toEqual({ kind: 'nothing' });
    expect(decideDue(paused, ready, slot + 5)).toEqual({
      kind: 'resume',
      next: aSerial({ status: { kind: 'running', nextSlotAt: slot, setAt: slot + 5, pausedUntil: slot } }),
    });
  });

  it('is the pause again where the clock was ahead when that ended', () => {
    const until = slot + 30 * 86_400_000;
    const paused = aSerial({ status: { kind: 'paused', until } });
    const ahead = decideDue(paused, ready, until + 300 * 86_400_000);
    if (ahead.kind !== 'resume') throw new Error(`It is ${ahead.kind}.`);
    expect(decideDue(ahead.next, ready, slot)).toEqual({ kind: 'correct', next: paused });
  });

  it('is nothing for a serial that is paused without an end, or stopped', () => {
    expect(decideDue(aSerial({ status: { kind: 'paused' } }), ready, slot)).toEqual({ kind: 'nothing' });
    expect(decideDue(aSerial({ status: { kind: 'stopped' } }), ready, slot)).toEqual({ kind: 'nothing' });
  });
});

describe('a clock that is not always right', () => {
  const day = 24 * hour;
  const week = 7 * day;
  const runs = (nextSlotAt: number, setAt: number, change: Partial<Serial> = {}) =>
    aSerial({ status: { kind: 'running', nextSlotAt, setAt }, ...change });
  /** What the serial is after so many decisions at these moments, each chapter out at once; and when chapters came out. */
  const live = (start: Serial, ...moments: readonly number[]) => {
    let serial = start;
    const out: number[] = [];
    const kinds = moments.map((now) => {
      const due = decideDue(serial, ready, now);
      if (due.kind !== 'nothing') serial = { ...due.next, current: undefined };
      if (due.kind === 'release') out.push(now);
      return due.kind;
    });
    return { kinds, out, serial };
  };

  it('was a year ahead for a moment: the next slot is chosen anew, and nothing comes out for it', () => {
    const ahead = runs(nextWeek + 52 * week, slot + 52 * week);
    expect(decideDue(ahead, ready, slot - day)).toMatchObject({
      kind: 'correct',
      next: { status: { nextSlotAt: slot, setAt: slot - day } },
    });
  });

  it('is corrected while a chapter is under way as well', () => {
    const ahead = runs(slot + 52 * week, slot + 51 * week, { current: { chapterId: '02', plan: 'release' } });
    expect(decideDue(ahead, ready, slot - day)).toMatchObject({
      kind: 'correct',
      next: { current: { chapterId: '02' } },
    });
  });

  it('is corrected once', () => {
    const { kinds } = live(runs(nextWeek + 52 * week, slot + 52 * week), slot - day, slot - day + 1_000, slot - hour);
    expect(kinds).toEqual(['correct', 'nothing', 'nothing']);
  });

  it.each([1_000, 10 * 60_000, hour])('steps back by %d ms, and nothing is done about it', (back) => {
    expect(decideDue(runs(nextWeek, slot), ready, slot - back)).toEqual({ kind: 'nothing' });
  });

  it('was ahead by hours: the slot that it served then is not served again', () => {
    const { kinds, out } = live(
      runs(slot, slot - week),
      slot + 5 * hour,
      slot - hour,
      slot,
      slot + hour,
      nextWeek,
      nextWeek,
    );
    expect(kinds).toEqual(['release', 'correct', 'nothing', 'nothing', 'correct', 'release']);
    expect(out).toEqual([slot + 5 * hour, nextWeek]);
  });

  it('leaves a slot that was skipped, and one that was skipped twice', () => {
    const skipped = runs(nextWeek, slot - day);
    const twice = runs(nextWeek + week, slot - day);
    for (const serial of [skipped, twice])
      for (const now of [slot - day, slot - hour, slot, slot + day]) {
        expect(decideDue(serial, ready, now)).toEqual({ kind: 'nothing' });
      }
    expect(decideDue(twice, ready, slot - day - 10 * 60_000)).toEqual({ kind: 'nothing' });
  });

  it('is believed where an earlier version of the bot did not write down what it showed', () => {
    expect(decideDue(aSerial({ status: { kind: 'running', nextSlotAt: nextWeek + 52 * week } }), ready, slot)).toEqual({
      kind: 'nothing',
    });
  });

  it('is none of a serial that is paused or stopped', () => {
    expect(decideDue(aSerial({ status: { kind: 'paused' } }), ready, 0)).toEqual({ kind: 'nothing' });
    expect(decideDue(aSerial({ status: { kind: 'stopped' } }), ready, 0)).toEqual({ kind: 'nothing' });
  });

  it('was years behind for a moment, as after a restart without a battery: the slot that was served is not served again', () => {
    const served = runs(nextWeek, slot);
    const { kinds, serial } = live(served, Date.parse('2020-01-01T00:00:00Z'), slot + day, slot + day + 1_000);
    expect(kinds).toEqual(['correct', 'correct', 'nothing']);
    expect(serial.status).toEqual(served.status);
  });

  it('was days behind for a moment, which is longer than two slots of a daily schedule', () => {
    const schedule = { cron: '0 20 * * *', timezone: 'Europe/Berlin' };
    const served = runs(slot + day, slot, { schedule });
    expect(live(served, slot - 3 * day, slot + hour, slot + hour, slot + day).out).toEqual([slot + day]);
  });

  it('serves no slot twice, whatever it shows between two looks at which it is right', () => {
    const away = fc.record({
      passes: fc.integer({ min: 1, max: 2 * week }),
      off: fc.integer({ min: -500 * week, max: 6 * day }),
    });
    fc.assert(
      fc.property(fc.array(away, { maxLength: 12 }), (aways) => {
        let now = slot - day;
        let serial = runs(slot, now);
        const served: number[] = [];
        const look = (at: number) => {
          const due = decide(serial, ready, at, Number.POSITIVE_INFINITY);
          if (due.kind === 'nothing') return;
          serial = { ...due.next, current: undefined };
          if (due.kind === 'release') served.push(lastSlot(serial.schedule, at) ?? 0);
        };
        for (const { passes, off } of aways) {
          now += passes;
          // What is put right at the first look may be due at the second.
          for (const at of [now, now, now + off, now, now]) look(at);
        }
        expect(new Set(served).size).toBe(served.length);
        expect(served).toEqual(served.toSorted((one, other) => one - other));
      }),
      { numRuns: 300 },
    );
  });
});
