import { randomBytes } from 'node:crypto';
import { DiscordjsErrorCodes, HTTPError, type Interaction } from 'discord.js';
import type { Log } from '../release/ports.js';
import type { Serial } from '../release/serial/serial.js';
import { refOf } from '../story/ref.js';
import type { Command, Services } from './command.js';
import { isSomebodyElses } from './is-somebody-elses.js';
import { decodeCustomId } from './rendering/custom-id.js';
import { ephemeral } from './rendering/private.js';
import { notRunning } from './rendering/team.js';

/** Answers that mean that the person has gone: the interaction's 3 s are over, or it was answered already. */
const tooLateCodes: ReadonlySet<unknown> = new Set([10_062, 40_060, 50_027]);

/** What discord.js throws where a command or form lacks what its handler asks for: it was made by another version of the bot. */
const misfitCodes: ReadonlySet<unknown> = new Set([
  DiscordjsErrorCodes.CommandInteractionOptionNotFound,
  DiscordjsErrorCodes.CommandInteractionOptionType,
  DiscordjsErrorCodes.CommandInteractionOptionEmpty,
  DiscordjsErrorCodes.CommandInteractionOptionNoSubcommand,
  DiscordjsErrorCodes.AutocompleteInteractionOptionNoFocusedOption,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldNotFound,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldType,
  DiscordjsErrorCodes.ModalSubmitInteractionFieldEmpty,
]);

const sentences = {
  notInServer: 'I only work inside servers. Please try this in a channel of one.',
  notAMember: 'I am not a member of this server, so no story runs here. Somebody who looks after it can invite me.',
  notAllowedHere:
    'I tell my stories only in servers that whoever runs me has chosen, and this is not one of them. Thank you for asking!',
  notYours: 'That was opened by somebody else. The same command opens one of your own.',
  unknownCommand: 'I do not have that command any more. `/help` tells what there is.',
  unknownComponent: 'This button belongs to an earlier version of me. Please run the command again.',
  discordsFault:
    'Discord had trouble of its own, so my answer was lost. What you asked for may be done all the same: please look first, then ask again.',
  misfit: 'That was made for an earlier version of me. Please run the command again; `/help` tells what there is.',
} as const;

/** What a router works with. */
export interface RouterParts {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly log: Log;
  /** What a person is told of an error that is no bug; by default every error is one. */
  readonly excuse?: (error: unknown) => string | undefined;
  /** Whether the bot works in a server; by default in every one. */
  readonly isAllowed?: (guildId: string) => boolean;
}

/** Brings each interaction to the command that it belongs to, and answers kindly where that cannot be. */
export class Router {
  readonly #commands: readonly Command[];
  readonly #services: Services;
  readonly #log: Log;
  readonly #excuse: (error: unknown) => string | undefined;
  readonly #isAllowed: (guildId: string) => boolean;

  constructor({ commands, services, log, excuse = () => undefined, isAllowed = () => true }: RouterParts) {
    this.#commands = commands;
    this.#services = services;
    this.#log = log;
    this.#excuse = excuse;
    this.#isAllowed = isAllowed;
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
    if (interaction.isMessageComponent() && (!interaction.inGuild() || this.#isAllowed(interaction.guildId))) {
      const { name, args } = decodeCustomId(interaction.customId);
      const handle = this.#commands.find(({ anywhere }) => Object.hasOwn(anywhere ?? {}, name))?.anywhere?.[name];
      // The state of such a button begins with its server.
      if (handle !== undefined && !this.#isAllowed(args[0] ?? '')) return refuse(interaction, sentences.notAllowedHere);
      if (handle !== undefined) return handle(interaction, args, this.#services);
    }
    if (!interaction.inGuild()) return refuse(interaction, sentences.notInServer);
    if (!this.#isAllowed(interaction.guildId)) return refuse(interaction, sentences.notAllowedHere);
    if (!interaction.inCachedGuild()) return refuse(interaction, sentences.notAMember);
    if (isSomebodyElses(interaction)) return refuse(interaction, sentences.notYours);
    const { command, args } = this.#find(interaction);
    if (command === undefined) return refuse(interaction, unknown(interaction));
    // Who may use a command is for the server to say (Server Settings, Integrations). Discord enforces it.
    const isCommand = interaction.isChatInputCommand() || interaction.isAutocomplete();
    if (
      !isCommand &&
      isForTeam(command) &&
      !this.#services.runs(interaction.member, this.#serialIn(interaction.guildId, args))
    ) {
      return refuse(interaction, notRunning);
    }
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
    if (interaction.isChatInputCommand() || interaction.isAutocomplete()) {
      return { command: this.#commands.find(({ data }) => data.name === interaction.commandName), args: [] };
    }
    if (!('customId' in interaction)) return { command: undefined, args: [] };
    const { name, args } = decodeCustomId(interaction.customId);
    const field = interaction.isModalSubmit() ? 'modals' : 'components';
    const command = this.#commands.find((candidate) => Object.hasOwn(candidate[field] ?? {}, name));
    return { command, args };
  }

  /** The serial of the story that leads the state of each button and form that is for those who run it. */
  #serialIn(guildId: string, [storyRef]: readonly string[]): Serial | undefined {
    return this.#services.serials.inGuild(guildId).find(({ storyId }) => refOf(storyId) === storyRef);
  }

  async #apologise(interaction: Interaction, error: unknown): Promise<void> {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const what = describe(interaction);
    if (tooLateCodes.has(code)) {
      this.#log.warn({ interaction: what, code }, 'An answer came too late for Discord.');
      return;
    }
    const excuse = this.#excuse(error);
    if (excuse !== undefined)
      this.#log.error({ err: error, interaction: what }, 'An interaction could not be recorded.');
    // A reader who sees their page has an answer. That the place is not kept need not be said at every page.
    if (excuse !== undefined && interaction.isRepliable() && interaction.replied) return;
    try {
      await refuse(interaction, excuse ?? this.#explain(what, error, code));
    } catch (failure) {
      this.#log.warn({ err: failure, interaction: what }, 'The person could not be told that it failed.');
    }
  }

  /** Logs what went wrong; gives the sentence that tells it to the person. */
  #explain(interaction: string, error: unknown, code: unknown): string {
    if (misfitCodes.has(code)) {
      this.#log.warn({ interaction, code }, 'An interaction lacked what its handler needs.');
      return sentences.misfit;
    }
    if (error instanceof HTTPError) {
      this.#log.warn({ interaction, status: error.status }, 'Discord did not take an answer.');
      return sentences.discordsFault;
    }
    return this.#report(interaction, error);
  }

  /** Logs a bug under a reference; gives the sentence that tells it to the person. */
  #report(interaction: string, error: unknown): string {
    const reference = randomBytes(3).toString('hex');
    this.#log.error({ err: error, interaction, reference }, 'An interaction failed.');
    return `Something went wrong on my side, and nothing was lost. If it happens again, tell whoever runs me this reference: \`${reference}\`.`;
  }
}

/** Whether a command is for those who run a serial: Discord offers it to others only where a server says so. */
function isForTeam({ data }: Command): boolean {
  return data.default_member_permissions !== undefined && data.default_member_permissions !== null;
}

function unknown(interaction: Interaction): string {
  return 'customId' in interaction ? sentences.unknownComponent : sentences.unknownCommand;
}

async function refuse(interaction: Interaction, sentence: string): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
    return;
  }
  if (interaction.deferred || interaction.replied) await interaction.followUp(ephemeral(sentence));
  else await interaction.reply(ephemeral(sentence));
}

function describe(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return `/${interaction.commandName}`;
  return 'customId' in interaction ? interaction.customId : 'unknown';
}
