import type { Services, SlashInteraction } from '../../src/discord/command.js';
import { ephemeral } from '../../src/discord/rendering/private.js';
import type { VisibleChapter } from '../../src/release/serial/whats-out.js';
import type { FoundStory } from './look-up.js';
import { noChapterHere, pickChapter } from './pick-chapter.js';
import { pickStory } from './pick-story.js';

/** What the options `story` and `chapter` name. */
export interface Target extends FoundStory {
  /** Undefined where no chapter was named. */
  readonly named: VisibleChapter | undefined;
}

/** What a command is about; where that is not there, or not out in this server, the person has been told. */
export async function pickTarget(interaction: SlashInteraction, services: Services): Promise<Target | undefined> {
  const story = await pickStory(interaction, services);
  if (story === undefined) return undefined;
  const visible = await services.availability.visible(interaction.guildId, story);
  const given = interaction.options.getString('chapter');
  const named = pickChapter(given, visible);
  if (given === null || named !== undefined) return { story, visible, named };
  await interaction.reply(ephemeral(noChapterHere(visible)));
  return undefined;
}
