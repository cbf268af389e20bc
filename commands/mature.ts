import type { ComponentInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import type { Story } from '../src/story/model.js';
import { escapeMarkup } from '../src/story/plain.js';

/** Whether the interaction comes from a channel that only adults may enter; a thread is as restricted as its channel. */
export function isAgeRestricted({ channel }: SlashInteraction | ComponentInteraction): boolean {
  const place = channel?.isThread() === true ? channel.parent : channel;
  return place !== null && 'nsfw' in place && place.nsfw === true;
}

/** Why a mature chapter is not shown here, and where it is. */
export function matureSentence(
  interaction: SlashInteraction | ComponentInteraction,
  story: Story,
  services: Services,
): string {
  const serial = services.serials.get(interaction.guildId, story.id);
  const where = serial === undefined ? 'an age-restricted channel of this server' : `<#${serial.channelId}>`;
  return `This chapter of **${escapeMarkup(story.title)}** has mature content, so I show it in age-restricted channels only. Please ask for it again in ${where}.`;
}
