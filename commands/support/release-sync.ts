import { MessageFlags } from 'discord.js';
import type { Command, ComponentInteraction, Services, SlashInteraction } from '../../src/discord/command.js';
import { maxOptionText, text } from '../../src/discord/rendering/components.js';
import { explain } from '../../src/discord/rendering/explain.js';
import { ephemeral, inPlace, type View } from '../../src/discord/rendering/private.js';
import { changedChaptersView, syncView } from '../../src/discord/rendering/sync-view.js';
import { escapeMarkup } from '../../src/markup/plain.js';
import type { Posting } from '../../src/release/posting/posting.js';
import { lookAfresh } from '../../src/release/serial/look-afresh.js';
import type { Serial } from '../../src/release/serial/serial.js';
import type { VisibleChapter } from '../../src/release/serial/whats-out.js';
import { changedChapters } from '../../src/release/tell-changes.js';
import { chapterLabelWithin } from '../../src/story/labels.js';
import type { Story } from '../../src/story/model.js';
import { teamView } from './for-team.js';
import { isAgeRestricted } from './mature.js';
import { pickChapter, visibleByRef } from './pick-chapter.js';
import { storyByRef } from './pick-story.js';

const notOut = 'That chapter is not out here any more.';

/** `/release sync`: shows, privately, how a released chapter's messages differ from its file. */
export async function showSync(
  interaction: SlashInteraction,
  { guildId, storyId }: Serial,
  services: Services,
): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const tell = (sentence: string) => interaction.editReply(inPlace([text(sentence)]));
  const [saving] = await lookAfresh(storyId, services.stories);
  const story = services.stories.story(storyId);
  const serial = services.serials.get(guildId, storyId);
  if (saving !== undefined) return void (await tell(explain({ kind: 'being-saved', file: saving })));
  if (story === undefined || serial === undefined) return void (await tell(notOut));
  const given = interaction.options.getString('chapter');
  const out = await released(serial, story, services);
  const named = pickChapter(given, out);
  if (given !== null && named === undefined) {
    return void (await tell('No such chapter is out here. `/chapters` lists those that are.'));
  }
  const changed = named === undefined ? await changedChapters(serial, story, services) : [named];
  const [only, ...others] = changed;
  if (only === undefined) {
    return void (await tell('Everything that is out stands as its file has it.'));
  }
  const view =
    others.length === 0
      ? await lookAt(interaction, { serial, story, chapter: only }, services)
      : changedChaptersView(
          story.id,
          changed.map(({ chapter, key }) => ({ label: chapterLabelWithin(chapter, maxOptionText), key })),
        );
  await interaction.editReply(inPlace(teamView(interaction, storyId, services, view)));
}

/** The menu and the buttons of what `/release sync` shows. */
export const syncComponents: NonNullable<Command['components']> = {
  'sync-show': async (interaction, [storyRef = ''], services) => {
    const chapterRef = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
    const found = await find(interaction, [storyRef, chapterRef], services);
    if (found === undefined) return;
    await interaction.editReply(inPlace(await lookAt(interaction, found, services)));
  },
  'sync-update': async (interaction, [storyRef = '', chapterRef = '', digest], services) => {
    const found = await find(interaction, [storyRef, chapterRef], services);
    if (found === undefined) return;
    const { serial, story, chapter } = found;
    const look = await services.updater.look(serial, story, chapter.chapter, chapter.key);
    // What was shown is what is done: where the file has changed again, that is shown first.
    const agreed =
      look.ok && 'update' in look.value && look.value.update.plan.becomes?.digest === digest ? look.value : undefined;
    const begun = agreed && (await services.updater.begin(serial, agreed));
    const view =
      begun === undefined
        ? viewOf(interaction, look)
        : begun.ok
          ? started(begun.value)
          : [text(explain(begun.failure))];
    await interaction.editReply(inPlace(view));
  },
  'sync-leave': async (interaction) => {
    await interaction.update(inPlace([text('The messages stay as they are.')]));
  },
};

/** A chapter that is out, as its file is now. */
interface Found {
  readonly serial: Serial;
  readonly story: Story;
  readonly chapter: VisibleChapter;
}

/** What came out of a story here, of which there are messages. */
async function released(serial: Serial, story: Story, services: Services): Promise<readonly VisibleChapter[]> {
  const visible = await services.availability.visible(serial.guildId, story);
  return visible.filter(({ releasedAt }) => releasedAt !== undefined);
}

async function lookAt(
  interaction: SlashInteraction | ComponentInteraction,
  { serial, story, chapter: { chapter, key } }: Found,
  services: Services,
): Promise<View> {
  return viewOf(interaction, await services.updater.look(serial, story, chapter, key));
}

function started({ label }: Posting): View {
  return [text(`**${escapeMarkup(label)}** is being brought up to date. \`/release sync\` tells how far that is.`)];
}

function viewOf(
  interaction: SlashInteraction | ComponentInteraction,
  look: Awaited<ReturnType<Services['updater']['look']>>,
): View {
  if (!look.ok) return [text(explain(look.failure))];
  const { posting } = look.value;
  const next = 'update' in look.value ? look.value.update.plan.becomes : undefined;
  // Both what stands and what would are quoted.
  const isMature = posting.mature || next?.mature === true;
  return syncView(look.value, isMature && !isAgeRestricted(interaction));
}

/** The chapter as its file is this moment; where there is none, or it is being saved, the person has been told. */
async function find(
  interaction: ComponentInteraction,
  [storyRef, chapterRef]: readonly [string, string],
  services: Services,
): Promise<Found | undefined> {
  await interaction.deferUpdate();
  const storyId = storyByRef(storyRef, services)?.id;
  const [saving] = storyId === undefined ? [] : await lookAfresh(storyId, services.stories);
  const story = storyByRef(storyRef, services);
  const serial = story && services.serials.get(interaction.guildId, story.id);
  const chapter = story && serial && visibleByRef(chapterRef, await released(serial, story, services));
  const isFresh = saving === undefined;
  if (isFresh && story !== undefined && serial !== undefined && chapter !== undefined)
    return { story, serial, chapter };
  await interaction.followUp(ephemeral(isFresh ? notOut : explain({ kind: 'being-saved', file: saving })));
  return undefined;
}
