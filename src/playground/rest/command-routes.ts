import type { APIApplicationCommand } from 'discord-api-types/v10';
import * as z from 'zod';
import { apiError, nestErrors } from '../api-error.js';
import { type CommandBody, parseCommandBody } from '../command-body.js';
import type { CommandRegistry, CommandScope } from '../command-registry.js';
import { parseForm } from '../form.js';
import type { World } from '../world.js';
import { type ApiRequest, ok, type Route, route } from './route.js';

/** The routes that register commands, globally and in one server. */
export function commandRoutes(world: World, registry: CommandRegistry): readonly Route[] {
  return [
    ...scopedRoutes(world, registry, '/applications/:applicationId/commands', () => 'global'),
    ...scopedRoutes(world, registry, '/applications/:applicationId/guilds/:guildId/commands', (request) => {
      const guildId = request.param('guildId');
      if (world.guilds.get(guildId)?.members.has(world.bot.id) !== true) throw apiError(50001);
      return { guildId };
    }),
  ];
}

function scopedRoutes(
  world: World,
  registry: CommandRegistry,
  base: string,
  scopeOf: (request: ApiRequest) => CommandScope,
): readonly Route[] {
  const scoped = (request: ApiRequest): CommandScope => {
    if (request.param('applicationId') !== world.applicationId) throw apiError(50001);
    return scopeOf(request);
  };
  return [
    route('GET', base, (request) => {
      const commands = registry.list(scoped(request));
      return ok(request.query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalizations));
    }),
    route('PUT', base, (request) => {
      const scope = scoped(request);
      return ok(registry.replaceAll(scope, parseCommands(request.body)));
    }),
  ];
}

function parseCommands(body: unknown): readonly CommandBody[] {
  return parseForm(z.array(z.unknown()), body).map((one, index) => {
    try {
      return parseCommandBody(one);
    } catch (error) {
      throw nestErrors(error, index);
    }
  });
}

/** Lists leave the translations out unless they are asked for. */
function withoutLocalizations(command: APIApplicationCommand): APIApplicationCommand {
  const { name_localizations, description_localizations, ...rest } = command;
  return rest;
}
