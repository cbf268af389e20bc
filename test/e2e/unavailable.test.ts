import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, furnishHarbour, type Harbour, paragraphsIn, paragraphsOf } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 2));
});
afterEach(() => testbed.close());

it('tells the author what a release waits for, while Discord holds the server unavailable', async () => {
  await testbed.start({}, { waits: { requestTimeoutMs: 15_000, pauses: { firstMs: 50, longestMs: 100 } } });
  const { author, channel, guild } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, cron: '0 0 29 2 *', timezone: 'UTC' });
  const status = () => ask(author, channel, 'serial status');
  guild.setAvailable(false);
  await ask(author, channel, 'release now');
  await expect.poll(status, { timeout: 10_000 }).toMatch(/Being posted: .*It waits.*holds this server/s);
  guild.setAvailable(true);
  await expect.poll(status, { timeout: 10_000 }).toContain('Out so far: 1');
  expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 2));
});
