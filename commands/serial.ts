import type { Command, CompletionInteraction, Services, SlashInteraction } from '../src/discord/command.js';
import { explain } from '../src/discord/rendering/explain.js';
import { ephemeral, privately } from '../src/discord/rendering/private.js';
import { serialView, statusWarnings } from '../src/discord/rendering/serial-view.js';
import { escapeMarkup } from '../src/markup/plain.js';
import type { Serial } from '../src/release/serial/serial.js';
import type { Story } from '../src/story/model.js';
import { closeStory, completeOpened, openStory } from './support/open-story.js';
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
    if (name === 'close') return closeStory(interaction, services);
    // Any story may be started, also where nobody may know of it yet.
    const story = await pickStory(interaction, services, { among: () => services.stories.stories });
    if (story === undefined) return;
    if (name === 'start') return start(interaction, story, services);
    if (name === 'open') return openStory(interaction, story, services);
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

async function change(
  name: string,
  interaction: SlashInteraction,
  story: Story,
  current: Serial,
  services: Services,
): Promise<void> {
  switch (name) {
    case 'status':
      return show(interaction, await warningsIn(interaction, services), [current], services);
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
  const warnings = await warningsIn(interaction, services);
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

async function warningsIn({ guildId }: SlashInteraction, { opened, serials, store }: Services) {
  const closed = await opened.whyUnreadable(guildId);
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
