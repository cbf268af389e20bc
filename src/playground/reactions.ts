import {
  type APIMessage,
  type APIReaction,
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  ReactionType,
} from 'discord-api-types/v10';
import { apiError } from './api-error.js';
import { type Emoji, emojiKey } from './emoji.js';
import { guildOf } from './messages.js';
import { toApiMember } from './payloads.js';
import type { World } from './world.js';

/** How many different emoji one message takes. */
const MAX_REACTION_KINDS = 20;

/** Whether anybody has reacted with that emoji, so that another may join without the permission to add new ones. */
export function hasReaction(world: World, message: APIMessage, emoji: Emoji): boolean {
  return world.reactions.get(message.id)?.has(emojiKey(emoji)) === true;
}

/** Who reacted to a message with an emoji, in the order in which they did. */
export function reactors(world: World, messageId: string, emoji: Emoji): readonly APIUser[] {
  const ids = world.reactions.get(messageId)?.get(emojiKey(emoji)) ?? [];
  return ids.flatMap((id) => world.users.get(id) ?? []);
}

/** Adds somebody's reaction; nothing happens when it is there. Throws 30010 when the message has 20 kinds already. */
export function addReaction(world: World, message: APIMessage, user: APIUser, emoji: Emoji): void {
  const kinds = world.reactions.get(message.id) ?? new Map<string, readonly string[]>();
  const users = kinds.get(emojiKey(emoji)) ?? [];
  if (users.includes(user.id)) return;
  if (users.length === 0 && kinds.size >= MAX_REACTION_KINDS) throw apiError(30010);
  world.reactions.set(message.id, kinds.set(emojiKey(emoji), [...users, user.id]));
  recount(world, message, emoji, [...users, user.id]);
  const guild = guildFor(world, message);
  const member = guild?.members.get(user.id);
  world.events.dispatch(
    GatewayDispatchEvents.MessageReactionAdd,
    {
      ...reactionEvent(world, message, emoji),
      user_id: user.id,
      message_author_id: message.author.id,
      burst: false,
      type: ReactionType.Normal,
      ...(member && { member: toApiMember(world, member) }),
    },
    reactionIntent(world, message),
  );
}

/** Takes somebody's reaction away; nothing happens when it is not there. */
export function removeReaction(world: World, message: APIMessage, userId: string, emoji: Emoji): void {
  const kinds = world.reactions.get(message.id);
  const users = kinds?.get(emojiKey(emoji)) ?? [];
  if (kinds === undefined || !users.includes(userId)) return;
  const left = users.filter((id) => id !== userId);
  if (left.length === 0) kinds.delete(emojiKey(emoji));
  else kinds.set(emojiKey(emoji), left);
  recount(world, message, emoji, left);
  world.events.dispatch(
    GatewayDispatchEvents.MessageReactionRemove,
    { ...reactionEvent(world, message, emoji), user_id: userId, burst: false, type: ReactionType.Normal },
    reactionIntent(world, message),
  );
}

function recount(world: World, message: APIMessage, emoji: Emoji, users: readonly string[]): void {
  const counted: APIReaction = {
    emoji: { id: emoji.id, name: emoji.name },
    count: users.length,
    count_details: { burst: 0, normal: users.length },
    me: users.includes(world.bot.id),
    me_burst: false,
    burst_colors: [],
  };
  const current = world.messages.get(message.channel_id)?.get(message.id) ?? message;
  const isSame = (one: APIReaction) => emojiKey({ id: one.emoji.id, name: one.emoji.name ?? '' }) === emojiKey(emoji);
  const standing = current.reactions ?? [];
  const reactions = standing.some(isSame)
    ? standing.map((one) => (isSame(one) ? counted : one))
    : [...standing, counted];
  keepMessage(world, { ...current, reactions: reactions.filter(({ count }) => count > 0) });
}

/** Reactions change a message without an update of it being announced. */
function keepMessage(world: World, message: APIMessage): void {
  const history = world.messages.get(message.channel_id);
  if (history?.has(message.id) === true) history.set(message.id, message);
}

function reactionEvent(world: World, message: APIMessage, emoji: Emoji) {
  const guild = guildFor(world, message);
  return {
    channel_id: message.channel_id,
    message_id: message.id,
    emoji: { id: emoji.id, name: emoji.name },
    ...(guild && { guild_id: guild.id }),
  };
}

function guildFor(world: World, message: APIMessage) {
  const channel = world.channels.get(message.channel_id);
  return channel && guildOf(world, channel);
}

function reactionIntent(world: World, message: APIMessage): number {
  return guildFor(world, message) === undefined
    ? GatewayIntentBits.DirectMessageReactions
    : GatewayIntentBits.GuildMessageReactions;
}
