import { ButtonStyle } from 'discord.js';
import type {
  Command,
  ComponentInteraction,
  ModalInteraction,
  Services,
  SlashInteraction,
} from '../src/discord/command.js';
import { button, row, text } from '../src/discord/rendering/components.js';
import { encodeCustomId } from '../src/discord/rendering/custom-id.js';
import { ephemeral, inPlace, privately, type View } from '../src/discord/rendering/private.js';
import { savedReviewView } from '../src/discord/rendering/review-list.js';
import { reviewFields, reviewModal } from '../src/discord/rendering/review-modal.js';
import { when } from '../src/discord/rendering/time.js';
import { maxReviewLength, type ReviewDraft, type ReviewSubject, ratings } from '../src/feedback/reviews.js';
import type { VisibleChapter } from '../src/release/serial/whats-out.js';
import { chapterLabel } from '../src/story/labels.js';
import type { Story } from '../src/story/model.js';
import { refOf } from '../src/story/ref.js';
import { completeTarget } from './support/complete-target.js';
import { giveBack, keepOrGiveBack } from './support/give-back.js';
import { type FoundChapter, lookUpChapter } from './support/look-up.js';
import { chapterOption, noChapterHere, visibleByRef } from './support/pick-chapter.js';
import { storyByRef, storyOption } from './support/pick-story.js';
import { pickTarget } from './support/pick-target.js';
import { serverOnly } from './support/server-only.js';

/** `/review`: a form in which a reader writes, changes or deletes their review of a chapter. */
export const review: Command = {
  data: {
    name: 'review',
    description: 'Write a review of a chapter, or change yours; without a chapter, of the newest',
    ...serverOnly,
    options: [chapterOption, storyOption],
  },
  help: ['`/review` — tell the author what you think; only one per chapter, and you may change it'],

  async execute(interaction, services) {
    const target = await pickTarget(interaction, services);
    if (target === undefined) return;
    const { story, visible, named = visible.at(-1) } = target;
    if (named === undefined) await interaction.reply(ephemeral(noChapterHere(visible)));
    else await ask(interaction, story, named, services);
  },

  complete: completeTarget,

  components: {
    /** From the buttons below a release, and from a reader's own review. */
    review: async (interaction, [storyRef, chapterRef], services) => {
      const found = await lookUpChapter(interaction, services, storyRef, chapterRef);
      if (found !== undefined) await ask(interaction, found.story, found.current, services);
    },
    /** Asks once more: there is no way back. One's own words can be taken back also where the story cannot be read any more. */
    'review-delete': async (interaction, refs, services) => {
      const subject = await ownReview(interaction, refs, services);
      await interaction.reply(
        subject === undefined ? ephemeral(sentences.goneAlready) : privately(deletionView(subject)),
      );
    },
    'review-delete-now': async (interaction, refs, services) => {
      const subject = await ownReview(interaction, refs, services);
      const existed = subject !== undefined && (await services.feedback.reviews.delete(subject));
      await interaction.update(inPlace([text(existed ? sentences.deleted : sentences.goneAlready)]));
    },
    'review-keep': async (interaction) => {
      await interaction.update(inPlace([text(sentences.kept)]));
    },
  },

  modals: {
    review: async (interaction, [storyRef, chapterRef], services) => {
      const draft = draftIn(interaction);
      // A chapter may go while its form is open.
      const refuse = (why: string) => giveBack(interaction, why, draft.text);
      const found = await lookUpChapter(interaction, services, storyRef, chapterRef, refuse);
      if (found !== undefined) await save(interaction, found, draft, services);
    },
  },
};

const sentences = {
  empty: 'There was neither a word nor a rating in it, so I kept nothing. `/review` opens the form again.',
  tooLong: `A review may have ${maxReviewLength.toLocaleString('en')} characters at most. Please shorten it a little.`,
  deleted: 'Your review is deleted.',
  goneAlready: 'There is no review of yours any more.',
  kept: 'Your review stays as it is.',
} as const;

async function ask(
  interaction: SlashInteraction | ComponentInteraction,
  story: Story,
  current: VisibleChapter,
  services: Services,
): Promise<void> {
  const earlier = await services.feedback.reviews.get(subjectOf(interaction, story, current));
  const customId = encodeCustomId('review', refOf(story.id), refOf(current.key));
  await interaction.showModal(reviewModal(customId, chapterLabel(current.chapter), earlier));
}

async function save(
  interaction: ModalInteraction,
  { story, current }: FoundChapter,
  draft: ReviewDraft,
  services: Services,
): Promise<void> {
  const outcome = await keepOrGiveBack(interaction, draft.text, () =>
    services.feedback.reviews.save(subjectOf(interaction, story, current), draft),
  );
  switch (outcome.kind) {
    case 'empty':
      await interaction.reply(ephemeral(sentences.empty));
      return;
    case 'too-long':
      return giveBack(interaction, sentences.tooLong, draft.text);
    case 'too-soon':
      return giveBack(interaction, tooSoon(outcome.until), draft.text);
    case 'saved':
      await interaction.reply(privately(savedReviewView(outcome.review, chapterLabel(current.chapter), outcome.isNew)));
  }
}

function tooSoon(until: number): string {
  return `You changed this review a moment ago, so it stays as it was. You may change it again ${when(until, 'R')}.`;
}

function draftIn({ fields }: ModalInteraction): ReviewDraft {
  const [given] = fields.getStringSelectValues(reviewFields.rating);
  return {
    text: fields.getTextInputValue(reviewFields.text),
    rating: ratings.find((rating) => `${rating}` === given),
    spoilers: fields.getCheckbox(reviewFields.spoilers),
  };
}

/** The review of the member who acts: nobody can name somebody else's. */
function subjectOf(
  interaction: SlashInteraction | ComponentInteraction | ModalInteraction,
  story: Story,
  current: VisibleChapter,
): ReviewSubject {
  return { guildId: interaction.guildId, storyId: story.id, chapterKey: current.key, userId: interaction.user.id };
}

/** The review that a button names, of the member who acts, whether its story can be read here now or not. */
async function ownReview(
  { guildId, user }: ComponentInteraction,
  [storyRef = '', chapterRef = '']: readonly string[],
  services: Services,
): Promise<ReviewSubject | undefined> {
  const story = storyByRef(storyRef, services);
  if (story === undefined) return undefined;
  const visible = await services.availability.visible(guildId, story);
  const key = visibleByRef(chapterRef, visible)?.key ?? story.chapters.find(({ id }) => refOf(id) === chapterRef)?.id;
  return key === undefined ? undefined : { guildId, storyId: story.id, chapterKey: key, userId: user.id };
}

function deletionView({ chapterKey, storyId }: ReviewSubject): View {
  return [
    text('Delete your review of this chapter for good?'),
    row(
      button(encodeCustomId('review-delete-now', refOf(storyId), refOf(chapterKey)), 'Delete', ButtonStyle.Danger),
      button(encodeCustomId('review-keep'), 'Keep it'),
    ),
  ];
}
