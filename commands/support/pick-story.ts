import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { Choice, CompletionInteraction, Services, SlashInteraction } from '../../src/discord/command.js';
import { ephemeral } from '../../src/discord/rendering/private.js';
import { escapeMarkup } from '../../src/markup/plain.js';
import type { Story } from '../../src/story/model.js';
import { refOf } from '../../src/story/ref.js';
import { choices } from './choices.js';
import { fold } from './fold.js';

/** The `story` option, which every command may leave out where only one story fits. */
export const storyOption = {
  type: ApplicationCommandOptionType.String,
  name: 'story',
  description: 'Which story; may be left out where there is only one',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

/**
 * The story that the interaction is about: the one named, else the one that runs in this channel, the only one that runs in
 * this server, or the only one there is. Where it cannot tell, the person has been told so, and it gives undefined.
 */
export async function pickStory(
  interaction: SlashInteraction,
  services: Services,
  tell: (sentence: string) => Promise<unknown> = (sentence) => interaction.reply(ephemeral(sentence)),
): Promise<Story | undefined> {
  await services.stories.refresh();
  const given = interaction.options.getString('story');
  const story = given === null ? fittingStory(interaction, services) : findStory(given, services);
  if (story === undefined) await tell(whichStory(given, services));
  return story;
}

/** The story by id, short stand-in or title. */
export function findStory(given: string, services: Services): Story | undefined {
  const wanted = fold(given);
  const { stories } = services.stories;
  return (
    services.stories.story(given) ??
    stories.find(({ id }) => refOf(id) === given) ??
    stories.find(({ title }) => fold(title) === wanted)
  );
}

/** The story by the short stand-in that buttons carry. */
export function storyByRef(ref: string, services: Services): Story | undefined {
  return services.stories.stories.find(({ id }) => refOf(id) === ref);
}

/** Stories whose title holds what was typed. */
export function completeStory(typed: string, services: Services): readonly Choice[] {
  const wanted = fold(typed);
  const fitting = services.stories.stories.filter(({ title, id }) =>
    [title, id].some((name) => fold(name).includes(wanted)),
  );
  return choices(fitting.map(({ id, title }) => ({ id, label: title })));
}

/** The story that an interaction is about where it names none; undefined where more than one may be meant. */
export function fittingStory(
  interaction: SlashInteraction | CompletionInteraction,
  services: Services,
): Story | undefined {
  const { stories } = services.stories;
  if (stories.length === 1) return stories[0];
  const parentId = interaction.channel?.isThread() === true ? interaction.channel.parentId : undefined;
  const serials = services.serials
    .inGuild(interaction.guildId)
    .filter(({ storyId }) => services.stories.story(storyId));
  const here = serials.filter(({ channelId }) => channelId === interaction.channelId || channelId === parentId);
  const [only, ...others] = here.length > 0 ? here : serials;
  return only !== undefined && others.length === 0 ? services.stories.story(only.storyId) : undefined;
}

function whichStory(given: string | null, services: Services): string {
  const titles = services.stories.stories.slice(0, 10).map(({ title }) => `**${escapeMarkup(title)}**`);
  if (titles.length === 0) return 'There is no story to read yet: the chapters folder is empty.';
  const lead = given === null ? 'Which story do you mean?' : 'I do not know that story.';
  return `${lead} There is ${titles.join(', ')}. Name it with the option \`story\`.`;
}
