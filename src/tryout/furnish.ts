import type { GuildChannel } from '../playground/channel.js';
import type { Person } from '../playground/person.js';
import type { Playground } from '../playground/playground.js';

/** The server in which the try-out plays, and who is in it. */
export interface Scene {
  readonly guildName: string;
  readonly channel: GuildChannel;
  readonly author: Person;
  readonly reader: Person;
}

/** Makes a fandom server: an author who looks after it, readers, and a channel of each kind. */
export function furnish(playground: Playground): Scene {
  const guildName = 'The Reading Room';
  const author = playground.createUser({ name: 'Mara' });
  const guild = playground.createGuild({ name: guildName, owner: author });
  const reader = playground.createUser({ name: 'Juno' });
  const guest = playground.createUser({ name: 'Robin', under18: true });
  const subscribers = guild.createRole({ name: 'Subscribers', mentionable: true });
  guild.join(reader, { roles: [subscribers] });
  guild.join(playground.createUser({ name: 'Ilse' }));
  guild.join(guest);
  const channel = guild.createChannel({ name: 'weekly-chapter', topic: 'A new chapter every Friday' });
  guild.createChannel({ name: 'announcements', type: 'announcement' });
  guild.createChannel({ name: 'library', type: 'forum', tags: ['Chapter', 'Prologue', 'Flashback'] });
  guild.createChannel({ name: 'after-dark', nsfw: true });
  return { guildName, channel, author: playground.as(author), reader: playground.as(reader) };
}
