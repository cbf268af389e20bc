import type {
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  GuildMember,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Feedback } from '../feedback/feedback.js';
import type { Places } from '../reading/places.js';
import type { Journals } from '../release/posting/journals.js';
import type { Releaser } from '../release/releaser.js';
import type { Availability } from '../release/serial/availability.js';
import type { OpenStories } from '../release/serial/open-stories.js';
import type { Scheduler } from '../release/serial/scheduler.js';
import type { Serial } from '../release/serial/serial.js';
import type { SerialBook } from '../release/serial/serial-book.js';
import type { SerialControl } from '../release/serial/serial-control.js';
import type { Updater } from '../release/updater.js';
import type { Story } from '../story/model.js';

/** Everything that commands may use; made once, in app.ts. */
export interface Services {
  readonly stories: {
    readonly stories: readonly Story[];
    story(id: string): Story | undefined;
    refresh(options?: { readonly force?: boolean; readonly isHurried?: boolean }): Promise<void>;
    saving(id: string): readonly string[];
  };
  readonly serials: SerialBook;
  readonly availability: Availability;
  readonly opened: Pick<OpenStories, 'inGuild' | 'whyUnreadable'>;
  readonly control: SerialControl;
  readonly releaser: Releaser;
  readonly updater: Updater;
  readonly journals: Journals;
  readonly scheduler: Scheduler;
  readonly places: Places;
  readonly feedback: Feedback;
  /**
   * Whether a member is one of those who run a serial: they may manage the server, or have the role of its team. Discord holds
   * commands to what the server says; buttons, forms and private messages go by this. Undefined stands for no serial.
   */
  runs(member: GuildMember, serial: Pick<Serial, 'teamId'> | undefined): boolean;
  /** The same of any user, asked of Discord: for buttons in private messages, which tell nothing of it. */
  mayRun(serial: Pick<Serial, 'guildId' | 'teamId'>, userId: string): Promise<boolean>;
  /** Why nothing can be recorded at the moment, in a sentence for the person who runs the bot. */
  readonly store: { trouble(): string | undefined };
  readonly clock: { now(): Date };
}

export type SlashInteraction = ChatInputCommandInteraction<'cached'>;
export type CompletionInteraction = AutocompleteInteraction<'cached'>;
export type ComponentInteraction = MessageComponentInteraction<'cached'>;
export type ModalInteraction = ModalSubmitInteraction<'cached'>;
export type Choice = APIApplicationCommandOptionChoice<string>;

/**
 * One slash command with all its interactions. Handlers answer within Discord's 3 s; what they throw is a bug, which the router
 * logs and answers with a reference. `args` are the state of a custom id: they come from outside, so look them up.
 */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /**
   * What `/help` says of it, a line each, as Discord markup. Commands with `default_member_permissions` are listed for those who run
   * a story.
   */
  readonly help: readonly string[];
  execute(interaction: SlashInteraction, services: Services): Promise<void>;
  /** At most 25 choices for the option in focus; names and values at most 100 characters. */
  complete?(interaction: CompletionInteraction, services: Services): Promise<readonly Choice[]>;
  /** By the name that leads the custom ids of its buttons and menus; unique among all commands. */
  readonly components?: Readonly<
    Record<string, (interaction: ComponentInteraction, args: readonly string[], services: Services) => Promise<void>>
  >;
  /**
   * Buttons that work in private messages as well as in servers. Nobody has checked who presses them: the handler must.
   */
  readonly anywhere?: Readonly<
    Record<
      string,
      (interaction: MessageComponentInteraction, args: readonly string[], services: Services) => Promise<void>
    >
  >;
  /** By the name that leads the custom ids of its modals; unique among all commands. */
  readonly modals?: Readonly<
    Record<string, (interaction: ModalInteraction, args: readonly string[], services: Services) => Promise<void>>
  >;
}
