import { type APIMessage, ChannelType, MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { apiError } from '../api-error.js';
import { botChannel, channelMessage, requireIn } from '../channel-access.js';
import { blankMessage, composeMessage } from '../message-compose.js';
import { publishMessage, replaceMessage } from '../messages.js';
import { toApiThread, toApiThreadMember } from '../payloads.js';
import { knownTags, parsePostBody, parseThreadBody } from '../thread-body.js';
import { openThread } from '../threads.js';
import { type GuildChannelRecord, NO_FLAGS, type ThreadRecord, type World } from '../world.js';
import { type ApiRequest, ok, queryInteger, type Route, route } from './route.js';

/** The routes for threads and forum posts. */
export function threadRoutes(world: World): readonly Route[] {
  return [
    route('POST', '/channels/:channelId/messages/:messageId/threads', (request) => ({
      status: 201,
      body: threadOnMessage(world, request),
    })),
    route('POST', '/channels/:channelId/threads', (request) => {
      const parent = parentChannel(world, request);
      // Threads of their own in a text channel are nothing that we open.
      if (parent.type !== ChannelType.GuildForum) throw apiError(50024);
      return { status: 201, body: post(world, parent, request) };
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

function post(world: World, forum: GuildChannelRecord, request: ApiRequest) {
  requireIn(world, forum, 'SendMessages');
  const body = parsePostBody(request.body);
  const appliedTags = knownTags(forum, body.applied_tags ?? []);
  const id = world.nextId();
  // The message is made before the post, so that one which cannot be made leaves no empty post behind.
  const message = composeMessage(world, {
    id,
    author: world.bot,
    channel: { ...forum, id },
    body: body.message,
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
