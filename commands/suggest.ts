import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { whisper } from '../src/discord/rendering/private.js';
import { maxSuggestionLength } from '../src/feedback/suggestions.js';
import type { Story } from '../src/story/model.js';
import { escapeMarkup } from '../src/story/plain.js';
import { completeStory, pickStory, storyOption } from './pick.js';
import { serverOnly } from './server-only.js';

/** `/suggest`: tells the author what a reader would like to see. */
export const suggest: Command = {
  data: {
    name: 'suggest',
    description: 'Send the author a suggestion; only they see it',
    ...serverOnly,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'What you would like to see',
        required: true,
        max_length: maxSuggestionLength,
      },
      storyOption,
    ],
  },

  async execute(interaction, services) {
    const story = await pickStory(interaction, services);
    if (story === undefined) return;
    const subject = { guildId: interaction.guildId, storyId: story.id };
    const typed = interaction.options.getString('text', true);
    const outcome = await services.feedback.suggestions.add(subject, interaction.id, interaction.user.id, typed);
    await interaction.reply(whisper(sentences[outcome](story)));
  },

  complete: async (interaction, services) => completeStory(interaction.options.getFocused(), services),
};

const sentences = {
  saved: ({ title }: Story) => `Thank you! Your suggestion for **${escapeMarkup(title)}** is with the author.`,
  blank: () => 'There was not a word in it, so I kept nothing.',
  'too-long': () =>
    `A suggestion may have ${maxSuggestionLength.toLocaleString('en')} characters at most. Please shorten it a little.`,
} as const;
