import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.js';
import { ephemeral } from '../src/discord/rendering/private.js';
import { when } from '../src/discord/rendering/time.js';
import { maxSuggestionLength, maxSuggestions } from '../src/feedback/suggestions.js';
import { escapeMarkup } from '../src/markup/plain.js';
import type { Story } from '../src/story/model.js';
import { giveBack, keepOrGiveBack } from './support/give-back.js';
import { completeShownStory, pickStory, storyOption } from './support/pick-story.js';
import { serverOnly } from './support/server-only.js';

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
  help: ['`/suggest` — send the author an idea'],

  async execute(interaction, services) {
    const typed = interaction.options.getString('text', true);
    const refuse = (why: string) => giveBack(interaction, why, typed);
    const story = await pickStory(interaction, services, { tell: refuse });
    if (story === undefined) return;
    const subject = { guildId: interaction.guildId, storyId: story.id };
    const outcome = await keepOrGiveBack(interaction, typed, () =>
      services.feedback.suggestions.add(subject, interaction.id, interaction.user.id, typed),
    );
    if (outcome.kind === 'saved') await interaction.reply(ephemeral(thanks(story)));
    else await refuse(outcome.kind === 'too-many' ? tooMany(outcome.until) : sentences[outcome.kind]);
  },

  complete: completeShownStory,
};

const sentences = {
  blank: 'There was not a word in it, so I kept nothing.',
  'too-long': `A suggestion may have ${maxSuggestionLength.toLocaleString('en')} characters at most. Please shorten it a little.`,
} as const;

function thanks({ title }: Story): string {
  return `Thank you! Your suggestion for **${escapeMarkup(title)}** is with the author.`;
}

function tooMany(until: number): string {
  return `You sent ${maxSuggestions} suggestions in a short time, so I did not keep this one. The next may come ${when(until, 'R')}.`;
}
