import { describe, expect, it } from 'vitest';
import { decideDue as decide } from '../../../src/release/serial/due.js';
import { heldReason } from '../../../src/release/serial/held-reason.js';
import type { Next } from '../../../src/release/serial/next-chapter.js';
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
        current: { chapterId: '03', plan: 'release' },
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
      next: aSerial({ status: { kind: 'running', nextSlotAt: slot, setAt: slot + 5 } }),
    });
  });

  it('is nothing for a serial that is paused without an end, or stopped', () => {
    expect(decideDue(aSerial({ status: { kind: 'paused' } }), ready, slot)).toEqual({ kind: 'nothing' });
    expect(decideDue(aSerial({ status: { kind: 'stopped' } }), ready, slot)).toEqual({ kind: 'nothing' });
  });
});
