import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { apiError } from './api-error.js';
import { botMay } from './channel-access.js';
import { toApiThread } from './payloads.js';
import type { ChannelRecord, GuildChannelRecord, ThreadRecord, World } from './world.js';

/** Throws 50083 when the channel is an archived thread, in which nothing can be edited or reacted to. */
export function refuseArchived(channel: ChannelRecord): void {
  if (channel.kind === 'thread' && channel.archived) throw apiError(50083);
}

/**
 * Makes a thread ready for a new message: one that is archived opens by itself, one that is locked stays shut to who
 * cannot manage threads (160005).
 */
export function openForMessage(world: World, channel: ChannelRecord): void {
  if (channel.kind !== 'thread') return;
  if (channel.locked && !botMay(world, channel, 'ManageThreads')) throw apiError(channel.archived ? 50083 : 160005);
  if (channel.archived) replaceThread(world, { ...channel, archived: false, archiveChangedAt: world.clock.now() });
}

/** What a new thread is made of. */
export interface ThreadDraft {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly appliedTags?: readonly string[];
  readonly auto_archive_duration?: ThreadAutoArchiveDuration | null | undefined;
}

/** Opens a thread below a channel and tells the gateway. It has no message yet. */
export function openThread(world: World, parent: GuildChannelRecord, draft: ThreadDraft): ThreadRecord {
  const now = world.clock.now();
  const isAnnouncement = parent.type === ChannelType.GuildAnnouncement;
  const thread: ThreadRecord = {
    kind: 'thread',
    id: draft.id,
    guildId: parent.guildId,
    parentId: parent.id,
    type: isAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    name: draft.name,
    ownerId: draft.ownerId,
    archived: false,
    locked: false,
    autoArchiveMinutes: draft.auto_archive_duration ?? ThreadAutoArchiveDuration.OneDay,
    archiveChangedAt: now,
    createdAt: now,
    appliedTags: draft.appliedTags ?? [],
    members: [draft.ownerId],
    messageCount: 0,
    totalMessagesSent: 0,
    lastMessageId: null,
  };
  world.channels.set(thread.id, thread);
  // Of a forum, "the last message" is its newest post. Source: Discord's documentation, "Channel".
  if (parent.type === ChannelType.GuildForum) world.channels.set(parent.id, { ...parent, lastMessageId: thread.id });
  world.events.dispatch(
    GatewayDispatchEvents.ThreadCreate,
    { ...toApiThread(thread), newly_created: true },
    GatewayIntentBits.Guilds,
  );
  return thread;
}

/** Puts the thread's new state in place of the old and tells the gateway. */
export function replaceThread(world: World, thread: ThreadRecord): void {
  world.channels.set(thread.id, thread);
  world.events.dispatch(GatewayDispatchEvents.ThreadUpdate, toApiThread(thread), GatewayIntentBits.Guilds);
}

/** Deletes a thread with its messages and tells the gateway. */
export function removeThread(world: World, thread: ThreadRecord): void {
  forgetChannel(world, thread.id);
  world.events.dispatch(
    GatewayDispatchEvents.ThreadDelete,
    { id: thread.id, guild_id: thread.guildId, parent_id: thread.parentId, type: thread.type },
    GatewayIntentBits.Guilds,
  );
}

/** Takes a channel away with its messages and threads, without telling anyone. */
export function forgetChannel(world: World, channelId: string): void {
  for (const one of [...world.channels.values()]) {
    if (one.id !== channelId && !(one.kind === 'thread' && one.parentId === channelId)) continue;
    for (const messageId of world.messages.get(one.id)?.keys() ?? []) world.reactions.delete(messageId);
    world.messages.delete(one.id);
    world.channels.delete(one.id);
  }
}
