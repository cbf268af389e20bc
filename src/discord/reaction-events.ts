import { type Client, Events, type MessageReaction, type PartialMessageReaction } from 'discord.js';
import type { Reactions } from '../feedback/reactions.js';
import type { Log } from '../release/ports.js';
import { routeEmoji } from './route-emoji.js';

type AnyReaction = MessageReaction | PartialMessageReaction;

/** Records every reaction that comes or goes; on messages that nobody tracks this costs one read. */
export function watchReactions(
  client: Client<true>,
  reactions: Reactions,
  pending: { add(work: Promise<void>): void },
  log: Log,
): void {
  const record = (work: Promise<void>) =>
    pending.add(work.catch((error: unknown) => log.error({ err: error }, 'A reaction could not be recorded.')));
  const set = (reaction: AnyReaction, userId: string, present: boolean) => {
    if (userId !== client.user.id)
      record(reactions.set(reaction.message.id, routeEmoji(reaction.emoji), userId, present));
  };
  client.on(Events.MessageReactionAdd, (reaction, user) => set(reaction, user.id, true));
  client.on(Events.MessageReactionRemove, (reaction, user) => set(reaction, user.id, false));
  client.on(Events.MessageReactionRemoveAll, (message) => record(reactions.removeAll(message.id)));
  client.on(Events.MessageReactionRemoveEmoji, (reaction) =>
    record(reactions.removeEmoji(reaction.message.id, routeEmoji(reaction.emoji))),
  );
}
