import type { Choice, CompletionInteraction, Services } from '../../src/discord/command.js';
import { completeChapter } from './pick-chapter.js';
import { completeStory, findStory, fittingStory, shownStories } from './pick-story.js';

/** Completes the options `story` and `chapter`; of chapters, it offers only what is out in this server. */
export async function completeTarget(
  interaction: CompletionInteraction,
  services: Services,
): Promise<readonly Choice[]> {
  const focused = interaction.options.getFocused(true);
  const stories = await shownStories(interaction, services);
  if (focused.name === 'story') return completeStory(focused.value, stories);
  const given = interaction.options.getString('story');
  const story = given === null ? fittingStory(interaction, stories, services) : findStory(given, stories);
  if (story === undefined) return [];
  return completeChapter(focused.value, await services.availability.visible(interaction.guildId, story));
}
