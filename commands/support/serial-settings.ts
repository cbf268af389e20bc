import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType, ChannelType } from 'discord.js';
import type { SlashInteraction } from '../../src/discord/command.js';
import { parseEmojis } from '../../src/discord/rendering/parse-emojis.js';
import { type Layout, layouts } from '../../src/pieces/layout.js';
import { type LatePolicy, latePolicies, type SettingsChange } from '../../src/release/serial/settings.js';

/** Takes part in `/serial start`, too. */
export const roleOption = {
  type: ApplicationCommandOptionType.Role,
  name: 'role',
  description: 'A role that is pinged once per chapter',
} as const satisfies APIApplicationCommandBasicOption;

/** Takes part in `/serial start`, too. */
export const alertsOption = {
  type: ApplicationCommandOptionType.Channel,
  name: 'alerts',
  description: 'Where I tell you when something is wrong; private messages where left out',
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
} as const satisfies APIApplicationCommandBasicOption;

/** What `/serial set` takes: an option for each setting, and one to take it away where leaving it out means that it stays. */
export const settingOptions: readonly APIApplicationCommandBasicOption[] = [
  roleOption,
  { type: ApplicationCommandOptionType.Boolean, name: 'ping', description: 'No ends the pinging of a role' },
  {
    type: ApplicationCommandOptionType.Boolean,
    name: 'discussion',
    description: 'Whether the last piece opens a thread to talk in',
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'late',
    description: 'What becomes of a slot that I missed because I was away',
    choices: [
      { name: 'post the chapter late', value: 'post' },
      { name: 'wait for the next slot', value: 'wait' },
      { name: 'ask me', value: 'ask' },
    ] satisfies { name: string; value: LatePolicy }[],
  },
  { ...alertsOption, description: 'Where I tell you when something is wrong; as before where left out' },
  {
    type: ApplicationCommandOptionType.Boolean,
    name: 'direct',
    description: 'Yes sends that by private message again',
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'layout',
    description: 'How the next chapters look: cards hold twice as much as messages, and set notes apart',
    choices: [
      { name: 'messages', value: 'messages' },
      { name: 'cards', value: 'cards' },
    ] satisfies { name: Layout; value: Layout }[],
  },
  {
    type: ApplicationCommandOptionType.Role,
    name: 'team',
    description: 'Co-authors: who has this role may press the buttons that are for you',
  },
  {
    type: ApplicationCommandOptionType.Boolean,
    name: 'solo',
    description: 'Yes takes that role’s rights away again',
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'reactions',
    description: 'Emoji that I put below each chapter, such as ❤️ 😭; “none” for none',
    max_length: 300,
  },
];

const sentences = {
  noEmoji: 'I can only use emoji there, at most 10, such as `❤️ 😭`, or the word `none`.',
  everybody:
    'With `team:@everyone`, everybody could press the buttons that are for you. Choose a role that you gave to your co-authors.',
} as const;

/** The settings that a member gave, or why they cannot be taken, in a sentence. */
export function settingsIn({ guildId, options }: SlashInteraction): SettingsChange | string {
  const reactions = options.getString('reactions');
  const seeds = reactions === null ? undefined : parseEmojis(reactions);
  if (seeds === 'unreadable') return sentences.noEmoji;
  const teamId = options.getRole('team')?.id;
  if (teamId === guildId) return sentences.everybody;
  return {
    roleId: options.getBoolean('ping') === false ? null : options.getRole('role')?.id,
    discussion: options.getBoolean('discussion') ?? undefined,
    seeds: seeds && [...seeds],
    alertChannelId: options.getBoolean('direct') === true ? null : options.getChannel('alerts')?.id,
    late: latePolicies.find((policy) => policy === options.getString('late')),
    layout: layouts.find((layout) => layout === options.getString('layout')),
    teamId: options.getBoolean('solo') === true ? null : teamId,
  };
}
