import type { ComponentInteraction, Services, SlashInteraction } from '../../src/discord/command.js';
import { escapeMarkup } from '../../src/markup/plain.js';
import { isMature } from '../../src/story/labels.js';
import type { Chapter, Story } from '../../src/story/model.js';

/** Whether the interaction comes from a channel that only adults may enter; a thread is as restricted as its channel. */
export function isAgeRestricted({ channel }: SlashInteraction | ComponentInteraction): boolean {
  const place = channel?.isThread() === true ? channel.parent : channel;
  return place !== null && 'nsfw' in place && place.nsfw === true;
}

/** Whether a chapter, and what readers wrote about it, is to be withheld where it is asked for. */
export function withholds(
  interaction: SlashInteraction | ComponentInteraction,
  story: Story,
  chapter: Chapter,
): boolean {
  return isMature(story, chapter) && !isAgeRestricted(interaction);
}

/** Why a mature chapter is not shown here, and where it is. */
export function matureSentence(
  interaction: SlashInteraction | ComponentInteraction,
  story: Story,
  services: Services,
): string {
  const channelId = services.serials.get(interaction.guildId, story.id)?.channelId;
  const channel = channelId === undefined ? undefined : interaction.guild.channels.cache.get(channelId);
  const isFit = channel !== undefined && 'nsfw' in channel && channel.nsfw;
  const where = isFit ? `<#${channel.id}>` : 'an age-restricted channel of this server';
  return `This chapter of **${escapeMarkup(story.title)}** has mature content, so I show it and its reviews in age-restricted channels only. Please ask for it again in ${where}.`;
}
