import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { CommandRegistry } from './command-registry.js';
import { ALL_PERMISSIONS, channelPermissions } from './permissions.js';
import type { ChannelRecord, World } from './world.js';

/** A command as somebody picked it: which one, by way of which subcommand, and what options it takes. */
export interface ChosenCommand {
  readonly command: APIApplicationCommand;
  /** The subcommand in it; empty for a plain command. */
  readonly path: readonly { readonly name: string; readonly type: ApplicationCommandOptionType }[];
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** The commands that somebody is offered in a channel; a server's own come first. */
export function visibleCommands(
  world: World,
  registry: CommandRegistry,
  userId: string,
  channel: ChannelRecord,
): readonly APIApplicationCommand[] {
  const local = channel.kind === 'direct' ? [] : registry.list({ guildId: channel.guildId });
  const granted = channelPermissions(world, channel, userId);
  return [...local, ...registry.list('global')].filter((command) =>
    isOffered(world, command, channel, userId, granted),
  );
}

function isOffered(
  world: World,
  command: APIApplicationCommand,
  channel: ChannelRecord,
  userId: string,
  granted: bigint,
): boolean {
  const context = channel.kind === 'direct' ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts != null && !command.contexts.includes(context)) return false;
  if (channel.kind === 'direct') return true;
  const said = saidByRoles(world, command, channel.guildId, userId);
  if (said !== undefined && granted !== ALL_PERMISSIONS) return said;
  const needed = command.default_member_permissions;
  if (needed === null) return true;
  // "0" hides a command from all but administrators.
  const wanted = BigInt(needed) === 0n ? 1n << 3n : BigInt(needed);
  return (granted & wanted) === wanted;
}

/** What the server says of somebody's roles and a command: a role that may counts more than one that may not. */
function saidByRoles(
  world: World,
  { name }: APIApplicationCommand,
  guildId: string,
  userId: string,
): boolean | undefined {
  const guild = world.guilds.get(guildId);
  const byRole = guild?.commandRoles.get(name);
  const roles = [guildId, ...(guild?.members.get(userId)?.roles ?? [])];
  const said = roles.flatMap((role) => byRole?.get(role) ?? []);
  return said.length === 0 ? undefined : said.includes(true);
}

/** Whether a channel, or the one that a thread hangs on, is age-restricted. */
export function isAgeRestricted(world: World, channel: ChannelRecord): boolean {
  if (channel.kind === 'direct') return false;
  const holder = channel.kind === 'thread' ? world.channels.get(channel.parentId) : channel;
  return holder?.kind === 'guild' && holder.nsfw;
}

/**
 * Finds what somebody typed, as `serial start` or `/serial start`, among the commands that they are offered.
 * Throws an error that lists those when it is not there.
 */
export function chooseCommand(commands: readonly APIApplicationCommand[], typed: string): ChosenCommand {
  const [name, ...rest] = typed.replace(/^\//u, '').trim().split(/\s+/u);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const offered = commands.map((one) => `/${one.name}`).join(', ') || 'none';
    throw new Error(`There is no /${name ?? ''} here for this person; they are offered: ${offered}.`);
  }
  let options = command.options ?? [];
  const path: { readonly name: string; readonly type: ApplicationCommandOptionType }[] = [];
  for (const part of rest) {
    const inner = options.find((one) => one.name === part);
    if (inner === undefined || !('options' in inner || isNesting(inner.type))) {
      throw new Error(
        `/${typed} does not exist; after "${part}" could stand: ${options.map((o) => o.name).join(', ')}.`,
      );
    }
    path.push({ name: inner.name, type: inner.type });
    options = 'options' in inner ? (inner.options ?? []) : [];
  }
  const values = options.filter((one): one is APIApplicationCommandBasicOption => !isNesting(one.type));
  if (values.length !== options.length) {
    throw new Error(`/${typed} needs one of: ${options.map((one) => one.name).join(', ')}.`);
  }
  return { command, path, options: values };
}

function isNesting(type: ApplicationCommandOptionType): boolean {
  return type === ApplicationCommandOptionType.Subcommand;
}
