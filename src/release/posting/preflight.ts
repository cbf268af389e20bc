import type { Obstacle } from './obstacle.js';
import type { Posting } from './posting.js';
import type { ChannelNeeds, ChannelReport, Publisher, Refused, Unreachable } from './publisher.js';

/** Nothing is known to stand in the way, or what does. */
export type Preflight = { readonly kind: 'clear' } | Refused | Unreachable;

/** Whether something can be done to a posting, as far as can be told without asking Discord. */
export async function preflight(
  publisher: Pick<Publisher, 'inspect' | 'isAway'>,
  at: Pick<Posting, 'guildId' | 'channelId' | 'mature' | 'plan'>,
  needs: ChannelNeeds,
): Promise<Preflight> {
  // What the bot remembers of a server that Discord has trouble with says nothing about it.
  if (publisher.isAway(at.guildId)) return { kind: 'unreachable', cause: 'Discord holds this server unavailable.' };
  // What must not stand there is taken away all the same.
  if (at.plan?.kind === 'retraction') return { kind: 'clear' };
  const mature = at.plan?.becomes?.mature ?? at.mature;
  const obstacle = obstacleIn(await publisher.inspect(at.guildId, at.channelId, needs), mature);
  return obstacle === undefined ? { kind: 'clear' } : { kind: 'refused', obstacle };
}

/** What keeps a chapter out of a channel; undefined where nothing does. */
export function obstacleIn(channel: ChannelReport | undefined, mature: boolean): Obstacle | undefined {
  if (channel === undefined) return { kind: 'channel-unusable' };
  if (channel.missing.length > 0) return { kind: 'permissions-missing', missing: [...channel.missing] };
  return mature && !channel.ageRestricted ? { kind: 'age-restriction-missing' } : undefined;
}
