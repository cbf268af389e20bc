import type { Choice, CompletionInteraction, Services } from '../../src/discord/command.js';
import { completeChapter } from './pick-chapter.js';
import { completeStory, findStory, fittingStory } from './pick-story.js';

/** Completes the options `story` and `chapter`; of chapters, it offers only what is out in this server. */
export async function completeTarget(
  interaction: CompletionInteraction,
  services: Services,
): Promise<readonly Choice[]> {
  const focused = interaction.options.getFocused(true);
  if (focused.name === 'story') return completeStory(focused.value, services);
  const given = interaction.options.getString('story');
  const story = given === null ? fittingStory(interaction, services) : findStory(given, services);
  if (story === undefined) return [];
  return completeChapter(focused.value, await services.availability.visible(interaction.guildId, story));
}
