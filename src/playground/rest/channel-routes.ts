import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { apiError } from '../api-error.js';
import { botChannel, botMay, channelMessage, requireIn } from '../channel-access.js';
import { list, parseForm, snowflake, text } from '../form.js';
import { forgetMessage, replaceMessage } from '../messages.js';
import { toApiChannel, toApiGuildChannel } from '../payloads.js';
import { knownTags, parseThreadChange } from '../thread-body.js';
import { forgetChannel, removeThread, replaceThread } from '../threads.js';
import { type ChannelRecord, type GuildChannelRecord, NO_FLAGS, type ThreadRecord, type World } from '../world.js';
import { type ApiRequest, noContent, ok, type Route, route } from './route.js';

/** The routes that change channels and threads themselves, and messages as a channel's own affair. */
export function channelRoutes(world: World): readonly Route[] {
  const one = '/channels/:channelId';
  return [
    route('GET', one, (request) => ok(toApiChannel(world, botChannel(world, request.param('channelId'))))),
    route('PATCH', one, (request) => {
      const channel = botChannel(world, request.param('channelId'));
      return ok(toApiChannel(world, changeChannel(world, channel, request.body)));
    }),
    route('DELETE', one, (request) => {
      const channel = botChannel(world, request.param('channelId'));
      deleteChannel(world, channel);
      return ok(toApiChannel(world, channel));
    }),
    route('POST', `${one}/typing`, (request) => {
      botChannel(world, request.param('channelId'), 'SendMessages');
      return noContent;
    }),
    route('POST', `${one}/messages/bulk-delete`, (request) => {
      bulkDelete(world, request);
      return noContent;
    }),
    route('POST', `${one}/messages/:messageId/crosspost`, (request) => ok(crosspost(world, request))),
  ];
}

function changeChannel(world: World, channel: ChannelRecord, body: unknown): ChannelRecord {
  switch (channel.kind) {
    case 'direct':
      throw apiError(50024);
    case 'thread':
      return changeThread(world, channel, body);
    case 'guild': {
      requireIn(world, channel, 'ManageChannels');
      const changed: GuildChannelRecord = { ...channel, ...parseForm(channelForm, body) };
      world.channels.set(channel.id, changed);
      const data = { ...toApiGuildChannel(changed), guild_id: changed.guildId };
      world.events.dispatch(GatewayDispatchEvents.ChannelUpdate, data, GatewayIntentBits.Guilds);
      return changed;
    }
  }
}

const channelForm = z.object({
  name: text(1, 100).exactOptional(),
  topic: text(0, 4096).nullable().exactOptional(),
  nsfw: z.boolean().exactOptional(),
});

/** Who opened a thread may archive and rename it; anything else is for those who manage threads. */
function changeThread(world: World, thread: ThreadRecord, body: unknown): ThreadRecord {
  const change = parseThreadChange(body);
  if (thread.archived && change.archived !== false) throw apiError(50083);
  const isModeration = thread.ownerId !== world.bot.id || thread.locked || change.locked !== undefined;
  if (isModeration) requireIn(world, thread, 'ManageThreads');
  const forum = world.channels.get(thread.parentId);
  const appliedTags =
    change.applied_tags !== undefined && forum?.kind === 'guild'
      ? knownTags(forum, change.applied_tags)
      : thread.appliedTags;
  const archived = change.archived ?? thread.archived;
  const changed: ThreadRecord = {
    ...thread,
    name: change.name ?? thread.name,
    locked: change.locked ?? thread.locked,
    autoArchiveMinutes: change.auto_archive_duration ?? thread.autoArchiveMinutes,
    archived,
    archiveChangedAt: archived === thread.archived ? thread.archiveChangedAt : world.clock.now(),
    appliedTags,
  };
  replaceThread(world, changed);
  return changed;
}

function deleteChannel(world: World, channel: ChannelRecord): void {
  switch (channel.kind) {
    case 'direct':
      // Closing a conversation deletes nothing.
      return;
    case 'thread':
      requireIn(world, channel, 'ManageThreads');
      removeThread(world, channel);
      return;
    case 'guild': {
      requireIn(world, channel, 'ManageChannels');
      const data = { ...toApiGuildChannel(channel), guild_id: channel.guildId };
      forgetChannel(world, channel.id);
      world.events.dispatch(GatewayDispatchEvents.ChannelDelete, data, GatewayIntentBits.Guilds);
    }
  }
}

const bulkForm = z.object({ messages: list(snowflake, 0, 100) });

/** Messages older than this cannot be deleted in bulk. */
const MAX_BULK_AGE_MS = 14 * 24 * 3_600_000;

function bulkDelete(world: World, request: ApiRequest): void {
  const channel = botChannel(world, request.param('channelId'), 'ManageMessages');
  if (channel.kind === 'direct') throw apiError(50024);
  const ids = [...new Set(parseForm(bulkForm, request.body).messages)];
  if (ids.length < 2) throw apiError(50016);
  const found = ids.flatMap((id) => world.messages.get(channel.id)?.get(id) ?? []);
  const oldest = world.clock.now().getTime() - MAX_BULK_AGE_MS;
  if (found.some(({ timestamp }) => Date.parse(timestamp) < oldest)) throw apiError(50034);
  for (const message of found) forgetMessage(world, message);
  world.events.dispatch(
    GatewayDispatchEvents.MessageDeleteBulk,
    { ids: found.map(({ id }) => id), channel_id: channel.id, guild_id: channel.guildId },
    GatewayIntentBits.GuildMessages,
  );
}

function crosspost(world: World, request: ApiRequest) {
  const channel = botChannel(world, request.param('channelId'));
  if (channel.kind !== 'guild' || channel.type !== ChannelType.GuildAnnouncement) throw apiError(50024);
  const message = channelMessage(world, channel.id, request.param('messageId'));
  requireIn(world, channel, 'SendMessages');
  if (message.author.id !== world.bot.id && !botMay(world, channel, 'ManageMessages')) throw apiError(50013);
  if (message.type !== MessageType.Default && message.type !== MessageType.ChatInputCommand) throw apiError(50068);
  const flags = message.flags ?? NO_FLAGS;
  if ((flags & MessageFlags.Crossposted) !== 0) throw apiError(40033);
  const published = { ...message, flags: flags | MessageFlags.Crossposted };
  replaceMessage(world, published);
  return published;
}
