import type { APIMessage } from 'discord-api-types/v10';
import type { World } from './world.js';

/**
 * A message as the bot is shown it. It may ask for no privileged intent, so that the text of others is withheld, except in
 * private conversations and where they mention it (https://discord.com/developers/docs/events/gateway#message-content-intent).
 */
export function asBotSees<Message extends APIMessage>(world: World, message: Message): Message {
  const isOpen =
    message.author.id === world.bot.id ||
    message.mentions.some(({ id }) => id === world.bot.id) ||
    world.channels.get(message.channel_id)?.kind === 'direct';
  return isOpen ? message : { ...message, content: '', embeds: [], components: [], attachments: [] };
}
