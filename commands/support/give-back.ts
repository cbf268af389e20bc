import type { ModalInteraction, SlashInteraction } from '../../src/discord/command.js';
import { text } from '../../src/discord/rendering/components.js';
import { privately } from '../../src/discord/rendering/private.js';
import { typedParts } from '../../src/discord/rendering/typed-markup.js';

/** Tells why something was not kept and gives back what was typed, all of it, in as many private messages as that takes. */
export async function giveBack(
  interaction: SlashInteraction | ModalInteraction,
  why: string,
  typed: string,
): Promise<void> {
  const [first, ...others] = typedParts(typed);
  const typedText = first === undefined ? [] : [text('-# This is what you typed:'), text(first)];
  await interaction.reply(privately([text(why), ...typedText]));
  for (const part of others) await interaction.followUp(privately([text(part)]));
}

/** Keeps what was typed; where that fails, gives it back before the failure is answered. */
export async function keepOrGiveBack<T>(
  interaction: SlashInteraction | ModalInteraction,
  typed: string,
  keep: () => Promise<T>,
): Promise<T> {
  try {
    return await keep();
  } catch (error) {
    await giveBack(interaction, 'I could not keep that just now.', typed);
    throw error;
  }
}
