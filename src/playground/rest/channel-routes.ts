import { ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { apiError } from '../api-error.js';
import { botChannel, botMay, channelMessage, requireIn } from '../channel-access.js';
import { replaceMessage } from '../messages.js';
import { toApiChannel, toApiThread } from '../payloads.js';
import { knownTags, parseThreadChange } from '../thread-body.js';
import { removeThread, replaceThread } from '../threads.js';
import { NO_FLAGS, type ThreadRecord, type World } from '../world.js';
import { type ApiRequest, ok, type Route, route } from './route.js';

/** The routes for channels themselves, changes of threads, and publishing. */
export function channelRoutes(world: World): readonly Route[] {
  const one = '/channels/:channelId';
  return [
    route('GET', one, (request) => ok(toApiChannel(world, botChannel(world, request.param('channelId'))))),
    route('PATCH', one, (request) => ok(toApiThread(changeThread(world, threadOf(world, request), request.body)))),
    route('DELETE', one, (request) => {
      const thread = threadOf(world, request);
      requireIn(world, thread, 'ManageThreads');
      removeThread(world, thread);
      return ok(toApiThread(thread));
    }),
    route('POST', `${one}/messages/:messageId/crosspost`, (request) => ok(crosspost(world, request))),
  ];
}

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

/** The bot is not asked to manage channels, only threads. Throws 50013 for others. */
function threadOf(world: World, request: ApiRequest): ThreadRecord {
  const channel = botChannel(world, request.param('channelId'));
  if (channel.kind === 'thread') return channel;
  throw apiError(channel.kind === 'direct' ? 50024 : 50013);
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
