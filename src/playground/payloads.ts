import {
  type APIChannel,
  type APIGuild,
  type APIGuildForumChannel,
  type APIGuildMember,
  type APINewsChannel,
  type APITextChannel,
  type APIThreadChannel,
  type APIThreadMember,
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
} from 'discord-api-types/v10';
import {
  type ChannelRecord,
  type GuildChannelRecord,
  type GuildRecord,
  type MemberRecord,
  NO_FLAGS,
  type ThreadRecord,
  type World,
} from './world.js';

/** A channel, thread or direct conversation as the API shows it. */
export function toApiChannel(world: World, channel: ChannelRecord): APIChannel {
  switch (channel.kind) {
    case 'thread':
      return toApiThread(channel);
    case 'guild':
      return toApiGuildChannel(channel);
    case 'direct': {
      const recipient = world.users.get(channel.recipientId);
      return {
        id: channel.id,
        type: ChannelType.DM,
        name: null,
        flags: NO_FLAGS,
        last_message_id: channel.lastMessageId,
        recipients: recipient === undefined ? [] : [recipient],
      };
    }
  }
}

/** A text, announcement or forum channel as the API shows it. */
export function toApiGuildChannel(channel: GuildChannelRecord): APITextChannel | APINewsChannel | APIGuildForumChannel {
  const common = {
    id: channel.id,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    nsfw: channel.nsfw,
    flags: NO_FLAGS,
    parent_id: null,
    topic: channel.topic,
    rate_limit_per_user: 0,
    last_message_id: channel.lastMessageId,
    permission_overwrites: [...channel.overwrites],
  };
  if (channel.type !== ChannelType.GuildForum) return { ...common, type: channel.type };
  return {
    ...common,
    type: channel.type,
    available_tags: [...channel.tags],
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

/** A thread or forum post as the API shows it. */
export function toApiThread(thread: ThreadRecord): APIThreadChannel {
  return {
    id: thread.id,
    type: thread.type,
    guild_id: thread.guildId,
    parent_id: thread.parentId,
    name: thread.name,
    owner_id: thread.ownerId,
    flags: NO_FLAGS,
    last_message_id: thread.lastMessageId,
    rate_limit_per_user: 0,
    message_count: thread.messageCount,
    member_count: thread.members.length,
    total_message_sent: thread.totalMessagesSent,
    applied_tags: [...thread.appliedTags],
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archiveChangedAt.toISOString(),
      create_timestamp: thread.createdAt.toISOString(),
    },
  };
}

/** Somebody's membership of a thread as the API shows it. */
export function toApiThreadMember(thread: ThreadRecord, userId: string): APIThreadMember {
  return { id: thread.id, user_id: userId, join_timestamp: thread.createdAt.toISOString(), flags: NO_FLAGS };
}

/** A member as the API shows one, the user included. Throws when there is no such user. */
export function toApiMember(world: World, member: MemberRecord): APIGuildMember {
  const user = world.users.get(member.userId);
  if (user === undefined) throw new Error(`There is no user ${member.userId}.`);
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt.toISOString(),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
  };
}

/** A server as the API shows it. */
export function toApiGuild(guild: GuildRecord): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()],
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    emojis: [],
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    features: [],
    hub_type: null,
    incidents_data: null,
    mfa_level: GuildMFALevel.None,
    nsfw_level: GuildNSFWLevel.Default,
    preferred_locale: Locale.EnglishUS,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: GuildPremiumTier.None,
    public_updates_channel_id: null,
    region: 'deprecated',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    stickers: [],
    system_channel_flags: NO_FLAGS,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: GuildVerificationLevel.None,
    widget_channel_id: null,
    widget_enabled: false,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
  };
}
