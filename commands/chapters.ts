import { ApplicationCommandOptionType } from 'discord.js';
import type { Command, ComponentInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { chapterListView } from '../src/discord/rendering/chapter-list.js';
import { inPlace, privately, type View } from '../src/discord/rendering/private.js';
import { type FoundStory, lookUpStory } from './support/look-up.js';
import { pageIn } from './support/page-in.js';
import { completeShownStory, pickStory, storyOption } from './support/pick-story.js';
import { serverOnly } from './support/server-only.js';

/** `/chapters`: what is out, in the order of release or of the story's own time, and when the next one comes. */
export const chapters: Command = {
  data: {
    name: 'chapters',
    description: 'What is out, how long it takes to read, and when the next chapter comes',
    ...serverOnly,
    options: [
      storyOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'order',
        description: 'As they came out (default), or in the story’s own time',
        choices: [
          { name: 'as they came out', value: 'release' },
          { name: 'in the story’s own time', value: 'story' },
        ],
      },
    ],
  },
  help: ['`/chapters` — what is out, and when the next one comes'],

  async execute(interaction, services) {
    const story = await pickStory(interaction, services);
    if (story === undefined) return;
    const order = interaction.options.getString('order') === 'story' ? 'story' : 'release';
    const visible = await services.availability.visible(interaction.guildId, story);
    await interaction.reply(privately(await list(interaction, { story, visible }, order, 0, services)));
  },

  complete: completeShownStory,

  components: {
    /** From the buttons below a release. */
    chapters: async (interaction, [ref], services) => {
      const found = await lookUpStory(interaction, services, ref);
      if (found !== undefined)
        await interaction.reply(privately(await list(interaction, found, 'release', 0, services)));
    },
    'chapters-page': async (interaction, [ref, order, page], services) => {
      const found = await lookUpStory(interaction, services, ref);
      if (found === undefined) return;
      const shown = order === 'story' ? 'story' : 'release';
      await interaction.update(inPlace(await list(interaction, found, shown, pageIn(page), services)));
    },
  },
};

async function list(
  interaction: SlashInteraction | ComponentInteraction,
  { story, visible }: FoundStory,
  order: 'release' | 'story',
  page: number,
  services: Services,
): Promise<View> {
  const serial = services.serials.get(interaction.guildId, story.id);
  const nextAt = serial === undefined ? undefined : await services.availability.nextDate(serial);
  return chapterListView({ story, visible, order, page, nextAt });
}
