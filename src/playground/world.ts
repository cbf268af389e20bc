import type {
  APIGuildForumTag,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import type { PlaygroundClock } from './clock.js';
import { createEventHub, type EventHub } from './event-hub.js';
import { createSnowflakes } from './snowflake.js';

/** No flag set, as a number: the enums of flags have no name for it. */
export const NO_FLAGS: number = 0;

/** A member of a server: a user with the ids of their roles (`@everyone`, which all have, is not among them). */
export interface MemberRecord {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly joinedAt: Date;
}

/** A server. Its `@everyone` role has the server's own id. */
export interface GuildRecord {
  /** What Server Settings, Integrations says: per command's name, whether members of a role may use it. */
  readonly commandRoles: Map<string, Map<string, boolean>>;
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, MemberRecord>;
}

/** The kinds of channel that a server holds; threads are records of their own. */
export type GuildChannelType = ChannelType.GuildText | ChannelType.GuildAnnouncement | ChannelType.GuildForum;

/** A text, announcement or forum channel. `tags` are a forum's. */
export interface GuildChannelRecord {
  readonly kind: 'guild';
  readonly id: string;
  readonly guildId: string;
  readonly type: GuildChannelType;
  readonly name: string;
  readonly topic: string | null;
  readonly nsfw: boolean;
  readonly position: number;
  readonly overwrites: readonly APIOverwrite[];
  readonly tags: readonly APIGuildForumTag[];
  readonly lastMessageId: string | null;
}

/** A thread or a forum post; its id is that of the message it began with. */
export interface ThreadRecord {
  readonly kind: 'thread';
  readonly id: string;
  readonly guildId: string;
  readonly parentId: string;
  readonly type: ChannelType.PublicThread | ChannelType.AnnouncementThread | ChannelType.PrivateThread;
  readonly name: string;
  readonly ownerId: string;
  readonly archived: boolean;
  readonly locked: boolean;
  readonly autoArchiveMinutes: ThreadAutoArchiveDuration;
  readonly archiveChangedAt: Date;
  readonly createdAt: Date;
  readonly appliedTags: readonly string[];
  readonly members: readonly string[];
  /** Messages there now without the first, and all that were ever sent. */
  readonly messageCount: number;
  readonly totalMessagesSent: number;
  readonly lastMessageId: string | null;
}

/** The private conversation of the bot with one user. */
export interface DirectChannelRecord {
  readonly kind: 'direct';
  readonly id: string;
  readonly recipientId: string;
  readonly lastMessageId: string | null;
}

/** Anything that holds messages, or a forum, which holds posts. */
export type ChannelRecord = GuildChannelRecord | ThreadRecord | DirectChannelRecord;

/** A message that one user alone can see, and never in the channel's history. */
export interface EphemeralRecord {
  readonly message: APIMessage;
  readonly userId: string;
}

/** All that is in the playground: immutable records in maps, replaced when something changes. */
export interface World {
  readonly clock: PlaygroundClock;
  readonly nextId: () => string;
  readonly events: EventHub;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: APIUser;
  /** Where the playground's own pages and files are, without a slash at the end. */
  readonly baseUrl: string;
  readonly users: Map<string, APIUser>;
  /** Users under eighteen, who may not look into age-restricted channels. */
  readonly minors: Set<string>;
  readonly guilds: Map<string, GuildRecord>;
  readonly channels: Map<string, ChannelRecord>;
  /** Per channel id its messages by id, in the order in which they came. */
  readonly messages: Map<string, Map<string, APIMessage>>;
  /** Answers that only one person sees, by message id. */
  readonly ephemerals: Map<string, EphemeralRecord>;
  /** Per message id and emoji key (see emoji.ts) who reacted, in order. */
  readonly reactions: Map<string, Map<string, readonly string[]>>;
}

/** What a new world is told about itself. */
export interface WorldOptions {
  readonly clock: PlaygroundClock;
  readonly botName: string;
  readonly baseUrl: string;
}

/** Makes an empty world with nobody in it but the bot. */
export function createWorld({ clock, botName, baseUrl }: WorldOptions): World {
  const nextId = createSnowflakes(clock);
  const applicationId = nextId();
  const bot = createUserRecord(applicationId, botName, true);
  return {
    clock,
    nextId,
    events: createEventHub(),
    // Shaped like a real one: discord.js reads the application's id from its first part.
    token: `${Buffer.from(applicationId).toString('base64url')}.play.${Buffer.from(nextId()).toString('base64url')}`,
    applicationId,
    bot,
    baseUrl,
    users: new Map([[bot.id, bot]]),
    minors: new Set(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    ephemerals: new Map(),
    reactions: new Map(),
  };
}

/** A user as the API shows one. */
export function createUserRecord(id: string, name: string, isBot: boolean): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/[^a-z0-9._]+/gu, '_'),
    discriminator: '0',
    global_name: name,
    avatar: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    bot: isBot,
    system: false,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}
