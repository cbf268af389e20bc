import type { Command, CompletionInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { explain } from '../src/discord/rendering/explain.js';
import { ephemeral, privately } from '../src/discord/rendering/private.js';
import { serialView, statusWarnings } from '../src/discord/rendering/serial-view.js';
import { escapeMarkup } from '../src/markup/plain.js';
import type { Serial } from '../src/release/serial/serial.js';
import type { Story } from '../src/story/model.js';
import { chapterChoices, findChapter } from './support/pick-chapter.js';
import { completeStory, findStory, fittingStory, pickStory } from './support/pick-story.js';
import { serialData } from './support/serial-data.js';
import { settingsIn } from './support/serial-settings.js';
import { completeTimezone } from './support/timezones.js';

/** `/serial`: a story running in this server, from its start to its end. */
export const serial: Command = {
  data: serialData,
  help: [
    '`/serial start` — post a story here, a chapter at a time',
    '`/serial open`, `close` — let this server read all that is ready, with nothing posted',
    '`/serial status` — what runs, and what is next',
    '`/serial pause`, `resume`, `move`, `set`, `stop`',
  ],

  async execute(interaction, services) {
    const name = interaction.options.getSubcommand();
    if (name === 'status' && interaction.options.getString('story') === null) return status(interaction, services);
    if (name === 'close') return close(interaction, services);
    // Any story may be started, also where nobody may know of it yet.
    const story = await pickStory(interaction, services, { among: () => services.stories.stories });
    if (story === undefined) return;
    if (name === 'start') return start(interaction, story, services);
    if (name === 'open') return open(interaction, story, services);
    const current = services.serials.get(interaction.guildId, story.id);
    if (current === undefined) {
      await interaction.reply(ephemeral(whyNone(interaction, story, services)));
      return;
    }
    if (current.status.kind === 'stopped' && name !== 'status') {
      await interaction.reply(ephemeral(explain({ kind: 'serial-stopped', storyTitle: story.title })));
      return;
    }
    await change(name, interaction, story, current, services);
  },

  async complete(interaction, services) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'story' && interaction.options.getSubcommand() === 'close')
      return completeOpened(interaction, value, services);
    if (name === 'story') return completeStory(value, services.stories.stories);
    if (name === 'timezone') return completeTimezone(value, services.serials.inGuild(interaction.guildId));
    return completeFrom(interaction, value, services);
  },
};

function completeFrom(interaction: CompletionInteraction, typed: string, services: Services) {
  const given = interaction.options.getString('story');
  const { stories } = services.stories;
  const story = given === null ? fittingStory(interaction, stories, services) : findStory(given, stories);
  return story === undefined ? [] : chapterChoices(typed, story.chapters);
}

async function start(interaction: SlashInteraction, story: Story, services: Services): Promise<void> {
  const { options } = interaction;
  const before = services.serials.get(interaction.guildId, story.id);
  const given = options.getString('from');
  const from = given === null ? undefined : findChapter(given, story.chapters);
  if (given !== null && from === undefined) {
    await interaction.reply(ephemeral('I do not know the chapter that `from` names. Choose one from the list.'));
    return;
  }
  if (from !== undefined && before?.released.some(({ chapterId }) => chapterId === from.id)) {
    await interaction.reply(ephemeral(explain({ kind: 'chapter-out', chapter: from })));
    return;
  }
  const outcome = await services.control.start({
    guildId: interaction.guildId,
    story,
    channelId: options.getChannel('channel')?.id ?? before?.channelId ?? interaction.channelId,
    startedBy: interaction.user.id,
    settings: { roleId: options.getRole('role')?.id, alertChannelId: options.getChannel('alerts')?.id },
    from,
    ...scheduleIn(interaction),
  });
  if (!outcome.ok) {
    await interaction.reply(ephemeral(explain(outcome.failure)));
    return;
  }
  await show(interaction, `**${escapeMarkup(story.title)}** runs.`, [outcome.value], services);
}

async function open(interaction: SlashInteraction, story: Story, services: Services): Promise<void> {
  const { guildId, user } = interaction;
  const title = `**${escapeMarkup(story.title)}**`;
  // What such a serial has not released must not be read.
  const isUnreadable =
    services.serials.get(guildId, story.id) === undefined &&
    services.serials.whyHeldBack({ guildId, storyId: story.id }) !== undefined;
  const outcome = isUnreadable ? undefined : await services.control.open(guildId, story, user.id);
  if (outcome === undefined || !outcome.ok) {
    await interaction.reply(
      ephemeral(outcome === undefined ? whyNone(interaction, story, services) : explain(outcome.failure)),
    );
    return;
  }
  const { length } = await services.availability.visible(guildId, story);
  const lead = outcome.value
    ? `${title} is open: everybody here can read`
    : `${title} is open already: everybody here can read`;
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

async function completeOpened({ guildId }: CompletionInteraction, typed: string, services: Services) {
  return completeStory(typed, await openedIn(guildId, services));
}

async function close(interaction: SlashInteraction, services: Services): Promise<void> {
  const { guildId, options } = interaction;
  await services.stories.refresh();
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

async function change(
  name: string,
  interaction: SlashInteraction,
  story: Story,
  current: Serial,
  services: Services,
): Promise<void> {
  switch (name) {
    case 'status':
      return show(interaction, warningsIn(interaction, services), [current], services);
    case 'pause': {
      const outcome = await services.control.pause(current, interaction.options.getString('until') ?? undefined);
      if (outcome.ok) return show(interaction, 'Paused.', [outcome.value], services);
      await interaction.reply(ephemeral(explain(outcome.failure)));
      return;
    }
    case 'resume':
      if (current.status.kind === 'running') return show(interaction, 'It runs already.', [current], services);
      return show(interaction, 'It goes on.', [await services.control.resume(current)], services);
    case 'move': {
      const channelId = interaction.options.getChannel('channel')?.id;
      const outcome = await services.control.move(current, story, { channelId, ...scheduleIn(interaction) });
      if (outcome.ok) return show(interaction, 'Moved.', [outcome.value], services);
      await interaction.reply(ephemeral(explain(outcome.failure)));
      return;
    }
    case 'set':
      return set(interaction, story, current, services);
    default:
      return show(interaction, 'Stopped. What is out stays out.', [await services.control.stop(current)], services);
  }
}

async function set(interaction: SlashInteraction, story: Story, current: Serial, services: Services): Promise<void> {
  const wanted = settingsIn(interaction);
  if (typeof wanted === 'string') {
    await interaction.reply(ephemeral(wanted));
    return;
  }
  const outcome = await services.control.set(current, story, wanted);
  if (outcome.ok) return show(interaction, 'Changed.', [outcome.value], services);
  await interaction.reply(ephemeral(explain(outcome.failure)));
}

async function status(interaction: SlashInteraction, services: Services): Promise<void> {
  const serials = services.serials.inGuild(interaction.guildId);
  const warnings = warningsIn(interaction, services);
  if (serials.length > 0 || warnings !== undefined) return show(interaction, warnings, serials, services);
  await interaction.reply(ephemeral('No story runs in this server yet. Start one with `/serial start`.'));
}

async function show(
  interaction: SlashInteraction,
  lead: string | undefined,
  serials: readonly Serial[],
  services: Services,
): Promise<void> {
  const shown = await Promise.all(
    serials.map(async (one) => ({
      serial: one,
      story: services.stories.story(one.storyId),
      posting: await underWay(one, services),
      waiting: services.releaser.whyWaiting(one),
      ...(await outlookOf(one, services)),
    })),
  );
  await interaction.reply(privately(serialView(lead, shown)));
}

function warningsIn({ guildId }: SlashInteraction, { opened, serials, store }: Services): string | undefined {
  const closed = opened.whyUnreadable(guildId);
  return statusWarnings(store.trouble(), serials.unreadable(guildId), closed);
}

/** Why there is no serial to do it to: a story has none here, or one that cannot be read. */
function whyNone({ guildId }: SlashInteraction, story: Story, { serials }: Services): string {
  const why = serials.whyHeldBack({ guildId, storyId: story.id });
  const warning = why === undefined ? undefined : statusWarnings(undefined, [why]);
  return warning ?? explain({ kind: 'no-serial', storyTitle: story.title });
}

/** What is to come, and why that is held back: a journal that cannot be read is told of, and hides no other serial. */
async function outlookOf(serial: Serial, { availability, serials }: Services) {
  const known = serials.whyHeldBack(serial);
  try {
    return { outlook: await availability.outlook(serial, 3), heldBack: known };
  } catch (error) {
    return { outlook: undefined, heldBack: known ?? (error instanceof Error ? error.message : String(error)) };
  }
}

/** A journal that cannot be read is no reason to show nothing: it holds the serial back, which is shown. */
async function underWay({ current, guildId, storyId }: Serial, { journals }: Services) {
  if (current === undefined) return undefined;
  return journals.journal(guildId, storyId, current.chapterId).catch(() => undefined);
}

function scheduleIn({ options }: SlashInteraction) {
  return {
    day: options.getString('day') ?? undefined,
    time: options.getString('time') ?? undefined,
    timezone: options.getString('timezone') ?? undefined,
    cron: options.getString('cron') ?? undefined,
  };
}
