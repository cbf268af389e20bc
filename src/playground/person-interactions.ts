import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Answer, awaitAnswer, type OpenModal } from './answer.js';
import { type ChosenCommand, chooseCommand, visibleCommands } from './command-choice.js';
import type { CommandRegistry } from './command-registry.js';
import { type OptionValues, sendOptions } from './command-values.js';
import { type ButtonChoice, checkMenuValues, chooseButton, chooseMenu } from './component-use.js';
import type { Choice, Interaction, InteractionDesk } from './interaction-desk.js';
import { type ModalValues, submitComponents } from './modal-values.js';
import { type MessageRef, personChannel, personMessage } from './person-sight.js';
import { collectResolved } from './resolved-data.js';
import type { ChannelRecord, World } from './world.js';

/** What somebody's client is connected to. */
export interface PersonContext {
  readonly world: World;
  readonly registry: CommandRegistry;
  readonly desk: InteractionDesk;
  /** How long to wait for the content of a deferred answer, in milliseconds of real time. */
  readonly patienceMs: number;
}

/** Anything with the id of a channel. */
export interface ChannelRef {
  readonly id: string;
}

/** What a person does with the bot's commands, buttons, menus and modals. */
export interface PersonInteractions {
  /** The slash commands that they are offered in a channel, by name. */
  commands(channel: ChannelRef): readonly string[];
  /**
   * Runs a slash command, `serial start` say, as the client would: throws for a command or option that is not offered and
   * for values that it would not let through. Channels, roles and users are given as anything with an id.
   */
  slash(channel: ChannelRef, command: string, options?: OptionValues): Promise<Answer>;
  /** What completion offers for the `focused` option, with `options` as typed so far. None when no answer came in time. */
  complete(channel: ChannelRef, command: string, options: OptionValues, focused: string): Promise<readonly Choice[]>;
  /** Presses a button of a message. */
  click(message: MessageRef, button: ButtonChoice): Promise<Answer>;
  /** Picks values in a message's menu. */
  select(message: MessageRef, customId: string, values: readonly string[]): Promise<Answer>;
  /** Fills in a modal and submits it. Fields that are not given keep what they were opened with. */
  submit(modal: OpenModal, values: ModalValues): Promise<Answer>;
  /** Runs a command of a message's menu. */
  messageCommand(message: MessageRef, name: string): Promise<Answer>;
}

/** Connects somebody to the bot's interactions. */
export function connectInteractions(context: PersonContext, user: APIUser): PersonInteractions {
  const { world, registry, desk, patienceMs } = context;
  const answered = (interaction: Interaction) => awaitAnswer(world, desk, interaction, patienceMs);
  const offered = (channel: ChannelRecord, type: ApplicationCommandType) =>
    visibleCommands(world, registry, type, user.id, channel);
  const commandDraft = (channel: ChannelRecord, chosen: ChosenCommand, options: OptionValues, focused?: string) => {
    const resolved = collectResolved(world, channel, user.id);
    const sent = sendOptions(world, chosen, options, resolved, focused);
    return {
      user,
      channel,
      data: { ...commandData(chosen), ...(sent.length > 0 && { options: sent }), resolved: resolved.result() },
      metadata: commandMetadata(user),
    };
  };
  const componentDraft = (channel: ChannelRecord, source: APIMessage, data: Readonly<Record<string, unknown>>) => ({
    type: InteractionType.MessageComponent,
    user,
    channel,
    source,
    data,
    metadata: (id: string): APIMessageInteractionMetadata => ({
      ...commandMetadata(user)(id),
      type: InteractionType.MessageComponent,
      interacted_message_id: source.id,
    }),
  });

  return {
    commands: (channel) =>
      offered(personChannel(world, user, channel.id), ApplicationCommandType.ChatInput).map(({ name }) => name),
    slash: async (channel, command, options = {}) => {
      const place = personChannel(world, user, channel.id, 'UseApplicationCommands');
      const chosen = chooseCommand(offered(place, ApplicationCommandType.ChatInput), command);
      return answered(desk.open({ type: InteractionType.ApplicationCommand, ...commandDraft(place, chosen, options) }));
    },
    complete: async (channel, command, options, focused) => {
      const place = personChannel(world, user, channel.id, 'UseApplicationCommands');
      const chosen = chooseCommand(offered(place, ApplicationCommandType.ChatInput), command);
      refuseUncompleted(chosen, focused);
      const draft = commandDraft(place, chosen, options, focused);
      const interaction = desk.open({ type: InteractionType.ApplicationCommandAutocomplete, ...draft });
      await desk.waitFor(interaction, () => interaction.phase.kind !== 'waiting', patienceMs);
      return interaction.phase.kind === 'completed' ? interaction.phase.choices : [];
    },
    click: async (message, choice) => {
      const source = personMessage(world, user, message);
      const { custom_id } = chooseButton(source, choice);
      const data = { component_type: ComponentType.Button, custom_id };
      return answered(desk.open(componentDraft(personChannel(world, user, source.channel_id), source, data)));
    },
    select: async (message, customId, values) => {
      const source = personMessage(world, user, message);
      const channel = personChannel(world, user, source.channel_id);
      const menu = chooseMenu(source, customId);
      const resolved = collectResolved(world, channel, user.id);
      checkMenuValues(world, menu, values, resolved);
      const data = { component_type: menu.type, custom_id: customId, values, resolved: resolved.result() };
      return answered(desk.open(componentDraft(channel, source, data)));
    },
    submit: async (modal, values) => {
      const { openedBy } = modal;
      const resolved = collectResolved(world, openedBy.channel, user.id);
      const components = submitComponents(world, modal, values, resolved);
      return answered(
        desk.open({
          type: InteractionType.ModalSubmit,
          user,
          channel: personChannel(world, user, openedBy.channel.id),
          source: openedBy.source && personMessage(world, user, openedBy.source),
          data: { custom_id: modal.custom_id, components, resolved: resolved.result() },
          metadata: (id) => ({
            ...commandMetadata(user)(id),
            type: InteractionType.ModalSubmit,
            triggering_interaction_metadata: triggerOf(openedBy.metadata),
          }),
        }),
      );
    },
    messageCommand: async (message, name) => {
      const target = personMessage(world, user, message);
      const channel = personChannel(world, user, target.channel_id, 'UseApplicationCommands');
      const command = offered(channel, ApplicationCommandType.Message).find((one) => one.name === name);
      if (command === undefined) throw new Error(`There is no message command "${name}" here.`);
      const chosen: ChosenCommand = { command, path: [], options: [] };
      const data = { ...commandData(chosen), target_id: target.id, resolved: { messages: { [target.id]: target } } };
      const metadata = commandMetadata(user);
      return answered(desk.open({ type: InteractionType.ApplicationCommand, user, channel, data, metadata }));
    },
  };
}

function refuseUncompleted(chosen: ChosenCommand, focused: string): void {
  const option = chosen.options.find(({ name }) => name === focused);
  if (option !== undefined && 'autocomplete' in option && option.autocomplete === true) return;
  throw new Error(`/${chosen.command.name} has no option "${focused}" with completion.`);
}

function commandData({ command }: ChosenCommand) {
  const { id, name, type, guild_id } = command;
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) };
}

function commandMetadata(user: APIUser) {
  return (id: string) => ({
    id,
    type: InteractionType.ApplicationCommand as const,
    user,
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
  });
}

/** A modal's trigger is never another modal: where one led to it, that one's own trigger stands for it. */
function triggerOf(metadata: APIMessageInteractionMetadata) {
  return metadata.type === InteractionType.ModalSubmit ? metadata.triggering_interaction_metadata : metadata;
}
