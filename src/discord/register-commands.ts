import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandOption,
  type Client,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData,
  Routes,
} from 'discord.js';
import type { Log } from '../release/ports.js';

/** Where the guild that the commands were last registered to is remembered; undefined there means "everywhere". */
export interface RegistrationRecord {
  get(id: string): Promise<Registration | undefined>;
  update(id: string, change: () => Registration): Promise<Registration | undefined>;
}

export interface Registration {
  readonly guildId?: string | undefined;
}

/**
 * Makes Discord list exactly these commands, in one scope: in one server (at once) with a `guildId`, else everywhere. Writes
 * only what differs, since Discord allows 200 new commands a day, and empties the scope that was used before, so that none is
 * listed twice.
 */
export async function registerCommands(
  client: Client<true>,
  commands: readonly CommandData[],
  guildId: string | undefined,
  record: RegistrationRecord,
  log: Log,
): Promise<void> {
  const before = await record.get('commands');
  const scopes = new Set([undefined, before?.guildId, guildId]);
  for (const scope of scopes) {
    const wanted = scope === guildId ? commands : [];
    await registerIn(client, wanted, scope, log);
  }
  await record.update('commands', () => ({ guildId }));
}

async function registerIn(
  client: Client<true>,
  wanted: readonly CommandData[],
  guildId: string | undefined,
  log: Log,
): Promise<void> {
  const { id } = client.application;
  // A server that the bot was thrown out of has no commands to remove.
  if (guildId !== undefined && wanted.length === 0 && !client.guilds.cache.has(guildId)) return;
  const route = guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const present = (await client.rest.get(route)) as readonly CommandData[];
  if (isDeepStrictEqual(canonical(present, guildId), canonical(wanted, guildId))) return;
  await client.rest.put(route, { body: wanted });
  log.info({ commands: wanted.length, scope: guildId ?? 'everywhere' }, 'Commands were registered with Discord.');
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
