import type { APIApplicationCommand, APIChannel, APIMessage, APIUser } from 'discord-api-types/v10';
import { isAgeRestricted, visibleCommands } from './command-choice.js';
import type { CommandRegistry } from './command-registry.js';
import { emojiKey } from './emoji.js';
import { toApiChannel, toApiMember } from './payloads.js';
import { allows, channelPermissions, guildPermissions } from './permissions.js';
import type { MessageRef } from './person-sight.js';
import { compareSnowflakes } from './snowflake.js';
import { type ChannelRights, noRights, type SeenChannel, type SeenServer, type Surroundings } from './surroundings.js';
import type { ChannelRecord, GuildRecord, World } from './world.js';

/** Anything with the id of a channel. */
type ChannelRef = Pick<APIChannel, 'id'>;

/** What somebody's client shows them, for whoever draws one. Nothing here throws for what they cannot see: it is left out. */
export interface PersonView {
  surroundings(): Surroundings;
  rights(channel: ChannelRef): ChannelRights;
  /** The bot's commands that they are offered in a channel. */
  offers(channel: ChannelRef): readonly APIApplicationCommand[];
  /** A message as they see it, their own reactions marked as theirs; undefined when they do not see it. */
  look(message: MessageRef): APIMessage | undefined;
  /** Up to `count` messages of a channel by age: the newest, or the newest of those older than the message `before`. */
  history(channel: ChannelRef, count: number, before?: string): readonly APIMessage[];
}

/** Opens somebody's view of the playground. */
export function createPersonView(world: World, registry: CommandRegistry, user: APIUser): PersonView {
  const isMinor = world.minors.has(user.id);
  const gate = (channel: ChannelRecord): SeenChannel => ({
    channel: toApiChannel(world, channel),
    ageGate: isMinor && isAgeRestricted(world, channel),
  });
  const granted = (channel: ChannelRecord) => channelPermissions(world, channel, user.id);
  const rights = ({ id }: ChannelRef): ChannelRights => {
    const channel = world.channels.get(id);
    if (channel === undefined || granted(channel) === 0n || gate(channel).ageGate) return noRights;
    const bits = granted(channel);
    const isDirect = channel.kind === 'direct';
    return {
      read: isDirect || allows(bits, 'ViewChannel'),
      write: isDirect || allows(bits, channel.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages'),
      addReactions: isDirect || allows(bits, 'AddReactions'),
      useCommands: isDirect || allows(bits, 'UseApplicationCommands'),
      manageMessages: allows(bits, 'ManageMessages'),
    };
  };
  const asOwn = (message: APIMessage): APIMessage => {
    if (message.reactions === undefined) return message;
    const kinds = world.reactions.get(message.id);
    const isMine = ({ id, name }: { readonly id: string | null; readonly name: string | null }) =>
      kinds?.get(emojiKey({ id, name: name ?? '' }))?.includes(user.id) === true;
    return { ...message, reactions: message.reactions.map((one) => ({ ...one, me: isMine(one.emoji) })) };
  };
  const seesServer = (guild: GuildRecord): SeenServer => ({
    id: guild.id,
    name: guild.name,
    channels: [...world.channels.values()]
      .filter((one) => one.kind !== 'direct' && one.guildId === guild.id && granted(one) !== 0n)
      .toSorted((a, b) => rank(a) - rank(b))
      .map(gate),
    roles: [...guild.roles.values()],
    members: [...guild.members.values()].map((member) => toApiMember(world, member)),
    manages: allows(guildPermissions(guild, user.id), 'ManageGuild'),
  });

  return {
    rights,
    surroundings: () => {
      const direct = [...world.channels.values()].find((one) => one.kind === 'direct' && one.recipientId === user.id);
      return {
        me: user,
        under18: isMinor,
        servers: [...world.guilds.values()].filter(({ members }) => members.has(user.id)).map(seesServer),
        // The API shows a private conversation to the bot; to its user, the other one in it is the bot.
        direct: direct && { ageGate: false, channel: { ...toApiChannel(world, direct), recipients: [world.bot] } },
      };
    },
    offers: ({ id }) => {
      const channel = world.channels.get(id);
      if (channel === undefined || !rights(channel).useCommands) return [];
      return visibleCommands(world, registry, user.id, channel);
    },
    look: ({ id, channel_id }) => {
      if (!rights({ id: channel_id }).read) return undefined;
      const ephemeral = world.ephemerals.get(id);
      const message = ephemeral?.userId === user.id ? ephemeral.message : world.messages.get(channel_id)?.get(id);
      return message && asOwn(message);
    },
    history: ({ id }, count, before) => {
      if (!rights({ id }).read) return [];
      const ephemerals = [...world.ephemerals.values()].filter(
        (one) => one.userId === user.id && one.message.channel_id === id,
      );
      const all = [...(world.messages.get(id)?.values() ?? []), ...ephemerals.map(({ message }) => message)];
      const byAge = all.toSorted((a, b) => compareSnowflakes(a.id, b.id));
      const end =
        before === undefined ? byAge.length : byAge.findIndex(({ id: each }) => compareSnowflakes(each, before) >= 0);
      return byAge.slice(Math.max(0, end - count), Math.max(0, end)).map(asOwn);
    },
  };
}

/** Channels in their order, then threads, which keep the order in which they were made. */
function rank(channel: ChannelRecord): number {
  return channel.kind === 'guild' ? channel.position : Number.MAX_SAFE_INTEGER;
}
