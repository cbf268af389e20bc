import { type APIApplicationCommand, ApplicationCommandType, ApplicationIntegrationType } from 'discord-api-types/v10';
import { apiError, fieldError } from './api-error.js';
import type { CommandBody } from './command-body.js';
import type { World } from './world.js';

/** Where commands hold: everywhere, or in the one server of that id. */
export type CommandScope = 'global' | { readonly guildId: string };

/** The application's commands as they are registered. */
export interface CommandRegistry {
  list(scope: CommandScope): readonly APIApplicationCommand[];
  /** Replaces all; commands that keep type and name keep their id. */
  replaceAll(scope: CommandScope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[];
}

/** Discord's limit per scope (https://discord.com/developers/docs/interactions/application-commands#registering-a-command). */
const maxCommands = 100;

/** Makes a registry without commands. */
export function createCommandRegistry(world: World): CommandRegistry {
  const scopes = new Map<string, Map<string, APIApplicationCommand>>();
  const commandsOf = (scope: CommandScope) => {
    const key = scope === 'global' ? scope : scope.guildId;
    const known = scopes.get(key) ?? new Map<string, APIApplicationCommand>();
    scopes.set(key, known);
    return known;
  };

  return {
    list: (scope) => [...commandsOf(scope).values()],
    replaceAll: (scope, bodies) => {
      refuseRepeated(bodies);
      const earlier = [...commandsOf(scope).values()];
      const idOf = (name: string) => earlier.find((command) => command.name === name)?.id;
      const next = bodies.map((body) => toCommand(world, scope, body, idOf(body.name)));
      if (next.length > maxCommands) throw apiError(30032);
      const commands = commandsOf(scope);
      commands.clear();
      for (const command of next) commands.set(command.id, command);
      return next;
    },
  };
}

function refuseRepeated(bodies: readonly CommandBody[]): void {
  const seen = new Set<string>();
  for (const [index, { name }] of bodies.entries()) {
    if (seen.has(name)) {
      const words = 'Application command names must be unique';
      throw fieldError([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', words);
    }
    seen.add(name);
  }
}

function toCommand(world: World, scope: CommandScope, body: CommandBody, id = world.nextId()): APIApplicationCommand {
  return {
    id,
    application_id: world.applicationId,
    version: world.nextId(),
    type: ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations,
    description: body.description,
    description_localizations: body.description_localizations,
    default_member_permissions: body.default_member_permissions,
    nsfw: false,
    ...(body.options?.length && { options: [...body.options] }),
    ...(scope === 'global'
      ? {
          dm_permission: true,
          contexts: body.contexts ? [...body.contexts] : null,
          integration_types: [ApplicationIntegrationType.GuildInstall],
        }
      : { guild_id: scope.guildId }),
  };
}
