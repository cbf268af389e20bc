import { type APIMessage, GatewayDispatchEvents, GatewayIntentBits, OverwriteType } from 'discord-api-types/v10';
import { parseEmoji } from './emoji.js';
import { channelHistory, DEFAULT_WAIT_MS, waitForMessage } from './message-watch.js';
import { toApiGuildChannel } from './payloads.js';
import { type PermissionName, permissionBits } from './permissions.js';
import { reactors } from './reactions.js';
import { forgetChannel, removeThread, replaceThread } from './threads.js';
import type { ChannelRecord, GuildChannelRecord, ThreadRecord, World } from './world.js';

/** Any place for messages: a channel, thread, forum post or private conversation. */
export interface Channel<Kind extends ChannelRecord = ChannelRecord> {
  readonly id: string;
  /** Its state now. Throws when it has been deleted. */
  record(): Kind;
  /** Its messages as they stand now, oldest first. */
  messages(): readonly APIMessage[];
  /** The first message that fits, waiting up to `timeoutMs` of real time (10 s) for one to come or to be edited so. */
  waitForMessage(fits: (message: APIMessage) => boolean, timeoutMs?: number): Promise<APIMessage>;
  /** The ids of who reacted to a message with an emoji. */
  reactors(message: { readonly id: string }, emoji: string): readonly string[];
}

/** A thread or a forum post. */
export interface Thread extends Channel<ThreadRecord> {
  archive(options?: { readonly locked?: boolean }): void;
  delete(): void;
}

/** Permissions to give and take in one channel. */
export interface PermissionChange {
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

/** A channel of a server. Whatever is changed here, the bot is told through the gateway. */
export interface GuildChannel extends Channel<GuildChannelRecord> {
  /** Its threads or, in a forum, its posts; archived ones too. */
  threads(): readonly Thread[];
  setNsfw(nsfw: boolean): void;
  rename(name: string): void;
  /** Allows and denies somebody (a member, or a role by its id) permissions here, in place of what was set for them. */
  setPermissions(target: { readonly id: string }, change: PermissionChange): void;
  delete(): void;
}

/** The handle of a private conversation, or the part that all handles share. */
export function createChannel<Kind extends ChannelRecord>(
  world: World,
  id: string,
  isKind: (record: ChannelRecord) => record is Kind,
): Channel<Kind> {
  return {
    id,
    record: () => {
      const record = world.channels.get(id);
      if (record === undefined || !isKind(record)) throw new Error(`The channel ${id} is not there any more.`);
      return record;
    },
    messages: () => channelHistory(world, id),
    waitForMessage: (fits, timeoutMs = DEFAULT_WAIT_MS) => waitForMessage(world, id, fits, timeoutMs),
    reactors: (message, emoji) => reactors(world, message.id, parseEmoji(emoji)).map((user) => user.id),
  };
}

/** The handle of a thread. */
export function createThread(world: World, id: string): Thread {
  const channel = createChannel(world, id, (record) => record.kind === 'thread');
  return {
    ...channel,
    archive: ({ locked = false } = {}) =>
      replaceThread(world, { ...channel.record(), archived: true, locked, archiveChangedAt: world.clock.now() }),
    delete: () => removeThread(world, channel.record()),
  };
}

/** The handle of a server's channel. */
export function createGuildChannel(world: World, id: string): GuildChannel {
  const channel = createChannel(world, id, (record) => record.kind === 'guild');
  const replace = (change: Partial<GuildChannelRecord>) => {
    const record: GuildChannelRecord = { ...channel.record(), ...change };
    world.channels.set(id, record);
    const data = { ...toApiGuildChannel(record), guild_id: record.guildId };
    world.events.dispatch(GatewayDispatchEvents.ChannelUpdate, data, GatewayIntentBits.Guilds);
  };
  return {
    ...channel,
    threads: () =>
      [...world.channels.values()].flatMap((one) =>
        one.kind === 'thread' && one.parentId === id ? [createThread(world, one.id)] : [],
      ),
    setNsfw: (nsfw) => replace({ nsfw }),
    rename: (name) => replace({ name }),
    setPermissions: (target, { allow = [], deny = [] }) => {
      const record = channel.record();
      const isRole = world.guilds.get(record.guildId)?.roles.has(target.id) === true;
      const overwrite = {
        id: target.id,
        type: isRole ? OverwriteType.Role : OverwriteType.Member,
        allow: String(permissionBits(allow)),
        deny: String(permissionBits(deny)),
      };
      replace({ overwrites: [...record.overwrites.filter((one) => one.id !== target.id), overwrite] });
    },
    delete: () => {
      const record = channel.record();
      const data = { ...toApiGuildChannel(record), guild_id: record.guildId };
      forgetChannel(world, id);
      world.events.dispatch(GatewayDispatchEvents.ChannelDelete, data, GatewayIntentBits.Guilds);
    },
  };
}
