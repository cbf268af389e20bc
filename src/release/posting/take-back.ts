import { done, failed, type Outcome } from '../failure.js';
import { advance } from './advance.js';
import { openStep, type Release } from './journal.js';
import type { Publisher } from './publisher.js';

/** Deletes everything that a release posted, also a piece that arrived after it was given up. Gives what stood of it. */
export async function takeBack(
  publisher: Pick<Publisher, 'find' | 'remove'>,
  release: Release,
): Promise<Outcome<Release>> {
  const { step } = openStep(release) ?? {};
  const found = step?.progress.state === 'sending' ? await publisher.find(release, step.action) : undefined;
  if (found?.kind === 'unreachable') return failed({ kind: 'discord', message: found.cause });
  // Where nobody may look, nothing can be found: what is known is deleted all the same.
  const standing = found?.kind === 'sent' ? advance(advance(release, { kind: 'asking' }), found) : release;
  const outcome = await publisher.remove(standing);
  if (outcome.kind === 'unreachable') return failed({ kind: 'discord', message: outcome.cause });
  if (outcome.kind === 'refused') {
    return failed({ kind: 'obstacle', channelId: release.channelId, obstacle: outcome.obstacle });
  }
  return done(standing);
}
