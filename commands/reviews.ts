import { PermissionFlagsBits } from 'discord.js';
import type { Command, ComponentInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { type AskedPage, askedPage, choosePage } from '../src/discord/rendering/block-pages.js';
import { ephemeral, inPlace, privately, type View } from '../src/discord/rendering/private.js';
import { maySee, type Onlooker, type ReviewBlock, reviewBlocks } from '../src/discord/rendering/review-block.js';
import { reviewListView, reviewPageLimits } from '../src/discord/rendering/review-list.js';
import { reportReviews } from '../src/feedback/report.js';
import type { Review } from '../src/feedback/reviews.js';
import type { VisibleChapter } from '../src/release/serial/whats-out.js';
import { chapterLabel } from '../src/story/labels.js';
import { completeTarget } from './support/complete-target.js';
import { inBlocks } from './support/in-blocks.js';
import { type FoundChapter, type FoundStory, lookUpChapter, lookUpStory } from './support/look-up.js';
import { matureSentence, withholds } from './support/mature.js';
import { chapterOption } from './support/pick-chapter.js';
import { storyOption } from './support/pick-story.js';
import { pickTarget } from './support/pick-target.js';
import { serverOnly } from './support/server-only.js';

/** `/reviews`: what readers wrote, newest first; moderators hide and show. */
export const reviews: Command = {
  data: {
    name: 'reviews',
    description: 'Read the reviews of a chapter or of the whole story',
    ...serverOnly,
    options: [chapterOption, storyOption],
  },
  help: ['`/reviews` — what others think'],

  async execute(interaction, services) {
    const target = await pickTarget(interaction, services);
    if (target === undefined) return;
    const { named, story } = target;
    if (named !== undefined && withholds(interaction, story, named.chapter)) {
      await interaction.reply(ephemeral(matureSentence(interaction, story, services)));
      return;
    }
    await interaction.reply(privately(await list(interaction, target, named, { index: 0 }, services)));
  },

  complete: completeTarget,

  components: {
    /** Another page, in the place of what is shown; an empty chapter means the whole story. */
    reviews: async (interaction, [storyRef, chapterRef = '', page], services) => {
      if (chapterRef === '') {
        const found = await lookUpStory(interaction, services, storyRef);
        if (found === undefined) return;
        await interaction.update(inPlace(await list(interaction, found, undefined, askedPage(page), services)));
      } else {
        const found = await lookUpShown(interaction, services, storyRef, chapterRef);
        if (found === undefined) return;
        await interaction.update(inPlace(await list(interaction, found, found.current, askedPage(page), services)));
      }
    },
    'review-hide': (interaction, args, services) => moderate(interaction, args, services, 'hide'),
    'review-show': (interaction, args, services) => moderate(interaction, args, services, 'show'),
  },
};

/** Hides a review or shows it again, and the page with it; the permission is looked at anew. */
async function moderate(
  interaction: ComponentInteraction,
  [storyRef, chapterRef, userId, scope, page]: readonly string[],
  services: Services,
  action: 'hide' | 'show',
): Promise<void> {
  if (!onlooker(interaction).moderates) {
    await interaction.reply(ephemeral('Hiding reviews takes the permission **Manage Messages**.'));
    return;
  }
  const found = await lookUpShown(interaction, services, storyRef, chapterRef);
  if (found === undefined) return;
  const { story, current } = found;
  const subject = { guildId: interaction.guildId, storyId: story.id, chapterKey: current.key, userId: userId ?? '' };
  const changed =
    action === 'hide'
      ? await services.feedback.reviews.hide(subject, interaction.user.id)
      : await services.feedback.reviews.show(subject);
  if (changed === undefined) {
    await interaction.reply(ephemeral('That review is not there any more: whoever wrote it has deleted it.'));
    return;
  }
  const listed = scope === 's' ? undefined : current;
  await interaction.update(inPlace(await list(interaction, found, listed, askedPage(page), services)));
}

/** The chapter that a button names; where its reviews are not shown here, the person has been told. */
async function lookUpShown(
  interaction: ComponentInteraction,
  services: Services,
  storyRef?: string,
  chapterRef?: string,
): Promise<FoundChapter | undefined> {
  const found = await lookUpChapter(interaction, services, storyRef, chapterRef);
  if (found === undefined || !withholds(interaction, found.story, found.current.chapter)) return found;
  await interaction.reply(ephemeral(matureSentence(interaction, found.story, services)));
  return undefined;
}

/** A page of the reviews of `current`, or of all chapters that are out here. */
async function list(
  interaction: SlashInteraction | ComponentInteraction,
  { story, visible }: FoundStory,
  current: VisibleChapter | undefined,
  asked: AskedPage,
  services: Services,
): Promise<View> {
  const { reviews: written } = services.feedback;
  const subject = { guildId: interaction.guildId, storyId: story.id };
  const shown = visible.filter(({ chapter }) => !withholds(interaction, story, chapter));
  const keys = shown.map(({ key }) => key);
  const names = new Map(shown.map(({ key, chapter }) => [key, chapter]));
  const who = onlooker(interaction);
  const layOut = (review: Review): readonly ReviewBlock[] => {
    const chapter = names.get(review.chapterKey);
    if (chapter === undefined || !maySee(review, who)) return [];
    return reviewBlocks(review, current === undefined ? chapterLabel(chapter) : undefined, who);
  };
  const inChapter = current && { ...subject, chapterKey: current.key };
  const listing = inChapter === undefined ? written.ofStory(subject, keys) : written.ofChapter(inChapter);
  const [counts, page] = await Promise.all([
    inChapter === undefined ? written.countsIn(subject, keys) : written.counts(inChapter),
    choosePage(inBlocks(listing, layOut), reviewPageLimits, asked),
  ]);
  return reviewListView({
    storyId: story.id,
    chapterKey: current?.key,
    name: current === undefined ? story.title : chapterLabel(current.chapter),
    summary: reportReviews(counts),
    isPartial: current === undefined && shown.length < visible.length,
    page,
    onlooker: who,
  });
}

function onlooker({ member, user }: SlashInteraction | ComponentInteraction): Onlooker {
  // In the whole server: a member who may delete messages in one channel moderates nobody else's reviews.
  return { userId: user.id, moderates: member.permissions.has(PermissionFlagsBits.ManageMessages) };
}
