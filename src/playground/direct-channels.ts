import type { DirectChannelRecord, World } from './world.js';

/** The bot's private conversation with a user; it is begun where there was none. */
export function openDirectChannel(world: World, userId: string): DirectChannelRecord {
  for (const channel of world.channels.values()) {
    if (channel.kind === 'direct' && channel.recipientId === userId) return channel;
  }
  const channel: DirectChannelRecord = { kind: 'direct', id: world.nextId(), recipientId: userId, lastMessageId: null };
  world.channels.set(channel.id, channel);
  return channel;
}
