import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { parseEmoji } from './emoji.js';
import { parseMessageBody } from './message-body.js';
import { composeMessage } from './message-compose.js';
import { publishMessage, removeMessage } from './messages.js';
import { connectCommands, type PersonCommands } from './person-commands.js';
import { connectComponents, type PersonComponents } from './person-components.js';
import type { ChannelRef, PersonContext } from './person-context.js';
import { type MessageRef, personChannel, personMessage } from './person-sight.js';
import { addReaction, hasReaction, removeReaction } from './reactions.js';
import { openForMessage, refuseArchived } from './threads.js';

/** Somebody who sits at their client. What the client would refuse throws an error that says so in words. */
export interface Person extends PersonCommands, PersonComponents {
  readonly user: APIUser;
  /** Writes a message into a channel or thread. */
  say(channel: ChannelRef, content: string): APIMessage;
  /** Reacts with a character or, for a custom emoji, `name:id`. */
  react(message: MessageRef, emoji: string): void;
  unreact(message: MessageRef, emoji: string): void;
  /** Deletes a message of their own, or any as a moderator. */
  deleteMessage(message: MessageRef): void;
  /** What they see of a channel now: its messages and the answers that only they see, by age. */
  sees(channel: ChannelRef): readonly APIMessage[];
}

/** Sits a user down at their client. */
export function createPerson(context: PersonContext, user: APIUser): Person {
  const { world } = context;
  return {
    user,
    ...connectCommands(context, user),
    ...connectComponents(context, user),
    say: (channel, content) => {
      const place = personChannel(world, user, channel.id);
      if (place.kind !== 'direct') {
        personChannel(world, user, channel.id, place.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages');
      }
      openForMessage(world, place);
      const message = composeMessage(world, { author: user, channel: place, body: parseMessageBody({ content }) });
      publishMessage(world, message);
      return message;
    },
    react: (message, emoji) => {
      const current = personMessage(world, user, message);
      const chosen = parseEmoji(emoji);
      const needs = hasReaction(world, current, chosen) ? [] : (['AddReactions'] as const);
      refuseArchived(personChannel(world, user, current.channel_id, 'ReadMessageHistory', ...needs));
      if (world.ephemerals.has(current.id)) throw new Error('Nobody can react to a message that only they see.');
      addReaction(world, current, user, chosen);
    },
    unreact: (message, emoji) => {
      const current = personMessage(world, user, message);
      refuseArchived(personChannel(world, user, current.channel_id));
      removeReaction(world, current, user.id, parseEmoji(emoji));
    },
    deleteMessage: (message) => {
      const current = personMessage(world, user, message);
      // Anybody may dismiss what only they see, and delete what they wrote.
      const isOwn = world.ephemerals.has(current.id) || current.author.id === user.id;
      personChannel(world, user, current.channel_id, ...(isOwn ? [] : (['ManageMessages'] as const)));
      removeMessage(world, current);
    },
    sees: (channel) => {
      const place = personChannel(world, user, channel.id);
      const ephemerals = [...world.ephemerals.values()].filter(
        ({ userId, message }) => userId === user.id && message.channel_id === place.id,
      );
      const messages = [...(world.messages.get(place.id)?.values() ?? []), ...ephemerals.map(({ message }) => message)];
      return messages.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp) || a.id.localeCompare(b.id));
    },
  };
}
