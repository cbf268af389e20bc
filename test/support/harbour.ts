import type { APIMessage } from 'discord-api-types/v10';
import type { GuildChannel } from '../../src/playground/channel.js';
import type { Guild } from '../../src/playground/guild.js';
import type { Person } from '../../src/playground/person.js';
import type { Testbed } from './bot.js';
import { asMessage, buttonLabels, shownText } from './shown.js';

/** A server with an author who looks after it, a reader, and a text channel. */
export interface Harbour {
  readonly guild: Guild;
  readonly channel: GuildChannel;
  readonly author: Person;
  readonly reader: Person;
}

/** Every Friday at 20:00 in Berlin: 19:00 UTC in November. */
export const fridayEvening = { day: 'friday', time: '20:00', timezone: 'Europe/Berlin' };
export const firstSlot = new Date('2026-11-06T19:00:00Z');
export const secondSlot = new Date('2026-11-13T19:00:00Z');
export const thirdSlot = new Date('2026-11-20T19:00:00Z');

/** Makes that server in the testbed's playground; to be called before the bot starts or after. */
export function furnishHarbour({ playground }: Testbed): Harbour {
  const owner = playground.createUser({ name: 'Mara' });
  const user = playground.createUser({ name: 'Juno' });
  const guild = playground.createGuild({ name: 'Harbour', owner });
  guild.join(user);
  const channel = guild.createChannel({ name: 'serial' });
  return { guild, channel, author: playground.as(owner), reader: playground.as(user) };
}

/** What a command answers, as text. */
export async function ask(
  person: Person,
  channel: { readonly id: string },
  command: string,
  options: Parameters<Person['slash']>[2] = {},
): Promise<string> {
  return shownText(asMessage(await person.slash(channel, command, options)).message);
}

/** The message that ends the `count`th release in a channel: the one with buttons. */
export async function releaseEnd(
  channel: Pick<GuildChannel, 'waitForMessage' | 'messages'>,
  count = 1,
): Promise<APIMessage> {
  const ends = () => channel.messages().filter((message) => buttonLabels(message).includes('Read privately'));
  await channel.waitForMessage(() => ends().length >= count);
  const end = ends()[count - 1];
  if (end === undefined) throw new Error(`There is no release ${count} in the channel.`);
  return end;
}

/** The numbered paragraphs of `chapterText` that messages hold, in order. */
export function paragraphsIn(messages: readonly APIMessage[]): readonly string[] {
  return messages.flatMap((message) => shownText(message).match(/Paragraph \d+\.\d+/g) ?? []);
}

/** `Paragraph 2.1` to `Paragraph 2.<count>`. */
export function paragraphsOf(chapter: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Paragraph ${chapter}.${index + 1}`);
}
