import { advance } from './advance.js';
import { openOperation } from './plan.js';
import type { PlanRunner } from './plan-runner.js';
import type { Posting } from './posting.js';
import type { Publisher } from './publisher.js';

/**
 * A posting that knows of a piece that was asked for and may have arrived unsaid: whoever gives its plan up for another has to
 * look first. Where nobody may look, nothing can be found. Gives 'stopped' where everything was stopped before that was known.
 */
export async function withAskedFor(
  posting: Posting,
  publisher: Pick<Publisher, 'find'>,
  runner: Pick<PlanRunner, 'retry'>,
): Promise<Posting | 'stopped'> {
  const { operation } = (posting.plan && openOperation(posting.plan)) ?? {};
  if (operation?.state !== 'asked' || operation.action.kind !== 'post') return posting;
  const found = await runner.retry(posting, () => publisher.find(posting, operation.action));
  if (found.kind === 'unreachable') return 'stopped';
  return found.kind === 'sent' ? advance(advance(posting, { kind: 'asking' }), found) : posting;
}
