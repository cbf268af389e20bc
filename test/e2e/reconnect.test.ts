import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 2));
  await testbed.start();
  await ask(harbour.author, harbour.channel, 'serial start', {
    story: 'lamp',
    channel: harbour.channel,
    ...fridayEvening,
  });
  await ask(harbour.author, harbour.channel, 'release now');
});
afterEach(() => testbed.close());

const report = () => ask(harbour.author, harbour.channel, 'feedback', { chapter: '1' });

describe('reactions that come while the connection is lost', () => {
  it('are told again where it is resumed, and looked up where it is not', { timeout: 60_000 }, async () => {
    const { channel, reader } = harbour;
    const { gateway } = testbed.playground.faults;
    const piece = await releaseEnd(channel);

    gateway.refuse(true);
    gateway.drop();
    await expect.poll(() => testbed.playground.isBotOnline(), { timeout: 10_000 }).toBe(false);
    reader.react(piece, '🔥');
    gateway.refuse(false);
    await expect.poll(() => testbed.playground.isBotOnline(), { timeout: 20_000 }).toBe(true);
    await expect.poll(report, { timeout: 10_000 }).toContain('🔥 1');

    gateway.refuse(true);
    gateway.drop();
    await expect.poll(() => testbed.playground.isBotOnline(), { timeout: 10_000 }).toBe(false);
    gateway.forgetSessions();
    reader.unreact(piece, '🔥');
    reader.react(piece, '😭');
    gateway.refuse(false);
    await expect.poll(() => testbed.playground.isBotOnline(), { timeout: 20_000 }).toBe(true);
    await expect.poll(report, { timeout: 10_000 }).toContain('😭 1');
    expect(await report()).not.toContain('🔥');
  });
});
