import type { APIApplicationCommand } from 'discord-api-types/v10';
import { z } from 'zod';
import { apiError, nestErrors } from '../api-error.js';
import { type CommandBody, parseCommandBody } from '../command-body.js';
import type { CommandRegistry, CommandScope } from '../command-registry.js';
import { parseForm } from '../form.js';
import type { World } from '../world.js';
import { type ApiRequest, noContent, ok, type Route, route } from './route.js';

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
  const find = (request: ApiRequest): readonly [CommandScope, APIApplicationCommand] => {
    const scope = scoped(request);
    const command = registry.get(scope, request.param('commandId'));
    if (command === undefined) throw apiError(10063);
    return [scope, command];
  };
  const one = `${base}/:commandId`;
  return [
    route('GET', base, (request) => {
      const commands = registry.list(scoped(request));
      return ok(request.query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalizations));
    }),
    route('PUT', base, (request) => {
      const scope = scoped(request);
      return ok(registry.replaceAll(scope, parseCommands(request.body)));
    }),
    route('POST', base, (request) => {
      const { command, isNew } = registry.upsert(scoped(request), parseCommandBody(request.body));
      return { status: isNew ? 201 : 200, body: command };
    }),
    route('GET', one, (request) => ok(find(request)[1])),
    route('PATCH', one, (request) => {
      const [scope, command] = find(request);
      const changes = parseForm(z.looseObject({}), request.body);
      registry.remove(scope, command.id);
      return ok(registry.upsert(scope, parseCommandBody({ ...command, ...changes }), command.id).command);
    }),
    route('DELETE', one, (request) => {
      const [scope, command] = find(request);
      registry.remove(scope, command.id);
      return noContent;
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
