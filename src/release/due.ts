import type { Next } from './next-chapter.js';
import { nextSlot } from './schedule.js';
import type { Serial } from './serial.js';

/** What a serial wants now. `next` is what it becomes in the same write. */
export type Due =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'resume'; readonly next: Serial }
  | { readonly kind: 'release'; readonly next: Serial; readonly chapterId: string }
  | { readonly kind: 'pass'; readonly next: Serial };

/**
 * Decides what a serial wants at `now` (epoch milliseconds). However long its slots went unnoticed, one chapter comes out and
 * the next slot lies in the future. While a release is under way a slot waits for it.
 * `upcoming` is undefined where the story is missing from the chapters folder.
 */
export function decideDue(serial: Serial, upcoming: Next | undefined, now: number): Due {
  if (serial.status.kind === 'paused') {
    const { until } = serial.status;
    return until !== undefined && until <= now
      ? { kind: 'resume', next: { ...serial, status: running(serial, until - 1) } }
      : nothing;
  }
  if (serial.status.kind !== 'running' || serial.status.nextSlotAt > now || serial.current !== undefined)
    return nothing;
  const moved: Serial = { ...serial, status: running(serial, now) };
  if (upcoming?.kind === 'ready') {
    const chapterId = upcoming.chapter.id;
    return { kind: 'release', chapterId, next: { ...moved, current: { chapterId } } };
  }
  const slotAt = serial.status.nextSlotAt;
  return { kind: 'pass', next: { ...moved, lastPassed: { slotAt, ...reasonOf(upcoming) } } };
}

const nothing: Due = { kind: 'nothing' };

function reasonOf(
  upcoming: Exclude<Next, { kind: 'ready' }> | undefined,
): Omit<NonNullable<Serial['lastPassed']>, 'slotAt'> {
  if (upcoming === undefined) return { why: 'story-missing' };
  if (upcoming.kind === 'none') return { why: 'no-chapter' };
  return { why: upcoming.kind, chapterId: upcoming.chapter.id };
}

/** Running, with the first slot after `after`; a rule that never comes true again leaves the serial paused. */
export function running(serial: Pick<Serial, 'schedule'>, after: number): Serial['status'] {
  const nextSlotAt = nextSlot(serial.schedule, after);
  return nextSlotAt === undefined ? { kind: 'paused' } : { kind: 'running', nextSlotAt };
}
