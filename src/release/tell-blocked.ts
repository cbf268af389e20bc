import { isDeepStrictEqual } from 'node:util';
import type { Log, Records } from './ports.js';
import { journalKey } from './posting/journal-key.js';
import { openOperation, type PlanKind } from './posting/plan.js';
import type { Posting } from './posting/posting.js';
import type { Publisher } from './posting/publisher.js';
import type { Serial } from './serial/serial.js';
import { serialKey } from './serial/serial-key.js';

/** What telling works with. */
export interface BlockTeller {
  readonly log: Log;
  readonly publisher: Pick<Publisher, 'tell'>;
  readonly journals: Records<Posting>;
}

/**
 * Tells the author that what is done to a posting is blocked. They are told once, not at every attempt, unless something else is
 * in the way than there was `before`, or the same at another place. An author who cannot be reached is told later.
 */
export async function tellBlocked(
  serial: Serial,
  doing: PlanKind,
  before: Posting | undefined,
  posting: Posting,
  { journals, log, publisher }: BlockTeller,
): Promise<void> {
  const { channelId, label, plan } = posting;
  if (plan?.blocked === undefined) return;
  const { obstacle } = plan.blocked;
  let isTold = before?.plan?.blocked?.isTold === true && isDeepStrictEqual(whereBlocked(before), whereBlocked(posting));
  if (!isTold) {
    log.warn({ serial: serialKey(serial), obstacle }, `The ${doing} of ${label} is blocked.`);
    isTold = await publisher.tell(serial, { kind: 'blocked', plan: doing, label, channelId, obstacle });
  }
  if (!isTold) return;
  // Somebody may have gone on with it meanwhile.
  await journals.update(journalKey(posting), (current) =>
    current?.plan?.blocked === undefined || !isDeepStrictEqual(whereBlocked(current), whereBlocked(posting))
      ? current
      : { ...current, plan: { ...current.plan, blocked: { ...current.plan.blocked, isTold } } },
  );
}

function whereBlocked({ plan }: Posting): unknown {
  return plan && [plan.blocked?.obstacle, openOperation(plan)?.index];
}
