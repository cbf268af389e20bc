import { describe, expect, it } from 'vitest';
import { decideDue } from '../../src/release/due.js';
import { aChapter, aSerial } from '../support/factories.js';

const slot = Date.parse('2026-11-06T19:00:00Z');
const nextWeek = Date.parse('2026-11-13T19:00:00Z');
const ready = { kind: 'ready', chapter: aChapter({ id: '03' }) } as const;

describe('what is due', () => {
  it('is nothing before the slot', () => {
    expect(decideDue(aSerial(), ready, slot - 1)).toEqual({ kind: 'nothing' });
  });

  it('is the next chapter at the slot; the same write moves the slot on and claims the chapter', () => {
    expect(decideDue(aSerial(), ready, slot)).toEqual({
      kind: 'release',
      chapterId: '03',
      next: aSerial({ status: { kind: 'running', nextSlotAt: nextWeek }, current: { chapterId: '03' } }),
    });
  });

  it('is one chapter however many slots went by, and the next slot lies ahead', () => {
    const decision = decideDue(aSerial(), ready, Date.parse('2026-12-09T10:00:00Z'));
    expect(decision).toMatchObject({
      kind: 'release',
      next: { status: { nextSlotAt: Date.parse('2026-12-11T19:00:00Z') } },
    });
  });

  it('waits while a release is under way', () => {
    expect(decideDue(aSerial({ current: { chapterId: '02' } }), ready, slot)).toEqual({ kind: 'nothing' });
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
    [{ kind: 'none' }, { why: 'no-chapter' }],
    [undefined, { why: 'story-missing' }],
  ] as const)('lets the slot pass and remembers why: %j', (upcoming, why) => {
    expect(decideDue(aSerial(), upcoming, slot)).toEqual({
      kind: 'pass',
      next: aSerial({ status: { kind: 'running', nextSlotAt: nextWeek }, lastPassed: { slotAt: slot, ...why } }),
    });
  });

  it('is the end of a pause when its day has come, with the first slot from then on', () => {
    const paused = aSerial({ status: { kind: 'paused', until: slot } });
    expect(decideDue(paused, ready, slot - 1)).toEqual({ kind: 'nothing' });
    expect(decideDue(paused, ready, slot + 5)).toEqual({
      kind: 'resume',
      next: aSerial({ status: { kind: 'running', nextSlotAt: slot } }),
    });
  });

  it('is nothing for a serial that is paused without an end, or stopped', () => {
    expect(decideDue(aSerial({ status: { kind: 'paused' } }), ready, slot)).toEqual({ kind: 'nothing' });
    expect(decideDue(aSerial({ status: { kind: 'stopped' } }), ready, slot)).toEqual({ kind: 'nothing' });
  });
});
