import { type Interaction, MessageFlags } from 'discord.js';

/**
 * Whether a button or form belongs to an answer that only somebody else can see, such as their private reader. No client shows
 * it to others, so only a forged interaction comes from there; answering it would change what that person reads.
 */
export function isSomebodyElses(interaction: Interaction<'cached'>): boolean {
  const message = interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  if (message === null || !message.flags.has(MessageFlags.Ephemeral)) return false;
  const owner = message.interactionMetadata?.user;
  return owner !== undefined && owner.id !== interaction.user.id;
}
