import { isDeepStrictEqual } from 'node:util';
import type {
  APIApplicationCommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData,
} from 'discord.js';

/** Whether Discord lists in a scope (a server's, or everywhere) what it would after registering these commands there. */
export function isSameListing(
  present: readonly CommandData[],
  wanted: readonly CommandData[],
  guildId: string | undefined,
): boolean {
  return isDeepStrictEqual(canonical(present, guildId), canonical(wanted, guildId));
}

/** Commands without what Discord adds (ids, versions) and with what it leaves out when it is the default. */
function canonical(commands: readonly CommandData[], guildId: string | undefined): readonly unknown[] {
  return commands
    .map((command) => ({
      name: command.name,
      description: command.description,
      permissions: command.default_member_permissions ?? null,
      // Discord keeps contexts for commands that are listed everywhere only.
      contexts: guildId === undefined ? (command.contexts ?? null) : null,
      options: (command.options ?? []).map(canonicalOption),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function canonicalOption(option: APIApplicationCommandOption): unknown {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required ?? false,
    completes: 'autocomplete' in option && option.autocomplete === true,
    choices: 'choices' in option ? (option.choices ?? []).map(({ name, value }) => ({ name, value })) : [],
    channelTypes: 'channel_types' in option ? (option.channel_types ?? []) : [],
    lengths: 'max_length' in option ? [option.min_length ?? null, option.max_length ?? null] : [null, null],
    options: 'options' in option ? (option.options ?? []).map(canonicalOption) : [],
  };
}
