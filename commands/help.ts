import type { Command } from '../src/discord/command.js';
import { text } from '../src/discord/rendering/components.js';
import { privately } from '../src/discord/rendering/private.js';
import { serverOnly } from './support/server-only.js';

/** `/help`: what there is for the member who asks, as `commands` say it of themselves. */
export function helpOn(commands: readonly Command[]): Command {
  const linesFor = (isForTeam: boolean) =>
    commands
      .filter(({ data }) => (data.default_member_permissions !== undefined) === isForTeam)
      .flatMap(({ help }) => help.map((line) => `- ${line}`))
      .join('\n');
  return {
    data: {
      name: 'help',
      description: 'What I can do for you',
      ...serverOnly,
    },
    help: [],

    async execute(interaction, { runs, serials }) {
      const { guildId, member } = interaction;
      const isTeam = [undefined, ...serials.inGuild(guildId)].some((serial) => runs(member, serial));
      const blocks = [
        `## Reading\n${linesFor(false)}`,
        ...(isTeam ? [`## Running a serial\n${linesFor(true)}`] : []),
        '-# Reactions to a chapter reach its author, too.',
      ];
      await interaction.reply(privately(blocks.map((block) => text(block))));
    },
  };
}
