import type { Command } from '../src/discord/command.js';
import { aboutView } from '../src/discord/rendering/about.js';
import { privately } from '../src/discord/rendering/private.js';
import { completeShownStory, pickStory, storyOption } from './support/pick-story.js';
import { serverOnly } from './support/server-only.js';

/** `/about`: what a story is, before one begins to read it. */
export const about: Command = {
  data: {
    name: 'about',
    description: 'What a story is about, its rating and its warnings',
    ...serverOnly,
    options: [storyOption],
  },
  help: ['`/about` — what the story is about, its rating and warnings'],

  async execute(interaction, services) {
    const story = await pickStory(interaction, services);
    if (story === undefined) return;
    const visible = await services.availability.visible(interaction.guildId, story);
    const serial = services.serials.get(interaction.guildId, story.id);
    await interaction.reply(privately(aboutView(story, visible, serial)));
  },

  complete: completeShownStory,
};
