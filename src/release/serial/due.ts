import { heldReason } from './held-reason.js';
import type { Next } from './next-chapter.js';
import { lastSlot, nextSlot, nextSlots } from './schedule.js';
import type { PassedSlot, Serial } from './serial.js';

/** A slot that is served within this many milliseconds is on time: a restart takes seconds, an update of the machine minutes. */
const onTimeMs = 10 * 60_000;

/** What a serial wants now. `next` is what it becomes in the same write. */
export type Due =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'resume' | 'release' | 'pass' | 'ask' | 'correct'; readonly next: Serial };

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
      ? { kind: 'resume', next: { ...serial, status: resumed(serial, until, now) } }
      : nothing;
  }
  if (wasClockAhead(serial, now)) return { kind: 'correct', next: { ...serial, status: corrected(serial, now) } };
  const right = rightAgain(serial.status, now);
  if (right !== undefined) return { kind: 'correct', next: { ...serial, status: right } };
  if (serial.status.kind !== 'running' || serial.status.nextSlotAt > now || serial.current !== undefined)
    return nothing;
  const slotAt = Math.max(serial.status.nextSlotAt, lastSlot(serial.schedule, now) ?? 0);
  if (isBeingSaved(upcoming) && now - slotAt <= onTimeMs) return nothing;
  const moved: Serial = { ...serial, status: running(serial, now, now), question: undefined };
  if (upcoming?.kind !== 'ready')
    return { kind: 'pass', next: { ...moved, lastPassed: { slotAt, ...reasonOf(upcoming) } } };
  const chapterId = upcoming.chapter.id;
  switch (lateChoice(serial, now - slotAt, graceMs)) {
    case 'post':
      return { kind: 'release', next: { ...moved, current: { chapterId, plan: 'release', claimedAt: now } } };
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
  if (upcoming.kind === 'start-lost') return { why: 'start-lost', chapterId: upcoming.chapterId };
  return { why: upcoming.kind, chapterId: upcoming.chapter.id };
}

/**
 * Running, with the first slot after `after`, as chosen at `now`; a rule that never comes true again leaves the serial paused.
 */
export function running(serial: Pick<Serial, 'schedule'>, after: number, now: number): Serial['status'] {
  const nextSlotAt = nextSlot(serial.schedule, after);
  return nextSlotAt === undefined ? { kind: 'paused' } : { kind: 'running', nextSlotAt, setAt: now };
}

/** Running again after a pause, which it remembers until the next slot: the clock may be wrong. */
function resumed(serial: Serial, pausedUntil: number, now: number): Serial['status'] {
  const status = running(serial, pausedUntil - 1, now);
  return status.kind === 'running' ? { ...status, pausedUntil } : status;
}

/** Clocks are set by less than this every now and then, and summer time is none of their business. */
const clockSlackMs = 3_600_000;

/** Whether a serial's slot was chosen by a clock that showed much more than it does now. */
export function wasClockAhead({ status }: Pick<Serial, 'status'>, now: number): boolean {
  return status.kind === 'running' && (status.setAt ?? 0) > now + clockSlackMs;
}

/**
 * A slot that lies beyond the next two was chosen while the clock was wrong, and is chosen anew. One nearer is left: the slot
 * before it may have been served, and must not be twice.
 */
function corrected(serial: Serial, now: number): Serial['status'] {
  const [, second] = nextSlots(serial.schedule, now, 2);
  const { status } = serial;
  if (status.kind !== 'running') return status;
  const { nextSlotAt, pausedUntil, setAt = now } = status;
  if (pausedUntil !== undefined && pausedUntil > now) return { kind: 'paused', until: pausedUntil };
  const before = [...(status.before ?? []), { nextSlotAt, setAt }].slice(-maxBefore);
  if (second !== undefined && nextSlotAt <= second) return { ...status, setAt: now, before };
  const chosen = running(serial, now, now);
  return chosen.kind === 'running' ? { ...chosen, before } : chosen;
}

/** A clock that jumps about more often than this between two slots is beyond help. */
const maxBefore = 8;

/**
 * What a status was before it was corrected, where the clock has come back to what it showed then: it was behind when that was
 * done, and the slots up to then may have been served.
 */
function rightAgain(status: Serial['status'], now: number): Serial['status'] | undefined {
  if (status.kind !== 'running' || status.before === undefined) return undefined;
  const later = status.before.filter(({ setAt }) => setAt > now);
  const [latest] = status.before.filter(({ setAt }) => setAt <= now).toSorted((one, other) => other.setAt - one.setAt);
  if (latest === undefined) return undefined;
  return { kind: 'running', ...latest, ...(later.length === 0 ? {} : { before: later }) };
}
