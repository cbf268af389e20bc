import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import { apiError } from '../api-error.js';
import { botChannel, botMay, channelMessage, requireIn } from '../channel-access.js';
import { parseMessageBody } from '../message-body.js';
import { applyEdit, composeMessage } from '../message-compose.js';
import { publishMessage, removeMessage, replaceMessage } from '../messages.js';
import type { NonceBook } from '../nonces.js';
import { openForMessage, refuseArchived } from '../threads.js';
import { asBotSees } from '../visibility.js';
import type { World } from '../world.js';
import { selectPage } from './message-page.js';
import { type ApiRequest, noContent, ok, type Route, route } from './route.js';

/** The routes for messages in channels, threads and private conversations. */
export function messageRoutes(world: World, nonces: NonceBook): readonly Route[] {
  const one = '/channels/:channelId/messages/:messageId';
  return [
    route('POST', '/channels/:channelId/messages', (request) => ok(createMessage(world, nonces, request))),
    route('GET', '/channels/:channelId/messages', (request) => ok(listMessages(world, request))),
    route('GET', one, (request) => {
      const channel = botChannel(world, request.param('channelId'), 'ReadMessageHistory');
      const message = channelMessage(world, channel.id, request.param('messageId'));
      return ok(asBotSees(world, message));
    }),
    route('PATCH', one, (request) => ok(editMessage(world, request))),
    route('DELETE', one, (request) => {
      const channel = botChannel(world, request.param('channelId'));
      const message = channelMessage(world, channel.id, request.param('messageId'));
      if (message.author.id !== world.bot.id) requireIn(world, channel, 'ManageMessages');
      removeMessage(world, message);
      return noContent;
    }),
  ];
}

function createMessage(world: World, nonces: NonceBook, request: ApiRequest): APIMessage {
  const channel = botChannel(world, request.param('channelId'));
  if (channel.kind === 'guild' && channel.type === ChannelType.GuildForum) throw apiError(50008);
  requireIn(world, channel, channel.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages');
  const body = parseMessageBody(request.body);

  const nonce = body.enforce_nonce === true && body.nonce != null ? String(body.nonce) : undefined;
  const earlier = nonce === undefined ? undefined : nonces.find(channel.id, world.bot.id, nonce);
  const existing = earlier === undefined ? undefined : world.messages.get(channel.id)?.get(earlier);
  if (existing !== undefined) return existing;

  openForMessage(world, channel);
  const message = composeMessage(world, { author: world.bot, channel, body });
  publishMessage(world, message);
  if (nonce !== undefined) nonces.remember(message, nonce);
  return message;
}

function listMessages(world: World, request: ApiRequest): readonly APIMessage[] {
  const channel = botChannel(world, request.param('channelId'));
  // Who may not read the history is told that there is none.
  if (!botMay(world, channel, 'ReadMessageHistory')) return [];
  const history = [...(world.messages.get(channel.id)?.values() ?? [])];
  return selectPage(history, request.query).map((message) => asBotSees(world, message));
}

function editMessage(world: World, request: ApiRequest): APIMessage {
  const channel = botChannel(world, request.param('channelId'));
  const message = channelMessage(world, channel.id, request.param('messageId'));
  if (message.author.id !== world.bot.id) throw apiError(50005);
  refuseArchived(channel);
  const body = parseMessageBody(request.body, message.flags);
  const edited = applyEdit(world, message, body);
  replaceMessage(world, edited);
  return edited;
}
