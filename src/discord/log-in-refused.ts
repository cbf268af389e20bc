import { GatewayCloseCodes } from 'discord.js';

/**
 * Discord will not have the bot as it is set up, and asking again would not help. The message is a sentence for the person who runs
 * it, with what to do; it never holds the token.
 */
export class LogInRefused extends Error {
  override readonly name = 'LogInRefused';
}

/** The token is wrong, or was reset. */
export function tokenRefused(): LogInRefused {
  return new LogInRefused(
    'Discord does not accept the token. Copy it anew from the Discord developer portal (Bot, Reset Token) into DISCORD_TOKEN.',
  );
}

/**
 * What a closing word of the gateway means after which discord.js does not connect again.
 * Source: Discord's documentation of "Gateway Close Event Codes".
 */
export function refusedByGateway(code: number): LogInRefused {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return tokenRefused();
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new LogInRefused(
        'Discord does not allow the intents that the bot asks for (guilds and guild message reactions), although neither is ' +
          'privileged. Check in the Discord developer portal that the application of DISCORD_TOKEN is a bot in good standing.',
      );
    case GatewayCloseCodes.ShardingRequired:
      return new LogInRefused(
        'The bot is in more servers than Discord lets one process serve (about 2,500). Take it out of some, or set up a second ' +
          'bot with a DISCORD_TOKEN of its own.',
      );
    default:
      return new LogInRefused(
        `Discord's gateway turned the bot away for good (close code ${code}). Fetch the newest version of Cliffhanger.`,
      );
  }
}
