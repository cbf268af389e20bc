import { type Client, Events, type MessageReaction, type PartialMessageReaction } from 'discord.js';
import type { Reactions } from '../feedback/reactions.js';
import type { ReactionIntake } from './reaction-intake.js';
import { routeEmoji } from './route-emoji.js';

type AnyReaction = MessageReaction | PartialMessageReaction;

/** Lets every reaction that comes or goes be recorded; on messages that nobody tracks this costs one read. */
export function watchReactions(client: Client<true>, reactions: Reactions, intake: ReactionIntake): void {
  const take = ({ channelId, id }: { readonly channelId: string; readonly id: string }, record: () => Promise<void>) =>
    intake.take({ channelId, messageId: id }, record);
  const set = ({ message, emoji }: AnyReaction, userId: string, present: boolean) => {
    if (userId !== client.user.id) take(message, () => reactions.set(message.id, routeEmoji(emoji), userId, present));
  };
  client.on(Events.MessageReactionAdd, (reaction, user) => set(reaction, user.id, true));
  client.on(Events.MessageReactionRemove, (reaction, user) => set(reaction, user.id, false));
  client.on(Events.MessageReactionRemoveAll, (message) => take(message, () => reactions.removeAll(message.id)));
  client.on(Events.MessageReactionRemoveEmoji, ({ message, emoji }) =>
    take(message, () => reactions.removeEmoji(message.id, routeEmoji(emoji))),
  );
}
