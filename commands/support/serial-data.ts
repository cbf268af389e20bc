import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { days } from '../../src/release/serial/schedule.js';
import { storyOption } from './pick-story.js';
import { alertsOption, roleOption, settingOptions } from './serial-settings.js';
import { serverOnly } from './server-only.js';

const channelOption = {
  type: ApplicationCommandOptionType.Channel,
  name: 'channel',
  description: 'Where chapters are posted; this channel where left out',
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
} as const satisfies APIApplicationCommandBasicOption;

const scheduleOptions: readonly APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'day',
    description: 'The day on which chapters come out',
    choices: Object.keys(days).map((day) => ({ name: day, value: day })),
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'time',
    description: 'The time of day, such as 20:00',
    max_length: 5,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'timezone',
    description: 'The zone that this time is in, such as Europe/Berlin',
    autocomplete: true,
  },
];

const cronOption = {
  type: ApplicationCommandOptionType.String,
  name: 'cron',
  description: 'Instead of day and time: minute, hour, day of month, month, day of week',
  max_length: 100,
} as const satisfies APIApplicationCommandBasicOption;

/** What `/serial` looks like in Discord. */
export const serialData: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  name: 'serial',
  description: 'Post a story in this server, a chapter at a time',
  ...serverOnly,
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  options: [
    subcommand('start', 'Begin to post a story, or go on with a stopped one', [
      storyOption,
      channelOption,
      ...scheduleOptions,
      roleOption,
      cronOption,
      alertsOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'from',
        description: 'The chapter to begin with; those before it count as out',
        autocomplete: true,
      },
    ]),
    subcommand('open', 'Let this server read all of a story that is ready; nothing is posted', [storyOption]),
    subcommand('close', 'End that: only what a serial released can be read', [storyOption]),
    subcommand('status', 'What runs here, what is next, and whether anything is in the way', [storyOption]),
    subcommand('pause', 'Let slots pass for a while', [
      storyOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'until',
        description: 'When to go on, such as 2027-01-15 or 2027-01-15 18:00; by hand where left out',
        max_length: 16,
      },
    ]),
    subcommand('resume', 'Go on after a pause', [storyOption]),
    subcommand('move', 'Change the channel or the schedule', [
      storyOption,
      { ...channelOption, description: 'Where chapters are posted from now on; as before where left out' },
      ...scheduleOptions,
      cronOption,
    ]),
    subcommand('set', 'Change what a release brings with it', [storyOption, ...settingOptions]),
    subcommand('stop', 'End the serial; what is out stays out', [storyOption]),
  ],
};

function subcommand(name: string, description: string, options: readonly APIApplicationCommandBasicOption[]) {
  return { type: ApplicationCommandOptionType.Subcommand as const, name, description, options: [...options] };
}
