import { ApplicationIntegrationType, InteractionContextType, Locale } from 'discord-api-types/v10';
import type { Interaction } from './interaction.js';
import { guildOf } from './messages.js';
import { toApiChannel, toApiMember } from './payloads.js';
import { channelPermissions } from './permissions.js';
import type { World } from './world.js';

/** The most bytes of attachments that an answer may carry. */
const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** What the bot is told of an interaction (https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object). */
export function interactionPayload(
  world: World,
  interaction: Interaction,
  data: unknown,
): Readonly<Record<string, unknown>> {
  const { channel, user } = interaction;
  const guild = guildOf(world, channel);
  const member = guild?.members.get(user.id);
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel: toApiChannel(world, channel),
    channel_id: channel.id,
    app_permissions: String(channelPermissions(world, channel, world.bot.id)),
    locale: Locale.EnglishUS,
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild?.id ?? '0' },
    context: guild === undefined ? InteractionContextType.BotDM : InteractionContextType.Guild,
    ...(interaction.source && { message: interaction.source }),
    ...(guild !== undefined && member !== undefined
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, features: [], locale: Locale.EnglishUS },
          guild_locale: Locale.EnglishUS,
          member: {
            ...toApiMember(world, member),
            permissions: String(channelPermissions(world, channel, user.id)),
          },
        }
      : { user }),
  };
}
