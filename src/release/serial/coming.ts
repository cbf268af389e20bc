import type { Ahead } from './next-chapter.js';
import { nextSlots, type Schedule } from './schedule.js';

/** Something that is still to come, with its slot in epoch milliseconds; undefined where none can be told yet. */
export type Coming = Ahead & { readonly slotAt?: number | undefined };

/**
 * Gives what is still to come its slots: one chapter a slot, from the first slot after `after` (epoch milliseconds,
 * exclusive), a dated one not before its date. From the first draft or file that is held on, nobody can tell.
 */
export function giveSlots(coming: readonly Ahead[], schedule: Schedule, after: number): readonly Coming[] {
  const slotsGiven: number[] = [];
  let slots: readonly number[] = [];
  let last = after;
  for (const [index, each] of coming.entries()) {
    if (each.kind === 'held' || each.chapter.draft) break;
    const from = Math.max(last, (each.chapter.publishAt?.getTime() ?? 0) - 1);
    slots = slots.filter((slot) => slot > from);
    if (slots.length === 0) slots = nextSlots(schedule, from, Math.min(batch, coming.length - index));
    const [slotAt] = slots;
    if (slotAt === undefined) break;
    slotsGiven.push(slotAt);
    last = slotAt;
  }
  return coming.map((each, index) => ({ ...each, slotAt: slotsGiven[index] }));
}

/** Slots that are computed at a time: setting up a zone's clock costs more than a slot. */
const batch = 50;
