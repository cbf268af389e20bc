import { type Carried, type CurrentParts, needsOf } from './carry-release.js';
import { journalKey } from './posting/journal-key.js';
import { openOperation } from './posting/plan.js';
import { planRetraction } from './posting/plan-retraction.js';
import { withAskedFor } from './posting/with-asked-for.js';
import type { Serial } from './serial/serial.js';

/** Takes the chapter back that has claimed the serial: what stands of it is deleted, and its journal with it. */
export async function carryRetraction(serial: Serial, chapterId: string, parts: CurrentParts): Promise<Carried> {
  const { clock, journals, log, publisher, runner, serials } = parts;
  const id = journalKey({ ...serial, chapterId });
  const before = await journals.get(id);
  const known = before && (await withAskedFor(before, publisher, runner));
  if (known === 'stopped') return { kind: 'open' };
  const isPlanned = known === undefined || known.plan?.kind === 'retraction';
  const start = isPlanned ? known : planRetraction(known, clock.now().getTime());
  if (start !== undefined && start !== before) await runner.record(start);
  const posting = start && (await runner.carry(start, needsOf(serial)));
  if (posting?.plan !== undefined && openOperation(posting.plan) !== undefined)
    return { kind: 'open', before, posting };
  await journals.update(id, () => undefined);
  await serials.change(serial, (current) => ({ ...current, current: undefined }));
  log.info({ posting: id }, `${posting?.label ?? chapterId} was taken back.`);
  return { kind: 'over', posting };
}
