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

/** What a story is found by. */
type Named = Pick<Story, 'id' | 'title'>;

/** Told where somebody has to know it. */
type Tell = (sentence: string) => Promise<unknown>;

/** The stories that an interaction may be about: those that readers of its server may know of. */
export function shownStories({ guildId }: { readonly guildId: string }, { availability }: Services) {
  return availability.stories(guildId);
}

/**
 * The story that the interaction is about: the one named, else the one that runs in this channel, the only one that runs in
 * this server, or the only one there is `among` those that it may be about, which are the shown ones by default. Where it cannot
 * tell, the person has been told so, and it gives undefined.
 */
export async function pickStory(
  interaction: SlashInteraction,
  services: Services,
  {
    among,
    tell = (sentence) => interaction.reply(ephemeral(sentence)),
  }: { readonly among?: () => readonly Story[]; readonly tell?: Tell } = {},
): Promise<Story | undefined> {
  await services.stories.refresh({ isHurried: true });
  const stories = among?.() ?? (await shownStories(interaction, services));
  const given = interaction.options.getString('story');
  const story = given === null ? fittingStory(interaction, stories, services) : findStory(given, stories);
  if (story === undefined) await tell(whichStory(given, stories, services));
  return story;
}

/** The story by id, short stand-in or title. */
export function findStory<T extends Named>(given: string, stories: readonly T[]): T | undefined {
  const wanted = fold(given);
  return (
    stories.find(({ id }) => id === given) ??
    stories.find(({ id }) => refOf(id) === given) ??
    stories.find(({ title }) => fold(title) === wanted)
  );
}

/** The story by the short stand-in that buttons carry. */
export function storyByRef(ref: string, services: Services): Story | undefined {
  return services.stories.stories.find(({ id }) => refOf(id) === ref);
}

/** Stories whose title holds what was typed. */
export function completeStory(typed: string, stories: readonly Named[]): readonly Choice[] {
  const wanted = fold(typed);
  const fitting = stories.filter(({ title, id }) => [title, id].some((name) => fold(name).includes(wanted)));
  return choices(fitting.map(({ id, title }) => ({ id, label: title })));
}

/** Completes the option `story` with those that readers may know of. */
export async function completeShownStory(
  interaction: CompletionInteraction,
  services: Services,
): Promise<readonly Choice[]> {
  return completeStory(interaction.options.getFocused(), await shownStories(interaction, services));
}

/** The story that an interaction is about where it names none; undefined where more than one may be meant. */
export function fittingStory(
  interaction: SlashInteraction | CompletionInteraction,
  stories: readonly Story[],
  services: Services,
): Story | undefined {
  if (stories.length === 1) return stories[0];
  const parentId = interaction.channel?.isThread() === true ? interaction.channel.parentId : undefined;
  const running = services.serials
    .inGuild(interaction.guildId)
    .flatMap(({ channelId, storyId }) =>
      stories.filter(({ id }) => id === storyId).map((story) => ({ channelId, story })),
    );
  const here = running.filter(({ channelId }) => channelId === interaction.channelId || channelId === parentId);
  const [only, ...others] = here.length > 0 ? here : running;
  return others.length === 0 ? only?.story : undefined;
}

function whichStory(given: string | null, stories: readonly Story[], services: Services): string {
  const titles = stories.slice(0, 10).map(({ title }) => `**${escapeMarkup(title)}**`);
  if (services.stories.stories.length === 0) return 'There is no story to read yet: the chapters folder is empty.';
  if (titles.length === 0) return 'No story is told in this server yet. `/serial start` begins one.';
  const lead = given === null ? 'Which story do you mean?' : 'I do not know that story.';
  return `${lead} There is ${titles.join(', ')}. Name it with the option \`story\`.`;
}
