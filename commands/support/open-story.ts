import type { Choice, CompletionInteraction, Services, SlashInteraction } from '../../src/discord/command.js';
import { explain } from '../../src/discord/rendering/explain.js';
import { ephemeral } from '../../src/discord/rendering/private.js';
import { statusWarnings } from '../../src/discord/rendering/serial-view.js';
import { escapeMarkup } from '../../src/markup/plain.js';
import type { Story } from '../../src/story/model.js';
import { completeStory, findStory } from './pick-story.js';

/** `/serial open`: lets the server read all of a story that is ready. */
export async function openStory(interaction: SlashInteraction, story: Story, services: Services): Promise<void> {
  const { guildId, user } = interaction;
  const title = `**${escapeMarkup(story.title)}**`;
  const { serials } = services;
  const isThere = serials.get(guildId, story.id) !== undefined;
  const unreadable = isThere ? undefined : serials.whyHeldBack({ guildId, storyId: story.id });
  if (unreadable !== undefined) {
    // What such a serial has not released must not be read.
    await interaction.reply(ephemeral(statusWarnings(undefined, [unreadable]) ?? ''));
    return;
  }
  const outcome = await services.control.open(guildId, story, user.id);
  if (!outcome.ok) {
    await interaction.reply(ephemeral(explain(outcome.failure)));
    return;
  }
  const { length } = await services.availability.visible(guildId, story);
  const lead = `${title} is open${outcome.value ? '' : ' already'}: everybody here can read`;
  const what = length === 1 ? 'its chapter that is ready' : `its ${length} chapters that are ready`;
  await interaction.reply(
    ephemeral(
      `${lead} ${what}, with \`/read\`, and each further one as soon as it is. Nothing is posted. \`/serial close\` ends that.`,
    ),
  );
}

/** What was opened in a server, also where it is not in the chapters folder any more: that must be closed before it comes back. */
async function openedIn(guildId: string, { opened, stories }: Services) {
  const ids = await opened.inGuild(guildId);
  return ids.map((id) => ({ id, title: stories.story(id)?.title ?? id }));
}

/** Completes the option `story` of `/serial close`. */
export async function completeOpened(
  { guildId }: CompletionInteraction,
  typed: string,
  services: Services,
): Promise<readonly Choice[]> {
  return completeStory(typed, await openedIn(guildId, services));
}

/** `/serial close`: ends that. */
export async function closeStory(interaction: SlashInteraction, services: Services): Promise<void> {
  const { guildId, options } = interaction;
  await services.stories.refresh({ isHurried: true });
  const opened = await openedIn(guildId, services);
  const given = options.getString('story');
  const story = given === null && opened.length === 1 ? opened[0] : findStory(given ?? '', opened);
  if (story === undefined) {
    await interaction.reply(ephemeral(whatIsOpen(opened)));
    return;
  }
  await services.control.close(guildId, story.id);
  const isOut = services.serials.get(guildId, story.id) !== undefined;
  const left = isOut
    ? 'What its serial released can still be read.'
    : 'Nobody here can read it any more; places and reviews are kept.';
  await interaction.reply(ephemeral(`**${escapeMarkup(story.title)}** is closed. ${left}`));
}

function whatIsOpen(opened: readonly { readonly title: string }[]): string {
  if (opened.length === 0) return 'No story is open here; `/serial open` opens one.';
  const titles = opened.slice(0, 10).map(({ title }) => `**${escapeMarkup(title)}**`);
  return `Which one shall I close? Open here: ${titles.join(', ')}. Name it with the option \`story\`.`;
}
