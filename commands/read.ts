import type { Command, ComponentInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { ephemeral, inPlace, privately } from '../src/discord/rendering/private.js';
import { gateView, notesView, type ReaderState, readerView } from '../src/discord/rendering/reader-view.js';
import { chapterBody } from '../src/pieces/compose.js';
import { layOut } from '../src/reading/laid-out.js';
import { pageAt } from '../src/reading/pages.js';
import { decodeSpot, type Spot, spotAt } from '../src/reading/spot.js';
import type { VisibleChapter } from '../src/release/serial/whats-out.js';
import { isMature } from '../src/story/labels.js';
import type { Story } from '../src/story/model.js';
import { completeTarget } from './support/complete-target.js';
import { lookUpChapter } from './support/look-up.js';
import { matureSentence, withholds } from './support/mature.js';
import { chapterOption, noChapterHere } from './support/pick-chapter.js';
import { storyOption } from './support/pick-story.js';
import { pickTarget } from './support/pick-target.js';
import { serverOnly } from './support/server-only.js';

/** `/read`: the private reader, with its buttons and its chapter menu. */
export const read: Command = {
  data: {
    name: 'read',
    description: 'Read a chapter privately, or go on where you stopped',
    ...serverOnly,
    options: [chapterOption, storyOption],
  },
  help: ['`/read` — read privately, from where you stopped; `/read chapter:2` for a certain one'],

  async execute(interaction, services) {
    const target = await pickTarget(interaction, services);
    if (target === undefined) return;
    const { named, story, visible } = target;
    const start =
      named === undefined ? await whereTheyStopped(interaction, story, visible, services) : { current: named };
    if (start === undefined) await interaction.reply(ephemeral(noChapterHere(visible)));
    else await open(interaction, story, visible, start, services);
  },

  complete: completeTarget,

  components: {
    /** A page of a chapter, in the place of the one shown. */
    'read-page': (interaction, [story, chapter, spot], services) =>
      turn(interaction, services, { story, chapter, spot: decodeSpot(spot ?? '') }),
    /** The beginning of another chapter, in the place of the page shown. */
    'read-chapter': (interaction, [story, chapter], services) => turn(interaction, services, { story, chapter }),
    'read-menu': (interaction, [story], services) =>
      turn(interaction, services, {
        story,
        chapter: interaction.isStringSelectMenu() ? interaction.values[0] : undefined,
      }),
    'read-notes': (interaction, [story, chapter, page], services) =>
      turn(interaction, services, { story, chapter, notesPage: Number.parseInt(page ?? '', 10) || 0 }),
    /** From the buttons below a release: a reader of its own. */
    'read-release': async (interaction, [storyRef, chapterRef], services) => {
      const found = await lookUpChapter(interaction, services, storyRef, chapterRef);
      if (found !== undefined)
        await open(interaction, found.story, found.visible, { current: found.current }, services);
    },
  },
};

/** A chapter and where in it to begin; without a spot, at its beginning. */
interface Start {
  readonly current: VisibleChapter;
  readonly spot?: Spot;
}

async function whereTheyStopped(
  interaction: SlashInteraction,
  story: Story,
  visible: readonly VisibleChapter[],
  services: Services,
): Promise<Start | undefined> {
  const place = await services.places.get(interaction.user.id, story.id);
  const current = visible.find(({ key }) => key === place?.chapterKey);
  if (current !== undefined && place !== undefined) return { current, spot: place.spot };
  const [first] = visible;
  return first && { current: first };
}

/** Answers with a reader of the person's own. */
async function open(
  interaction: SlashInteraction | ComponentInteraction,
  story: Story,
  visible: readonly VisibleChapter[],
  { current, spot }: Start,
  services: Services,
): Promise<void> {
  if (withholds(interaction, story, current.chapter)) {
    await interaction.reply(ephemeral(matureSentence(interaction, story, services)));
    return;
  }
  const state = stateOf(story, visible, current, spot);
  const gated = isMature(story, current.chapter) && spot === undefined;
  await interaction.reply(privately(gated ? gateView(state) : readerView(state)));
  if (!gated) await remember(interaction, state, services);
}

/** Where a button leads: to a spot of a chapter, to a page of its notes, or with neither to its beginning. */
interface Turn {
  readonly story: string | undefined;
  readonly chapter: string | undefined;
  readonly spot?: Spot;
  readonly notesPage?: number;
}

/** Puts another page, chapter or gate in the place of what is shown. */
async function turn(interaction: ComponentInteraction, services: Services, to: Turn): Promise<void> {
  const found = await lookUpChapter(interaction, services, to.story, to.chapter);
  if (found === undefined) return;
  const { story, visible, current } = found;
  if (withholds(interaction, story, current.chapter)) {
    await interaction.reply(ephemeral(matureSentence(interaction, story, services)));
    return;
  }
  const state = stateOf(story, visible, current, to.spot);
  if (to.notesPage !== undefined) {
    await interaction.update(inPlace(notesView(state, to.notesPage)));
    return;
  }
  const gated = isMature(story, current.chapter) && to.spot === undefined;
  await interaction.update(inPlace(gated ? gateView(state) : readerView(state)));
  if (!gated) await remember(interaction, state, services);
}

function stateOf(
  story: Story,
  visible: readonly VisibleChapter[],
  current: VisibleChapter,
  spot: Spot | undefined,
): ReaderState {
  const { body, composition, pages } = layOut(story, current.chapter);
  const pageIndex = spot === undefined ? 0 : pageAt(spot, body, pages);
  return { story, visible, current, composition, pages, pageIndex };
}

/** Keeps the place and counts the reader, after the answer: it must not make them wait. */
async function remember(
  interaction: SlashInteraction | ComponentInteraction,
  { story, current, composition, pages, pageIndex }: ReaderState,
  services: Services,
): Promise<void> {
  const spot = pages[pageIndex]?.spot ?? spotAt(0, chapterBody(composition));
  const now = services.clock.now().getTime();
  await services.places.keep(interaction.user.id, story.id, { chapterKey: current.key, spot, at: now });
  await services.feedback.readers.note(interaction.guildId, story.id, current.key, interaction.user.id);
}
