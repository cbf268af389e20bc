import { isDeepStrictEqual } from 'node:util';
import type { Log } from './ports.js';
import type { Posting } from './posting/posting.js';
import type { Publisher } from './posting/publisher.js';
import type { Serial } from './serial/serial.js';
import { serialKey } from './serial/serial-key.js';

/**
 * Tells the author that what is done to a posting is blocked. Whoever was told once is not told again at every attempt, unless
 * something else is in the way than there was `before`.
 */
export async function tellBlocked(
  serial: Serial,
  before: Posting | undefined,
  { channelId, label, plan }: Posting,
  { log, publisher }: { readonly log: Log; readonly publisher: Pick<Publisher, 'tell'> },
): Promise<void> {
  if (plan?.blocked === undefined) return;
  const { obstacle } = plan.blocked;
  if (isDeepStrictEqual(before?.plan?.blocked?.obstacle, obstacle)) return;
  log.warn({ serial: serialKey(serial), obstacle }, `The ${plan.kind} of ${label} is blocked.`);
  await publisher.tell(serial, { kind: 'blocked', plan: plan.kind, label, channelId, obstacle });
}
