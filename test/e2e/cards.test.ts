import { type APIMessage, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuildChannel } from '../../src/playground/channel.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  paragraphsIn,
  paragraphsOf,
  releaseEnd,
  secondSlot,
} from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

const noteText = 'Please tell me what you think of the lamp.';
const file = (number: number, count: number) =>
  `A/N: ${noteText}\n\n${chapterText(number, `Title ${number}`, count)}\n\nA/N: Thank you for reading.`;
const hasFlag = ({ flags }: APIMessage, flag: MessageFlags) => ((flags ?? 0) & flag) !== 0;
const isCard = (message: APIMessage) => hasFlag(message, MessageFlags.IsComponentsV2) && message.content === '';

/** Starts a serial whose chapters come as cards, and lets the first one, of 30 paragraphs, come out. */
async function release(channel: GuildChannel = harbour.channel, options: Record<string, unknown> = {}): Promise<void> {
  await testbed.write('lamp/01.txt', file(1, 30));
  await testbed.write('lamp/02.txt', file(2, 4));
  await testbed.start();
  const { author, channel: here } = harbour;
  await ask(author, here, 'serial start', { story: 'lamp', channel, ...fridayEvening, ...options });
  expect(await ask(author, here, 'serial set', { layout: 'cards' })).toContain('comes as cards');
  testbed.clock.jumpTo(firstSlot);
  await expect.poll(() => ask(author, here, 'serial status'), { timeout: 10_000 }).toContain('Out so far: 1');
}

/** What stands in frames of its own in a message. */
function framed({ components = [] }: APIMessage): readonly string[] {
  return components.flatMap((component) =>
    component.type === ComponentType.Container
      ? component.components.flatMap((inner) => (inner.type === ComponentType.TextDisplay ? [inner.content] : []))
      : [],
  );
}

describe('a release as cards', () => {
  it('is posted whole in half the messages, its notes in frames of their own, with buttons and one ping', async () => {
    const { author, channel, guild, reader } = harbour;
    const role = guild.createRole({ name: 'Readers', mentionable: true });
    await release(channel, { role });
    const cards = channel.messages();
    expect(cards.every(isCard)).toBe(true);
    expect(paragraphsIn(cards)).toEqual(paragraphsOf(1, 30));
    const lengths = cards.map((card) => shownText(card).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4_000);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    expect(cards.length).toBeLessThanOrEqual(Math.ceil(total / 3_900) + 1);
    expect(cards.flatMap(framed)).toEqual([
      `**Author's note**\n${noteText}`,
      "**Author's note**\nThank you for reading.",
    ]);
    expect(cards.flatMap(({ mention_roles }) => mention_roles)).toEqual([role.id]);
    expect(cards.map((card) => hasFlag(card, MessageFlags.SuppressNotifications))).toEqual(
      cards.map((_, index) => index > 0),
    );
    const last = await releaseEnd(channel);
    expect(last.id).toBe(cards.at(-1)?.id);
    const page = asMessage(await reader.click(last, { label: 'Read privately' })).message;
    expect(shownText(page)).toContain('Paragraph 1.1');
    reader.react(last, '🔥');
    await expect.poll(() => ask(author, channel, 'feedback', { chapter: '1' })).toContain('🔥');
  });

  it('is previewed as it will stand, and shows its notes there too', async () => {
    await release();
    const { author, channel } = harbour;
    const { message } = asMessage(await author.slash(channel, 'release preview'));
    expect(framed(message)).toEqual([`**Author's note**\n${noteText}`, "**Author's note**\nThank you for reading."]);
  });

  it('is edited in place, and stays cards when the serial goes back to messages', async () => {
    await release();
    const { author, channel } = harbour;
    await ask(author, channel, 'serial set', { layout: 'messages' });
    const before = new Map(channel.messages().map((message) => [message.id, shownText(message)]));
    await testbed.write('lamp/01.txt', file(1, 30).replace('Paragraph 1.20.', 'Paragraph 1.20. At last!'));
    testbed.clock.advance(6_000);
    const { message } = asMessage(await author.slash(channel, 'release sync', { chapter: '1' }));
    await author.click(message, { label: 'Update the messages' });
    const changed = () =>
      channel.messages().filter(({ id, ...other }) => before.get(id) !== shownText({ id, ...other }));
    await expect.poll(() => changed().length, { timeout: 10_000 }).toBe(1);
    expect(changed().map(shownText).join()).toContain('At last!');
    expect(channel.messages().every(isCard)).toBe(true);
    expect(channel.messages().map(({ id }) => id)).toEqual([...before.keys()]);

    testbed.clock.jumpTo(secondSlot);
    const end = await releaseEnd(channel, 2);
    expect(isCard(end)).toBe(false);
    expect(buttonLabels(end)).toContain('Read privately');
    expect(paragraphsIn(channel.messages().slice(before.size))).toEqual(paragraphsOf(2, 4));
  });

  it('grows by new cards at its end', async () => {
    await release();
    const { author, channel } = harbour;
    const count = channel.messages().length;
    await testbed.write('lamp/01.txt', file(1, 60));
    testbed.clock.advance(6_000);
    const { message } = asMessage(await author.slash(channel, 'release sync', { chapter: '1' }));
    await author.click(message, { label: 'Update the messages' });
    await expect.poll(() => paragraphsIn(channel.messages()), { timeout: 15_000 }).toEqual(paragraphsOf(1, 60));
    expect(channel.messages().length).toBeGreaterThan(count);
    expect(channel.messages().every(isCard)).toBe(true);
  });

  it('goes on without a second copy of a card whose answer was lost', async () => {
    await testbed.write('lamp/01.txt', file(1, 30));
    const first = await testbed.start();
    const { author, channel } = harbour;
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    await ask(author, channel, 'serial set', { layout: 'cards' });
    const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;
    const held = testbed.playground.faults.hold({ ...posting, after: 1, times: 1 }, 'after');
    testbed.clock.jumpTo(firstSlot);
    await held.reached;
    const stopped = first.stop();
    held.drop();
    await stopped;
    // Past Discord's nonce window, what it said is all that tells the card.
    testbed.clock.advance(3_600_000);
    await testbed.start();
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 30));
  });

  it('comes whole in an announcement channel, and as a forum post', async () => {
    const news = harbour.guild.createChannel({ name: 'news', type: 'announcement' });
    const forum = harbour.guild.createChannel({ name: 'library', type: 'forum' });
    await release(news);
    await ask(harbour.author, harbour.channel, 'serial move', { channel: forum });
    await testbed.write('lamp/02.txt', file(2, 30));
    testbed.clock.jumpTo(secondSlot);
    await expect.poll(() => forum.threads().length, { timeout: 5_000 }).toBe(1);
    const [post] = forum.threads();
    if (post === undefined) throw new Error('The post is gone.');
    await releaseEnd(post);
    for (const [chapter, messages] of [news.messages(), post.messages()].entries()) {
      expect(messages.every(isCard)).toBe(true);
      expect(paragraphsIn(messages)).toEqual(paragraphsOf(chapter + 1, 30));
    }
  });
});
