import { randomBytes } from 'node:crypto';
import { type BaseInteraction, type Interaction, PermissionsBitField } from 'discord.js';
import type { Log } from '../release/ports.js';
import type { Command, Services } from './command.js';
import { decodeCustomId } from './rendering/custom-id.js';
import { whisper } from './rendering/private.js';

/** Answers that mean that the person has gone: the interaction's 3 s are over, or it was answered already. */
const tooLateCodes: ReadonlySet<unknown> = new Set([10_062, 40_060, 50_027]);

const sentences = {
  notInServer: 'I only work inside servers. Please try this in a channel of one.',
  notAllowed: 'That is for those who look after this server: it needs the permission ',
  unknown: 'This button belongs to an earlier version of me. Please run the command again.',
} as const;

/** Brings each interaction to the command that it belongs to, and answers kindly where that cannot be. */
export class Router {
  readonly #commands: readonly Command[];
  readonly #services: Services;
  readonly #log: Log;

  constructor(commands: readonly Command[], services: Services, log: Log) {
    this.#commands = commands;
    this.#services = services;
    this.#log = log;
  }

  /** Handles one interaction. Never throws: what a handler throws is logged and answered with a reference. */
  async handle(interaction: Interaction): Promise<void> {
    try {
      await this.#dispatch(interaction);
    } catch (error) {
      await this.#apologise(interaction, error);
    }
  }

  async #dispatch(interaction: Interaction): Promise<void> {
    if (interaction.isMessageComponent()) {
      const { name, args } = decodeCustomId(interaction.customId);
      const handle = this.#commands.find(({ anywhere }) => Object.hasOwn(anywhere ?? {}, name))?.anywhere?.[name];
      if (handle !== undefined) return handle(interaction, args, this.#services);
    }
    if (!interaction.inCachedGuild()) return refuse(interaction, sentences.notInServer);
    const { command, args } = this.#find(interaction);
    if (command === undefined) return refuse(interaction, sentences.unknown);
    const missing = missingPermissions(interaction, command);
    if (missing.length > 0) return refuse(interaction, `${sentences.notAllowed}${missing.join(', ')}.`);
    if (interaction.isChatInputCommand()) return command.execute(interaction, this.#services);
    if (interaction.isAutocomplete()) {
      const choices = (await command.complete?.(interaction, this.#services)) ?? [];
      return interaction.respond(choices);
    }
    const { name } = 'customId' in interaction ? decodeCustomId(interaction.customId) : { name: '' };
    if (interaction.isMessageComponent()) return command.components?.[name]?.(interaction, args, this.#services);
    if (interaction.isModalSubmit()) return command.modals?.[name]?.(interaction, args, this.#services);
  }

  #find(interaction: Interaction): { readonly command: Command | undefined; readonly args: readonly string[] } {
    if (interaction.isCommand() || interaction.isAutocomplete()) {
      return { command: this.#commands.find(({ data }) => data.name === interaction.commandName), args: [] };
    }
    if (!('customId' in interaction)) return { command: undefined, args: [] };
    const { name, args } = decodeCustomId(interaction.customId);
    const field = interaction.isModalSubmit() ? 'modals' : 'components';
    const command = this.#commands.find((candidate) => Object.hasOwn(candidate[field] ?? {}, name));
    return { command, args };
  }

  async #apologise(interaction: Interaction, error: unknown): Promise<void> {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const what = describe(interaction);
    if (tooLateCodes.has(code)) {
      this.#log.warn({ interaction: what, code }, 'An answer came too late for Discord.');
      return;
    }
    const reference = randomBytes(3).toString('hex');
    this.#log.error({ err: error, interaction: what, reference }, 'An interaction failed.');
    const sentence = `Something went wrong on my side, and nothing was lost. If it happens again, tell whoever runs me this reference: \`${reference}\`.`;
    try {
      await refuse(interaction, sentence);
    } catch (failure) {
      this.#log.warn({ err: failure, reference }, 'The person could not be told that it failed.');
    }
  }
}

/** Discord hides commands from members without these permissions, but a forged or older interaction may still come. */
function missingPermissions(interaction: BaseInteraction, command: Command): readonly string[] {
  const needed = command.data.default_member_permissions;
  if (needed === undefined || needed === null) return [];
  return (interaction.memberPermissions ?? new PermissionsBitField()).missing(BigInt(needed)).map(spaced);
}

function spaced(name: string): string {
  return `**${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').replace('Guild', 'Server')}**`;
}

async function refuse(interaction: Interaction, sentence: string): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
    return;
  }
  if (interaction.deferred || interaction.replied) await interaction.followUp(whisper(sentence));
  else await interaction.reply(whisper(sentence));
}

function describe(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  return 'customId' in interaction ? interaction.customId : 'unknown';
}
