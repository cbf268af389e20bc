import type { Obstacle } from './obstacle.js';
import type { ChannelNeeds, ChannelReport, Publisher, Refused, Unreachable } from './publisher.js';

/** Nothing is known to stand in the way, or what does. */
export type Way = { readonly kind: 'clear' } | Refused | Unreachable;

/** Whether a chapter can be posted in a channel, as far as can be told without asking Discord. */
export async function preflight(
  publisher: Pick<Publisher, 'inspect' | 'isAway'>,
  at: { readonly guildId: string; readonly channelId: string; readonly mature: boolean },
  needs: ChannelNeeds,
): Promise<Way> {
  // What the bot remembers of a server that Discord has trouble with says nothing about it.
  if (publisher.isAway(at.guildId)) return { kind: 'unreachable', cause: 'The server is unavailable.' };
  const obstacle = obstacleIn(await publisher.inspect(at.guildId, at.channelId, needs), at.mature);
  return obstacle === undefined ? { kind: 'clear' } : { kind: 'refused', obstacle };
}

/** What keeps a chapter out of a channel; undefined where nothing does. */
export function obstacleIn(channel: ChannelReport | undefined, mature: boolean): Obstacle | undefined {
  if (channel === undefined) return { kind: 'channel-unusable' };
  if (channel.missing.length > 0) return { kind: 'permissions-missing', missing: [...channel.missing] };
  return mature && !channel.ageRestricted ? { kind: 'age-restriction-missing' } : undefined;
}
