import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type MessageComponentInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, Services, SlashInteraction } from '../src/discord/command.js';
import { text } from '../src/discord/rendering/components.js';
import { explain } from '../src/discord/rendering/explain.js';
import { previewView } from '../src/discord/rendering/preview-view.js';
import { ephemeral, inPlace } from '../src/discord/rendering/private.js';
import { retracted, retractQuestion } from '../src/discord/rendering/retract-view.js';
import { notRunning } from '../src/discord/rendering/team.js';
import { when } from '../src/discord/rendering/time.js';
import { escapeMarkup } from '../src/markup/plain.js';
import { releaseNow, retryRelease } from '../src/release/release-now.js';
import type { Serial } from '../src/release/serial/serial.js';
import { chapterLabel } from '../src/story/labels.js';
import type { Story } from '../src/story/model.js';
import { refOf } from '../src/story/ref.js';
import { completeTarget } from './support/complete-target.js';
import { forTeam } from './support/for-team.js';
import { matureSentence, withholds } from './support/mature.js';
import { pageIn } from './support/page-in.js';
import { chapterOption } from './support/pick-chapter.js';
import { pickStory, storyByRef, storyOption } from './support/pick-story.js';
import { showSync, syncComponents } from './support/release-sync.js';
import { serverOnly } from './support/server-only.js';

/** `/release`: the next chapter now, looked at, put off; what is out brought up to date, or the last one taken back. */
export const release: Command = {
  data: {
    name: 'release',
    description: 'Post the next chapter now or look at it first, skip a slot, update or take back what is out',
    ...serverOnly,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      subcommand('now', 'Post the next chapter now'),
      subcommand('retry', 'Go on with a release that stopped because something was in the way'),
      subcommand('preview', 'See, privately, what would be posted next'),
      subcommand('skip', 'Let the next slot pass without a chapter'),
      subcommand(
        'sync',
        'Show how a chapter that is out differs from its file, and update its messages',
        chapterOption,
      ),
      subcommand('retract', 'Delete the last release and make its chapter unreleased'),
    ],
  },
  help: ['`/release preview`, `now`, `retry`, `skip`, `sync`, `retract`'],

  async execute(interaction, services) {
    const story = await pickStory(interaction, services);
    if (story === undefined) return;
    const serial = services.serials.get(interaction.guildId, story.id);
    if (serial === undefined) {
      await interaction.reply(ephemeral(explain({ kind: 'no-serial', storyTitle: story.title })));
      return;
    }
    switch (interaction.options.getSubcommand()) {
      case 'now':
        return postNow(interaction, serial, services);
      case 'retry':
        return retry(interaction, serial, services);
      case 'preview':
        return preview(interaction, serial, story, services);
      case 'skip':
        return skip(interaction, serial, services);
      case 'sync':
        return showSync(interaction, serial, services);
      default:
        return askToRetract(interaction, serial, story, services);
    }
  },

  complete: completeTarget,

  anywhere: {
    'late-post': async (interaction, args, services) => {
      const found = await lateCase(interaction, args, services);
      if (found === undefined) return;
      await interaction.deferUpdate();
      const outcome = await releaseNow(found.serial, services);
      const content = outcome.ok
        ? `**${escapeMarkup(chapterLabel(outcome.value))}** is on its way to <#${found.serial.channelId}>.`
        : explain(outcome.failure);
      await interaction.editReply({ content, components: [] });
    },
    'late-pass': async (interaction, args, services) => {
      const found = await lateCase(interaction, args, services);
      if (found === undefined) return;
      await services.control.letPass(found.serial, found.slotAt);
      await interaction.update({ content: 'It passes. The chapter comes out at the next slot.', components: [] });
    },
  },

  components: {
    'release-preview': async (interaction, [storyRef, chapterRef, page], services) => {
      const story = storyByRef(storyRef ?? '', services);
      const serial = story && services.serials.get(interaction.guildId, story.id);
      const next = serial && (await services.availability.next(serial));
      const chapter = next !== undefined && 'chapter' in next ? next.chapter : undefined;
      if (story === undefined || serial === undefined || chapter === undefined || refOf(chapter.id) !== chapterRef) {
        await interaction.reply(
          ephemeral('That chapter is not the next one any more. `/release preview` shows the one that is.'),
        );
        return;
      }
      if (withholds(interaction, story, chapter)) {
        await interaction.reply(ephemeral(matureSentence(interaction, story, services)));
        return;
      }
      await interaction.update(inPlace(previewView(story, chapter, serial.layout, pageIn(page))));
    },
    'release-retract': async (interaction, [storyRef, chapterRef], services) => {
      const story = storyByRef(storyRef ?? '', services);
      const serial = story === undefined ? undefined : services.serials.get(interaction.guildId, story.id);
      const last = serial && (await services.releaser.retractable(serial));
      if (last?.ok === false) {
        await interaction.update(inPlace([text(explain(last.failure))]));
        return;
      }
      if (serial === undefined || last === undefined || refOf(last.value.chapterId) !== chapterRef) {
        await interaction.update(inPlace([text('Something else came out since, so nothing was taken back.')]));
        return;
      }
      await interaction.deferUpdate();
      const outcome = await services.releaser.retract(serial, last.value);
      await interaction.editReply(
        inPlace([text(outcome.ok ? retracted(outcome.value, serial.status) : explain(outcome.failure))]),
      );
    },
    'release-keep': async (interaction) => {
      await interaction.update(inPlace([text('It stays.')]));
    },
    ...syncComponents,
  },
};

function subcommand(
  name: string,
  description: string,
  ...options: readonly APIApplicationCommandBasicOption[]
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options: [...options, storyOption] };
}

async function postNow(interaction: SlashInteraction, serial: Serial, services: Services): Promise<void> {
  // A file that has just been saved is waited for.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const outcome = await releaseNow(serial, services);
  const sentence = outcome.ok
    ? `**${escapeMarkup(chapterLabel(outcome.value))}** is on its way to <#${serial.channelId}>.`
    : explain(outcome.failure);
  await interaction.editReply(inPlace([text(sentence)]));
}

async function retry(interaction: SlashInteraction, serial: Serial, services: Services): Promise<void> {
  const outcome = await retryRelease(serial, services);
  const sentence = outcome.ok
    ? `**${escapeMarkup(outcome.value.label)}** goes on where it stopped.`
    : explain(outcome.failure);
  await interaction.reply(ephemeral(sentence));
}

/** What a button below an alert is about; where the person may not decide that, or it is settled, they have been told. */
async function lateCase(interaction: MessageComponentInteraction, args: readonly string[], services: Services) {
  const [guildId = '', storyRef = '', slot = ''] = args;
  const serial = services.serials.inGuild(guildId).find(({ storyId }) => refOf(storyId) === storyRef);
  if (!(await services.mayRun({ guildId, teamId: serial?.teamId }, interaction.user.id))) {
    await interaction.reply(ephemeral(notRunning));
    return undefined;
  }
  // Asked Discord meanwhile: it may be settled by now.
  const now = serial && services.serials.get(guildId, serial.storyId);
  const isTheirs = now?.teamId === serial?.teamId;
  if (now !== undefined && isTheirs && `${now.question?.slotAt}` === slot) return { serial: now, slotAt: Number(slot) };
  await interaction.update({
    content: 'That slot is settled by now; `/serial status` tells how things stand.',
    components: [],
  });
  return undefined;
}

async function preview(interaction: SlashInteraction, serial: Serial, story: Story, services: Services): Promise<void> {
  const next = await services.availability.next(serial);
  if (next === undefined || next.kind === 'none') await interaction.reply(ephemeral(explain({ kind: 'nothing-next' })));
  else if (next.kind === 'held') await interaction.reply(ephemeral(explain({ kind: 'file-held', file: next.file })));
  else if (next.kind === 'start-lost') await interaction.reply(ephemeral(explain(next)));
  else if (withholds(interaction, story, next.chapter))
    await interaction.reply(ephemeral(matureSentence(interaction, story, services)));
  else
    await interaction.reply(
      forTeam(interaction, story.id, services, previewView(story, next.chapter, serial.layout, 0)),
    );
}

async function skip(interaction: SlashInteraction, serial: Serial, services: Services): Promise<void> {
  if (serial.status.kind !== 'running') {
    await interaction.reply(
      ephemeral('This serial is not running, so there is no slot to skip. See `/serial status`.'),
    );
    return;
  }
  const { status } = await services.control.skip(serial);
  const now = status.kind === 'running' ? ` The next one is ${when(status.nextSlotAt, 'F')}.` : '';
  await interaction.reply(
    ephemeral(`The slot of ${when(serial.status.nextSlotAt, 'F')} passes without a chapter.${now}`),
  );
}

async function askToRetract(
  interaction: SlashInteraction,
  serial: Serial,
  story: Story,
  services: Services,
): Promise<void> {
  const last = await services.releaser.retractable(serial);
  await interaction.reply(
    last.ok
      ? forTeam(interaction, story.id, services, retractQuestion(story, last.value))
      : ephemeral(explain(last.failure)),
  );
}
