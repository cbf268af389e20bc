import type { ComponentInteraction, ModalInteraction, Services } from '../../src/discord/command.js';
import { ephemeral } from '../../src/discord/rendering/private.js';
import type { VisibleChapter } from '../../src/release/serial/whats-out.js';
import type { Story } from '../../src/story/model.js';
import { visibleByRef } from './pick-chapter.js';
import { storyByRef } from './pick-story.js';

/** A story that a button or modal names, with what of it is out in this server. */
export interface FoundStory {
  readonly story: Story;
  readonly visible: readonly VisibleChapter[];
}

/** A chapter of it that is out. */
export interface FoundChapter extends FoundStory {
  readonly current: VisibleChapter;
}

/** How the person is told that what they are after is gone. */
type Tell = (sentence: string) => Promise<unknown>;

/** The story that a custom id names, as it is today; where it is not there any more, the person has been told. */
export async function lookUpStory(
  interaction: ComponentInteraction | ModalInteraction,
  services: Services,
  storyRef = '',
  tell: Tell = (sentence) => interaction.reply(ephemeral(sentence)),
): Promise<FoundStory | undefined> {
  await services.stories.refresh({ isHurried: true });
  const story = storyByRef(storyRef, services);
  const { availability } = services;
  if (story !== undefined && (await availability.isShown(interaction.guildId, story)))
    return { story, visible: await availability.visible(interaction.guildId, story) };
  await tell('That story is not here any more.');
  return undefined;
}

/** The chapter that a custom id names, as it is today; where it is not out here any more, the person has been told. */
export async function lookUpChapter(
  interaction: ComponentInteraction | ModalInteraction,
  services: Services,
  storyRef = '',
  chapterRef = '',
  tell: Tell = (sentence) => interaction.reply(ephemeral(sentence)),
): Promise<FoundChapter | undefined> {
  const found = await lookUpStory(interaction, services, storyRef, tell);
  if (found === undefined) return undefined;
  const current = visibleByRef(chapterRef, found.visible);
  if (current !== undefined) return { ...found, current };
  await tell('That chapter is not out here any more. `/chapters` lists those that are.');
  return undefined;
}
