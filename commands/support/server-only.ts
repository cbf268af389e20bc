import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** Where every command is offered: in servers, to which the bot was added; a story runs in a server. */
export const serverOnly = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} satisfies { contexts: InteractionContextType[]; integration_types: ApplicationIntegrationType[] };
