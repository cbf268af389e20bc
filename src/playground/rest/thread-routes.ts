import { type APIMessage, ChannelType, MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { apiError } from '../api-error.js';
import { storeAttachments } from '../attachments.js';
import { botChannel, channelMessage, requireIn } from '../channel-access.js';
import { blankMessage, composeMessage } from '../message-compose.js';
import { publishMessage, replaceMessage } from '../messages.js';
import { toApiThread, toApiThreadMember } from '../payloads.js';
import { knownTags, parsePostBody, parseThreadBody } from '../thread-body.js';
import { openThread, replaceThread } from '../threads.js';
import { type GuildChannelRecord, NO_FLAGS, type ThreadRecord, type World } from '../world.js';
import { type ApiRequest, noContent, ok, queryInteger, type Route, route } from './route.js';

/** The routes for threads and forum posts. */
export function threadRoutes(world: World): readonly Route[] {
  return [
    route('POST', '/channels/:channelId/messages/:messageId/threads', (request) => ({
      status: 201,
      body: threadOnMessage(world, request),
    })),
    route('POST', '/channels/:channelId/threads', (request) => {
      const parent = parentChannel(world, request);
      const isForum = parent.type === ChannelType.GuildForum;
      return { status: 201, body: isForum ? post(world, parent, request) : threadInChannel(world, parent, request) };
    }),
    route('GET', '/channels/:channelId/threads/archived/public', (request) => {
      const parent = parentChannel(world, request, 'ReadMessageHistory');
      const limit = queryInteger(request.query, 'limit', [2, 100], 50);
      const before = request.query.get('before');
      const archived = [...world.channels.values()]
        .flatMap((one) => (one.kind === 'thread' && one.parentId === parent.id && one.archived ? [one] : []))
        .filter((thread) => before === null || thread.archiveChangedAt < new Date(before))
        .toSorted((a, b) => b.archiveChangedAt.getTime() - a.archiveChangedAt.getTime());
      const page = archived.slice(0, limit);
      return ok({ threads: page.map(toApiThread), members: [], has_more: archived.length > page.length });
    }),
    ...memberRoutes(world),
  ];
}

function memberRoutes(world: World): readonly Route[] {
  const find = (request: ApiRequest) => {
    const thread = botChannel(world, request.param('channelId'));
    if (thread.kind !== 'thread') throw apiError(50024);
    return thread;
  };
  return [
    route('GET', '/channels/:channelId/thread-members', (request) => {
      const thread = find(request);
      return ok(thread.members.map((userId) => toApiThreadMember(thread, userId)));
    }),
    route('PUT', '/channels/:channelId/thread-members/@me', (request) => {
      const thread = find(request);
      if (thread.archived) throw apiError(50083);
      const members = [...new Set([...thread.members, world.bot.id])];
      replaceThread(world, { ...thread, members });
      return noContent;
    }),
    route('DELETE', '/channels/:channelId/thread-members/@me', (request) => {
      const thread = find(request);
      if (thread.archived) throw apiError(50083);
      replaceThread(world, { ...thread, members: thread.members.filter((id) => id !== world.bot.id) });
      return noContent;
    }),
  ];
}

function parentChannel(world: World, request: ApiRequest, ...needs: Parameters<typeof requireIn>[2][]) {
  const parent = botChannel(world, request.param('channelId'), ...needs);
  if (parent.kind !== 'guild') throw apiError(50024);
  return parent;
}

function threadOnMessage(world: World, request: ApiRequest) {
  const parent = parentChannel(world, request, 'CreatePublicThreads', 'ReadMessageHistory');
  const message = channelMessage(world, parent.id, request.param('messageId'));
  if (world.channels.has(message.id)) throw apiError(160004);
  const body = parseThreadBody(request.body);
  const thread = openThread(world, parent, { ...body, id: message.id, ownerId: world.bot.id });
  publishMessage(world, starterMessage(world, thread, message));
  const flags = (message.flags ?? NO_FLAGS) | MessageFlags.HasThread;
  replaceMessage(world, { ...message, flags, thread: toApiThread(thread) });
  return created(world, thread);
}

/** What a thread on a message begins with: a message without words that points to the one it hangs on. */
function starterMessage(world: World, thread: ThreadRecord, message: APIMessage): APIMessage {
  return {
    ...blankMessage(world, thread.id, message.author),
    type: MessageType.ThreadStarterMessage,
    referenced_message: message,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: message.channel_id,
      message_id: message.id,
      guild_id: thread.guildId,
    },
  };
}

function threadInChannel(world: World, parent: GuildChannelRecord, request: ApiRequest) {
  const { type = ChannelType.PrivateThread, ...body } = parseThreadBody(request.body);
  requireIn(world, parent, type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  return created(world, openThread(world, parent, { ...body, type, id: world.nextId(), ownerId: world.bot.id }));
}

function post(world: World, forum: GuildChannelRecord, request: ApiRequest) {
  requireIn(world, forum, 'SendMessages');
  const body = parsePostBody(request.body, request.files);
  const appliedTags = knownTags(forum, body.applied_tags ?? []);
  if (body.message.embeds?.length) requireIn(world, forum, 'EmbedLinks');
  const id = world.nextId();
  // The message is made before the post, so that one which cannot be made leaves no empty post behind.
  const message = composeMessage(world, {
    id,
    author: world.bot,
    channel: { ...forum, id },
    body: body.message,
    attachments: storeAttachments(world, body.message),
  });
  const thread = openThread(world, forum, { ...body, id, ownerId: world.bot.id, appliedTags });
  publishMessage(world, message);
  return { ...created(world, thread), message };
}

function created(world: World, thread: ThreadRecord) {
  const now = world.channels.get(thread.id);
  const current = now?.kind === 'thread' ? now : thread;
  return { ...toApiThread(current), member: toApiThreadMember(current, world.bot.id) };
}
