import type { Command } from '../src/discord/command.js';
import { text } from '../src/discord/rendering/components.js';
import { privately } from '../src/discord/rendering/private.js';
import { serverOnly } from './support/server-only.js';

const forReaders = [
  '`/read` — read privately, from where you stopped; `/read chapter:2` for a certain one',
  '`/chapters` — what is out, and when the next one comes',
  '`/about` — what the story is about, its rating and warnings',
  '`/review` — tell the author what you think; only one per chapter, and you may change it',
  '`/reviews` — what others think',
  '`/suggest` — send the author an idea',
];

const forManagers = [
  '`/serial start` — post a story here, a chapter at a time',
  '`/serial open`, `close` — let this server read all that is ready, with nothing posted',
  '`/serial status` — what runs, and what is next',
  '`/serial pause`, `resume`, `move`, `set`, `stop`',
  '`/release preview`, `now`, `retry`, `skip`, `sync`, `retract`',
  '`/feedback` — readers, reactions, reviews and suggestions',
];

/** `/help`: what there is, for whoever asks. */
export const help: Command = {
  data: {
    name: 'help',
    description: 'What I can do for you',
    ...serverOnly,
  },

  async execute(interaction, { runs, serials }) {
    const { guildId, member } = interaction;
    const manages = [undefined, ...serials.inGuild(guildId)].some((serial) => runs(member, serial));
    const blocks = [
      `## Reading\n${forReaders.join('\n')}`,
      ...(manages ? [`## Running a serial\n${forManagers.join('\n')}`] : []),
      '-# Reactions to a chapter reach its author, too.',
    ];
    await interaction.reply(privately(blocks.map((block) => text(block))));
  },
};
