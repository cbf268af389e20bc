import type { GuildChannel } from '../playground/channel.js';
import type { Guild } from '../playground/guild.js';
import type { Person } from '../playground/person.js';
import type { Playground } from '../playground/playground.js';
import type { Role } from '../web/protocol.js';

/** The server in which the try-out plays, and who is in it. */
export interface Scene {
  readonly guildName: string;
  readonly guild: Guild;
  readonly channel: GuildChannel;
  readonly author: Person;
  readonly reader: Person;
  /** Everybody, as whom the page can be used; the author first. */
  readonly roles: readonly Role[];
}

/** Makes a fandom server: an author who looks after it, readers, and a channel of each kind. */
export function furnish(playground: Playground): Scene {
  const guildName = 'The Reading Room';
  const author = playground.createUser({ name: 'Mara' });
  const guild = playground.createGuild({ name: guildName, owner: author });
  const reader = playground.createUser({ name: 'Juno' });
  const lurker = playground.createUser({ name: 'Ilse' });
  const guest = playground.createUser({ name: 'Robin', under18: true });
  const subscribers = guild.createRole({ name: 'Subscribers', mentionable: true });
  guild.join(reader, { roles: [subscribers] });
  guild.join(lurker);
  guild.join(guest);
  const channel = guild.createChannel({ name: 'weekly-chapter', topic: 'A new chapter every Friday' });
  guild.createChannel({ name: 'announcements', type: 'announcement' });
  guild.createChannel({ name: 'library', type: 'forum', tags: ['Chapter', 'Prologue', 'Flashback'] });
  guild.createChannel({ name: 'after-dark', nsfw: true });
  return {
    guildName,
    guild,
    channel,
    author: playground.as(author),
    reader: playground.as(reader),
    roles: [
      { userId: author.id, name: 'Mara', part: 'the author, manages the server' },
      { userId: reader.id, name: 'Juno', part: 'a reader, has the Subscribers role' },
      { userId: lurker.id, name: 'Ilse', part: 'a reader without the role' },
      { userId: guest.id, name: 'Robin', part: 'a guest under 18' },
    ],
  };
}
