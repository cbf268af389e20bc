import { advance } from './advance.js';
import { openOperation } from './plan.js';
import type { PlanRunner } from './plan-runner.js';
import type { Posting } from './posting.js';
import type { Publisher, Refused } from './publisher.js';

/** Discord's codes for a channel and a server that do not exist, or not any more. */
const goneCodes: readonly number[] = [10_003, 10_004];

/**
 * A posting that knows what became of what was asked for and may have happened unsaid. That has to be looked for before its plan
 * is given up for another. Gives what keeps it from looking, or 'stopped' where everything was stopped before that was known.
 */
export async function withAskedFor(
  posting: Posting,
  publisher: Pick<Publisher, 'find'>,
  runner: Pick<PlanRunner, 'retry'>,
): Promise<Posting | Refused | 'stopped'> {
  const { operation } = (posting.plan && openOperation(posting.plan)) ?? {};
  if (operation?.state !== 'asked') return posting;
  const found = await runner.retry(posting, () => publisher.find(posting, operation.action));
  switch (found.kind) {
    case 'unreachable':
      return 'stopped';
    case 'absent':
      return posting;
    case 'refused':
      return standsNowhere(found) ? posting : found;
    default:
      return advance(advance(posting, { kind: 'asking' }), found);
  }
}

/** Whether what was looked for is gone with the place where it stood. */
function standsNowhere({ obstacle }: Refused): boolean {
  return obstacle.kind === 'post-gone' || (obstacle.kind === 'refused' && goneCodes.includes(obstacle.code));
}
