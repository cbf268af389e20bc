import { heldReason } from './held-reason.js';
import type { Next } from './next-chapter.js';
import { lastSlot, nextSlot } from './schedule.js';
import type { PassedSlot, Serial } from './serial.js';

/** A slot served within so many milliseconds is on time: a restart takes seconds, an update of the machine minutes. */
const onTimeMs = 10 * 60_000;

/** What a serial wants now. `next` is what it becomes in the same write. */
export type Due =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'resume' | 'release' | 'pass' | 'ask'; readonly next: Serial };

/**
 * Decides what a serial wants at `now` (epoch milliseconds). However many slots went by unnoticed, at most one chapter comes
 * out and the next slot lies in the future; whether it comes out late is the serial's choice, and always asked where the last
 * missed slot is older than `graceMs`. While a release is under way a slot waits for it, and a while for a file that is just
 * being saved.
 * `upcoming` is undefined where the story is missing from the chapters folder.
 */
export function decideDue(serial: Serial, upcoming: Next | undefined, now: number, graceMs: number): Due {
  if (serial.status.kind === 'paused') {
    const { until } = serial.status;
    return until !== undefined && until <= now
      ? { kind: 'resume', next: { ...serial, status: running(serial, until - 1) } }
      : nothing;
  }
  if (serial.status.kind !== 'running' || serial.status.nextSlotAt > now || serial.current !== undefined)
    return nothing;
  const slotAt = Math.max(serial.status.nextSlotAt, lastSlot(serial.schedule, now) ?? 0);
  if (isBeingSaved(upcoming) && now - slotAt <= onTimeMs) return nothing;
  const moved: Serial = { ...serial, status: running(serial, now), question: undefined };
  if (upcoming?.kind !== 'ready')
    return { kind: 'pass', next: { ...moved, lastPassed: { slotAt, ...reasonOf(upcoming) } } };
  const chapterId = upcoming.chapter.id;
  switch (lateChoice(serial, now - slotAt, graceMs)) {
    case 'post':
      return { kind: 'release', next: { ...moved, current: { chapterId } } };
    case 'wait':
      return { kind: 'pass', next: { ...moved, lastPassed: { slotAt, why: 'late', chapterId } } };
    case 'ask':
      return { kind: 'ask', next: { ...moved, question: { slotAt } } };
  }
}

/** A file that is just being saved can be read in a few seconds: that is no reason to lose a slot. */
function isBeingSaved(upcoming: Next | undefined): boolean {
  return upcoming?.kind === 'held' && upcoming.file.problems.some(({ code }) => code === 'being-saved');
}

const nothing: Due = { kind: 'nothing' };

function lateChoice(serial: Serial, lateMs: number, graceMs: number): Serial['late'] {
  if (lateMs <= onTimeMs) return 'post';
  return lateMs > graceMs ? 'ask' : serial.late;
}

function reasonOf(upcoming: Exclude<Next, { kind: 'ready' }> | undefined): Omit<PassedSlot, 'slotAt'> {
  if (upcoming === undefined) return { why: 'story-missing' };
  if (upcoming.kind === 'none') return { why: 'no-chapter' };
  if (upcoming.kind === 'held') return { why: 'held', held: heldReason(upcoming.file) };
  return { why: upcoming.kind, chapterId: upcoming.chapter.id };
}

/** Running, with the first slot after `after`; a rule that never comes true again leaves the serial paused. */
export function running(serial: Pick<Serial, 'schedule'>, after: number): Serial['status'] {
  const nextSlotAt = nextSlot(serial.schedule, after);
  return nextSlotAt === undefined ? { kind: 'paused' } : { kind: 'running', nextSlotAt };
}
