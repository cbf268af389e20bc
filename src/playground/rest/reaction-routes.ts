import { botChannel, channelMessage, requireIn } from '../channel-access.js';
import { parseEmoji } from '../emoji.js';
import { addReaction, hasReaction, reactors } from '../reactions.js';
import { compareSnowflakes } from '../snowflake.js';
import { refuseArchived } from '../threads.js';
import type { World } from '../world.js';
import { type ApiRequest, noContent, ok, queryInteger, type Route, route } from './route.js';

/** The routes for reactions to messages. */
export function reactionRoutes(world: World): readonly Route[] {
  const one = '/channels/:channelId/messages/:messageId/reactions/:emoji';
  const find = (request: ApiRequest) => {
    const channel = botChannel(world, request.param('channelId'), 'ReadMessageHistory');
    return { channel, message: channelMessage(world, channel.id, request.param('messageId')) };
  };
  return [
    route('PUT', `${one}/@me`, (request) => {
      const { channel, message } = find(request);
      refuseArchived(channel);
      const emoji = parseEmoji(request.param('emoji'));
      if (!hasReaction(world, message, emoji)) requireIn(world, channel, 'AddReactions');
      addReaction(world, message, world.bot, emoji);
      return noContent;
    }),
    route('GET', one, (request) => {
      const { message } = find(request);
      const limit = queryInteger(request.query, 'limit', [1, 100], 25);
      const after = request.query.get('after') ?? '0';
      const users = reactors(world, message.id, parseEmoji(request.param('emoji')))
        .filter(({ id }) => compareSnowflakes(id, after) > 0)
        .toSorted((a, b) => compareSnowflakes(a.id, b.id));
      return ok(users.slice(0, limit));
    }),
  ];
}
