import { type Carried, type CurrentParts, needsOf } from './carry-release.js';
import { advance } from './posting/advance.js';
import { journalKey } from './posting/journal-key.js';
import { isOpen } from './posting/plan.js';
import { planRetraction } from './posting/plan-retraction.js';
import type { Posting } from './posting/posting.js';
import { withAskedFor } from './posting/with-asked-for.js';
import type { Serial } from './serial/serial.js';

/** Takes the chapter back that has claimed the serial: what stands of it is deleted, and its journal with it. */
export async function carryRetraction(serial: Serial, chapterId: string, parts: CurrentParts): Promise<Carried> {
  const { journals, log, runner, serials } = parts;
  const id = journalKey({ ...serial, chapterId });
  const before = await journals.get(id);
  const start = before && (await plannedFor(before, parts));
  if (start === 'stopped') return { kind: 'open' };
  if (start !== undefined && start !== before) await runner.record(start);
  const isPlanned = start?.plan?.kind === 'retraction';
  const posting = isPlanned ? await runner.carry(start, needsOf(serial)) : start;
  if (posting !== undefined && isOpen(posting.plan)) return { kind: 'open', before, posting };
  await journals.update(id, () => undefined);
  await serials.change(serial, (current) => ({ ...current, current: undefined }));
  log.info({ posting: id }, `${posting?.label ?? chapterId} was taken back.`);
  return { kind: 'over', posting };
}

/** The plan to take it back, once it is known what stands; until then its old plan is blocked. */
async function plannedFor(stored: Posting, { clock, publisher, runner }: CurrentParts): Promise<Posting | 'stopped'> {
  if (stored.plan?.kind === 'retraction') return stored;
  const known = await withAskedFor(stored, publisher, runner);
  if (known === 'stopped') return 'stopped';
  const now = clock.now().getTime();
  return 'obstacle' in known ? advance(stored, { ...known, at: now }) : planRetraction(known, now);
}
