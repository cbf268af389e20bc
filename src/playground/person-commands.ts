import { type APIUser, ApplicationIntegrationType, InteractionType } from 'discord-api-types/v10';
import { type Answer, awaitAnswer } from './answer.js';
import { type ChosenCommand, chooseCommand, visibleCommands } from './command-choice.js';
import { type OptionValues, sendOptions } from './command-values.js';
import type { Choice } from './interaction.js';
import type { ChannelRef, PersonContext } from './person-context.js';
import { personChannel } from './person-sight.js';
import { collectResolved } from './resolved-data.js';
import type { ChannelRecord } from './world.js';

/** What a person does with the bot's commands. */
export interface PersonCommands {
  /** The slash commands that they are offered in a channel, by name. */
  commands(channel: ChannelRef): readonly string[];
  /**
   * Runs a slash command, `serial start` say, as the client would: throws for a command or option that is not offered and
   * for values that it would not let through. Channels, roles and users are given as anything with an id.
   */
  slash(channel: ChannelRef, command: string, options?: OptionValues): Promise<Answer>;
  /** What completion offers for the `focused` option, with `options` as typed so far. None when no answer came in time. */
  complete(channel: ChannelRef, command: string, options: OptionValues, focused: string): Promise<readonly Choice[]>;
}

/** Connects somebody to the bot's commands. */
export function connectCommands(context: PersonContext, user: APIUser): PersonCommands {
  const { world, registry, desk, patienceMs } = context;
  const offered = (channel: ChannelRecord) => visibleCommands(world, registry, user.id, channel);
  const choose = (channelId: string, typed: string) => {
    const channel = personChannel(world, user, channelId, 'UseApplicationCommands');
    return { channel, chosen: chooseCommand(offered(channel), typed) };
  };
  const draft = (channel: ChannelRecord, chosen: ChosenCommand, options: OptionValues, focused?: string) => {
    const resolved = collectResolved(world, channel, user.id);
    const sent = sendOptions(world, chosen, options, resolved, focused);
    const data = { ...commandData(chosen), ...(sent.length > 0 && { options: sent }), resolved: resolved.result() };
    return { user, channel, data, metadata: commandMetadata(user) };
  };

  return {
    commands: (channel) => offered(personChannel(world, user, channel.id)).map(({ name }) => name),
    slash: async (place, command, options = {}) => {
      const { channel, chosen } = choose(place.id, command);
      const type = InteractionType.ApplicationCommand;
      return awaitAnswer(world, desk, desk.open({ type, ...draft(channel, chosen, options) }), patienceMs);
    },
    complete: async (place, command, options, focused) => {
      const { channel, chosen } = choose(place.id, command);
      refuseUncompleted(chosen, focused);
      const type = InteractionType.ApplicationCommandAutocomplete;
      const interaction = desk.open({ type, ...draft(channel, chosen, options, focused) });
      await desk.waitFor(interaction, () => interaction.phase.kind !== 'waiting', patienceMs);
      return interaction.phase.kind === 'completed' ? interaction.phase.choices : [];
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

/** What Discord notes of the interaction in the messages that answer it. */
export function commandMetadata(user: APIUser) {
  return (id: string) => ({
    id,
    type: InteractionType.ApplicationCommand as const,
    user,
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
  });
}
