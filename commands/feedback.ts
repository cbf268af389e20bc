import { PermissionFlagsBits } from 'discord.js';
import type { Command, ComponentInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { type AskedPage, askedPage, choosePage } from '../src/discord/rendering/block-pages.js';
import { inPlace, type View } from '../src/discord/rendering/private.js';
import { chapterReportView, overviewPage, overviewView } from '../src/discord/rendering/report-view.js';
import {
  suggestionBlocks,
  suggestionListView,
  suggestionPageLimits,
} from '../src/discord/rendering/suggestion-list.js';
import { reportChapter, reportStory, reportSums } from '../src/feedback/report.js';
import { postedMessages } from '../src/release/posting/posted-messages.js';
import { type StandingPiece, standingPieces } from '../src/release/posting/posting.js';
import type { VisibleChapter } from '../src/release/serial/whats-out.js';
import { chapterLabel } from '../src/story/labels.js';
import type { Story } from '../src/story/model.js';
import { completeTarget } from './support/complete-target.js';
import { forTeam } from './support/for-team.js';
import { inBlocks } from './support/in-blocks.js';
import { type FoundStory, lookUpChapter, lookUpStory } from './support/look-up.js';
import { pageIn } from './support/page-in.js';
import { chapterOption } from './support/pick-chapter.js';
import { storyOption } from './support/pick-story.js';
import { pickTarget } from './support/pick-target.js';
import { serverOnly } from './support/server-only.js';

/** `/feedback`: what readers gave back, for those who run the story. */
export const feedback: Command = {
  data: {
    name: 'feedback',
    description: 'See what readers gave back: readers, reactions, reviews, suggestions',
    ...serverOnly,
    default_member_permissions: `${PermissionFlagsBits.ManageGuild}`,
    options: [chapterOption, storyOption],
  },
  help: ['`/feedback` — readers, reactions, reviews and suggestions'],

  async execute(interaction, services) {
    const target = await pickTarget(interaction, services);
    if (target === undefined) return;
    const { named, story } = target;
    const view =
      named === undefined
        ? await overview(interaction, target, 0, services)
        : await chapterReport(interaction, story, named, 0, services);
    await interaction.reply(forTeam(interaction, story.id, services, view));
  },

  complete: completeTarget,

  components: {
    feedback: async (interaction, [storyRef, page], services) => {
      const found = await lookUpStory(interaction, services, storyRef);
      if (found === undefined) return;
      await interaction.update(inPlace(await overview(interaction, found, pageIn(page), services)));
    },
    'feedback-menu': async (interaction, [storyRef], services) => {
      const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
      await showChapter(interaction, storyRef, chosen, 0, services);
    },
    'feedback-chapter': (interaction, [storyRef, chapterRef, page], services) =>
      showChapter(interaction, storyRef, chapterRef, pageIn(page), services),
    'feedback-suggestions': async (interaction, [storyRef, page], services) => {
      const found = await lookUpStory(interaction, services, storyRef);
      if (found === undefined) return;
      await interaction.update(inPlace(await suggestionList(interaction, found.story, askedPage(page), services)));
    },
  },
};

async function showChapter(
  interaction: ComponentInteraction,
  storyRef: string | undefined,
  chapterRef: string | undefined,
  page: number,
  services: Services,
): Promise<void> {
  const found = await lookUpChapter(interaction, services, storyRef, chapterRef);
  if (found === undefined) return;
  await interaction.update(inPlace(await chapterReport(interaction, found.story, found.current, page, services)));
}

async function overview(
  { guildId }: SlashInteraction | ComponentInteraction,
  { story, visible }: FoundStory,
  page: number,
  services: Services,
): Promise<View> {
  const subject = { guildId, storyId: story.id };
  const { feedback } = services;
  const shown = overviewPage(visible, page);
  const posted = postedMessages(subject, services.serials.get(guildId, story.id), services.journals);
  const [totals, newest, items] = await Promise.all([
    feedback.ofStory(
      subject,
      visible.map(({ key }) => key),
      posted,
    ),
    take(feedback.suggestions.ofStory(subject).older(), shownSuggestions),
    Promise.all(
      shown.items.map(async ({ key, chapter }) => {
        const sums = await feedback.sumsOf({ ...subject, chapterKey: key }, posted);
        return { key, name: chapterLabel(chapter), report: reportSums(sums) };
      }),
    ),
  ]);
  return overviewView({
    story,
    chapters: { ...shown, items },
    totals: reportStory(totals),
    suggestions: newest.map(({ fact }) => fact),
  });
}

/** Suggestions that the overview shows; the others are a button away. */
const shownSuggestions = 2;

async function chapterReport(
  { guildId }: SlashInteraction | ComponentInteraction,
  story: Story,
  { key, chapter }: VisibleChapter,
  page: number,
  services: Services,
): Promise<View> {
  const pieces = await standing(guildId, story, key, services);
  const given = await services.feedback.ofChapter(
    { guildId, storyId: story.id, chapterKey: key },
    pieces.map(({ messageId }) => messageId),
  );
  const links = pieces.map(
    ({ channelId, messageId }) => `https://discord.com/channels/${guildId}/${channelId}/${messageId}`,
  );
  return chapterReportView(story, { key, name: chapterLabel(chapter), report: reportChapter(given) }, links, page);
}

async function suggestionList(
  { guildId }: ComponentInteraction,
  story: Story,
  asked: AskedPage,
  { feedback: { suggestions } }: Services,
): Promise<View> {
  const subject = { guildId, storyId: story.id };
  const [total, page] = await Promise.all([
    suggestions.count(subject),
    choosePage(inBlocks(suggestions.ofStory(subject), suggestionBlocks), suggestionPageLimits, asked),
  ]);
  return suggestionListView(story, total, page);
}

/** The pieces of a chapter that stand. */
async function standing(
  guildId: string,
  story: Story,
  chapterKey: string,
  { journals }: Services,
): Promise<readonly StandingPiece[]> {
  const journal = await journals.journal(guildId, story.id, chapterKey);
  return journal === undefined ? [] : standingPieces(journal);
}

async function take<T>(items: AsyncIterable<T>, count: number): Promise<readonly T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length === count) break;
  }
  return taken;
}
