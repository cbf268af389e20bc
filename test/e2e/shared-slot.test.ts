import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GuildChannel } from '../../src/playground/channel.js';
import { discordRateLimits } from '../../src/playground/rate-limits.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

/** More than go in one group, and with three pieces each more than Discord takes in some seconds. */
const servers = 50;
const paragraphs = 14;

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed({ rateLimits: discordRateLimits });
  for (const number of [1, 2, 3]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, 'Lamp', paragraphs));
});
afterEach(() => testbed.close());

it('is served in every server in order, within the limit of the whole bot, and readers are answered meanwhile', async () => {
  const { playground } = testbed;
  const owner = playground.createUser({ name: 'Mara' });
  const channels = Array.from({ length: servers }, (_, index): GuildChannel => {
    const guild = playground.createGuild({ name: `Harbour ${index}`, owner });
    return guild.createChannel({ name: 'serial' });
  });
  const author = playground.as(owner);
  await testbed.start();
  for (const channel of channels)
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  const [first] = channels;
  if (first === undefined) throw new Error('There are no channels.');

  testbed.clock.jumpTo(firstSlot);
  await first.waitForMessage(() => true);
  const told = await ask(author, first, 'chapters');
  await Promise.all(channels.map((channel) => releaseEnd(channel)));

  expect(told).toContain('Lamp');
  for (const channel of channels) {
    expect(channel.messages()).toHaveLength(3);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, paragraphs));
  }
  const refused = testbed.exchanges.filter(({ status }) => status === 429);
  expect(refused.length).toBeLessThan(servers * 3 * 0.02);
});
