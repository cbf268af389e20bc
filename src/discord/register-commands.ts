import { type Client, type RESTPostAPIChatInputApplicationCommandsJSONBody as CommandData, Routes } from 'discord.js';
import type { Log } from '../release/ports.js';
import { isSameListing } from './same-listing.js';

/** Where commands are listed: in the one server of that id (at once), or everywhere when undefined. */
export type CommandScope = string | undefined;

/**
 * Makes Discord list exactly these commands in a scope. Writes only what differs, since Discord allows 200 new commands a day.
 * Throws what discord.js throws.
 */
export async function registerCommands(
  client: Client<true>,
  wanted: readonly CommandData[],
  scope: CommandScope,
  log: Log,
): Promise<void> {
  const { id } = client.application;
  // A server that the bot was thrown out of has no commands to remove.
  if (scope !== undefined && wanted.length === 0 && !client.guilds.cache.has(scope)) return;
  const route = scope === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, scope);
  const present = (await client.rest.get(route)) as readonly CommandData[];
  if (isSameListing(present, wanted, scope)) return;
  await client.rest.put(route, { body: wanted });
  log.info({ commands: wanted.length, scope: scope ?? 'everywhere' }, 'Commands were registered with Discord.');
}
