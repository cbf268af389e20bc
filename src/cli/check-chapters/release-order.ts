import { type Coming, giveSlots } from '../../release/serial/coming.js';
import { heldReason } from '../../release/serial/held-reason.js';
import { ahead } from '../../release/serial/next-chapter.js';
import { chapterLabel } from '../../story/labels.js';
import type { Story } from '../../story/model.js';
import type { ReleasePlan } from './release-plan.js';

/** A story's files in the order in which they would come out, as lines for a terminal; with their slots where there is a plan. */
export function releaseOrder(story: Story, plan: ReleasePlan | undefined): readonly string[] {
  const left = ahead(story, { released: [] }, () => undefined);
  if (left.length === 0) return [];
  const coming: readonly Coming[] = plan === undefined ? left : giveSlots(left, plan.schedule, plan.after);
  const width = `${coming.length}`.length;
  return [
    '  In this order:',
    ...coming.map((each, index) => `    ${`${index + 1}`.padStart(width)}. ${describe(each, plan)}`),
  ];
}

function describe(each: Coming, plan: ReleasePlan | undefined): string {
  if (each.kind === 'held') {
    return `HELD: ${each.file.file}:${heldReason(each.file).line}, see below; what is behind it waits`;
  }
  const { chapter, slotAt } = each;
  const slot = plan === undefined || slotAt === undefined ? '' : `${dateIn(slotAt, plan.schedule.timezone)}  `;
  const draft = chapter.draft ? ', a draft: what is behind it waits' : '';
  return `${slot}${chapterLabel(chapter)} (${chapter.file.replace(/^.*\//u, '')})${draft}`;
}

/** When a story's chapters would come out by a plan, by file, in words; without those of which nobody can tell yet. */
export function releaseDates(story: Story, { schedule, after }: ReleasePlan): ReadonlyMap<string, string> {
  const coming = giveSlots(
    ahead(story, { released: [] }, () => undefined),
    schedule,
    after,
  );
  return new Map(
    coming.flatMap((each): readonly [string, string][] =>
      each.kind === 'held' || each.slotAt === undefined
        ? []
        : [[each.chapter.file, dateIn(each.slotAt, schedule.timezone)]],
    ),
  );
}

/** `Fri, 4 Dec 2026, 20:00` on the clocks of a zone. */
function dateIn(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(moment);
}
