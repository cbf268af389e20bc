import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { Choice, CompletionInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { shorten } from '../src/discord/rendering/components.js';
import { whisper } from '../src/discord/rendering/private.js';
import type { VisibleChapter } from '../src/release/whats-out.js';
import { chapterLabel } from '../src/story/labels.js';
import type { Chapter, Story } from '../src/story/model.js';
import { escapeMarkup } from '../src/story/plain.js';
import { refOf } from '../src/story/ref.js';

/** Choices that one completion may offer, and characters in each. Source: Discord's documentation of autocomplete. */
const maxChoices = 25;
const maxChoiceLength = 100;

/** The `story` option, which every command may leave out where only one story fits. */
export const storyOption = {
  type: ApplicationCommandOptionType.String,
  name: 'story',
  description: 'Which story; may be left out where there is only one',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

/** The `chapter` option: a number, a title, or what completion offers. */
export const chapterOption = {
  type: ApplicationCommandOptionType.String,
  name: 'chapter',
  description: 'Number or title of the chapter',
  autocomplete: true,
} as const satisfies APIApplicationCommandBasicOption;

/**
 * The story that the interaction is about: the one named, else the one that runs in this channel, the only one that runs in
 * this server, or the only one there is. Where it cannot tell, the person has been told so, and it gives undefined.
 */
export async function pickStory(
  interaction: SlashInteraction,
  services: Services,
  tell: (sentence: string) => Promise<unknown> = (sentence) => interaction.reply(whisper(sentence)),
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

/** The chapter by the short stand-in that buttons carry. */
export function visibleByRef(ref: string, visible: readonly VisibleChapter[]): VisibleChapter | undefined {
  return visible.find(({ key }) => refOf(key) === ref);
}

/** The chapter that a reader means: by number (a bare `2` suffices), title, or id; undefined where none is meant. */
export function pickChapter(given: string | null, visible: readonly VisibleChapter[]): VisibleChapter | undefined {
  if (given === null) return undefined;
  const chapter = findChapter(
    given,
    visible.map((entry) => entry.chapter),
  );
  return visible.find((entry) => entry.chapter === chapter) ?? visibleByRef(given, visible);
}

/** The chapter by id, number, label, title, or the beginning of a title. */
export function findChapter(given: string, chapters: readonly Chapter[]): Chapter | undefined {
  const wanted = fold(given);
  const number = /^(?:chapter |ch\.? ?|#)?(\d+(?:\.\d+)?)$/.exec(wanted)?.[1];
  return (
    chapters.find(({ id }) => id === given || refOf(id) === given) ??
    (number === undefined ? undefined : chapters.find((chapter) => chapter.number === Number(number))) ??
    chapters.find((chapter) => fold(chapter.title) === wanted || fold(chapterLabel(chapter)) === wanted) ??
    chapters.find((chapter) => wanted !== '' && fold(chapter.title).startsWith(wanted))
  );
}

/** Stories whose title holds what was typed. */
export function completeStory(typed: string, services: Services): readonly Choice[] {
  const wanted = fold(typed);
  return services.stories.stories
    .filter(({ title, id }) => fold(title).includes(wanted) || fold(id).includes(wanted))
    .slice(0, maxChoices)
    .map(({ id, title }) => ({ name: shorten(title, maxChoiceLength), value: refOf(id) }));
}

/** Chapters whose number or title holds what was typed; only those given, so nothing unreleased shows. */
export function completeChapter(typed: string, visible: readonly VisibleChapter[]): readonly Choice[] {
  return chapterChoices(
    typed,
    visible.map(({ chapter }) => chapter),
  );
}

/** The same over any chapters: for members who run the story. */
export function chapterChoices(typed: string, chapters: readonly Chapter[]): readonly Choice[] {
  const wanted = fold(typed);
  return chapters
    .filter((chapter) => fold(chapterLabel(chapter)).includes(wanted) || String(chapter.number ?? '') === wanted)
    .slice(0, maxChoices)
    .map((chapter) => ({ name: shorten(chapterLabel(chapter), maxChoiceLength), value: refOf(chapter.id) }));
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

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
