import type { Client } from 'discord.js';
import { shorten } from '../markup/shorten.js';
import { inviteUrl } from './invite-url.js';

/** Why the commands could not be registered, where asking again would not help. */
export type RegistrationTrouble =
  /** The bot is not in the server in which it should list them. */
  | { readonly kind: 'absent'; readonly guildId: string }
  /** It is, and was not given leave to list commands there. */
  | { readonly kind: 'no-access'; readonly guildId: string }
  /** Discord takes offence at the commands; its own words. */
  | { readonly kind: 'refused'; readonly message: string };

/** How many of its servers a bot names: enough to tell an id that was mistyped from one that is somewhere else. */
const namedServers = 5;

/** That trouble in a sentence for the person who runs the bot: which setting, what it is, what was expected, and how to mend it. */
export function explainRegistration(trouble: RegistrationTrouble, client: Client<true>): string {
  const invite = inviteUrl(client.application.id);
  switch (trouble.kind) {
    case 'absent':
      return (
        `DISCORD_GUILD_ID is "${trouble.guildId}", and the bot is not in a server of that id, so its commands are not ` +
        `registered; everything else goes on. Expected is the id of a server that it is in: ${servers(client)}. If the id ` +
        `is right, invite the bot there: the commands appear as soon as it joins (${invite}). If not, mend it in .env and ` +
        'start again.'
      );
    case 'no-access':
      return (
        `DISCORD_GUILD_ID is "${trouble.guildId}" (${client.guilds.cache.get(trouble.guildId)?.name ?? 'no name known'}), and ` +
        'Discord does not let the bot register commands there; everything else goes on. Expected is a server that it was ' +
        `invited to together with its commands. Invite it there once more (${invite}) and start again.`
      );
    default:
      return (
        `Discord refuses the commands that I know (${oneLine(trouble.message)}). Those that it lists already are answered, ` +
        'and everything else goes on. Nothing in your settings is to blame: please report this line.'
      );
  }
}

function servers({ guilds: { cache } }: Client<true>): string {
  if (cache.size === 0) return 'so far there is none';
  const named = cache.first(namedServers).map(({ id, name }) => `${id} (${name})`);
  return `${named.join(', ')}${cache.size > namedServers ? ` and ${cache.size - namedServers} more` : ''}`;
}

/** Discord lists the fields that it refuses on lines of their own. */
function oneLine(message: string): string {
  return shorten(message.replaceAll(/\s*\n\s*/g, '; '), 500);
}
