import {
  type APIMessage,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import { type Answer, awaitAnswer } from './answer.js';
import type { SentOption } from './command-values.js';
import type { Choice, Interaction } from './interaction.js';
import type { InteractionDraft } from './interaction-desk.js';
import { commandMetadata } from './person-commands.js';
import type { ChannelRef, PersonContext } from './person-context.js';
import { collectResolved } from './resolved-data.js';

/** A command as an interaction carries it; anything may stand in its options but channels and roles that are not there. */
export interface ForgedCommand {
  readonly name: string;
  readonly options?: readonly SentOption[];
}

/** A press of a button or, with `values`, a choice in a menu of texts. */
export interface ForgedComponent {
  readonly customId: string;
  readonly values?: readonly string[];
}

/** A submitted form; `components` are Discord's, as in an interaction of the type "modal submit". */
export interface ForgedModal {
  readonly customId: string;
  readonly components?: readonly unknown[];
}

/**
 * Somebody without an honest client: sends the bot what a client would refuse to send, in anybody's name and from anywhere,
 * in private and in servers without the bot too. Nothing is checked but that channel and message are there.
 */
export interface Forger {
  command(place: ChannelRef, command: ForgedCommand): Promise<Answer>;
  complete(place: ChannelRef, command: ForgedCommand): Promise<readonly Choice[]>;
  /** `source` is the message on which the component is said to be. */
  component(source: APIMessage, component: ForgedComponent): Promise<Answer>;
  modal(place: ChannelRef, modal: ForgedModal): Promise<Answer>;
}

/** Hands somebody the tools to forge with. */
export function createForger({ world, desk, patienceMs }: PersonContext, user: APIUser): Forger {
  const open = (draft: Pick<InteractionDraft, 'type' | 'data' | 'source'>, channelId: string): Interaction => {
    const channel = world.channels.get(channelId);
    if (channel === undefined) throw new Error(`There is no channel ${channelId}.`);
    const metadata = (id: string) => ({ ...commandMetadata(user)(id), interacted_message_id: draft.source?.id });
    return desk.open({ ...draft, user, channel, metadata });
  };
  const send = (draft: Pick<InteractionDraft, 'type' | 'data' | 'source'>, channelId: string) =>
    awaitAnswer(world, desk, open(draft, channelId), patienceMs);
  const commandData = (place: ChannelRef, command: ForgedCommand) => {
    const channel = world.channels.get(place.id);
    const resolved = channel && collectResolved(world, channel, user.id);
    for (const { type, value } of (command.options ?? []).flatMap(withInner)) {
      if (type === ApplicationCommandOptionType.Channel) resolved?.channel(String(value));
      if (type === ApplicationCommandOptionType.Role) resolved?.role(String(value));
    }
    return { id: world.nextId(), type: ApplicationCommandType.ChatInput, ...command, resolved: resolved?.result() };
  };

  return {
    command: (place, command) =>
      send({ type: InteractionType.ApplicationCommand, data: commandData(place, command) }, place.id),
    complete: async (place, command) => {
      const type = InteractionType.ApplicationCommandAutocomplete;
      const interaction = open({ type, data: commandData(place, command) }, place.id);
      await desk.waitFor(interaction, () => interaction.phase.kind !== 'waiting', patienceMs);
      return interaction.phase.kind === 'completed' ? interaction.phase.choices : [];
    },
    component: (source, { customId, values }) => {
      const type = values === undefined ? ComponentType.Button : ComponentType.StringSelect;
      const data = { component_type: type, custom_id: customId, ...(values && { values }) };
      return send({ type: InteractionType.MessageComponent, data, source }, source.channel_id);
    },
    modal: (place, { customId, components = [] }) =>
      send({ type: InteractionType.ModalSubmit, data: { custom_id: customId, components } }, place.id),
  };
}

function withInner(option: SentOption): readonly SentOption[] {
  return [option, ...(option.options ?? []).flatMap(withInner)];
}
