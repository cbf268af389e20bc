import { afterEach, describe, expect, test } from 'vitest';
import { discordRateLimits } from '../../src/playground/rate-limits.js';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
afterEach(() => testbed.close());

const route = '/channels/:channelId/messages';
const quiet = { allowedMentions: { parse: [] } };
const say = (channelId: string) =>
  testbed.ask('POST', `/channels/${channelId}/messages`, { content: 'x', allowed_mentions: { parse: [] } });

describe('a bucket', () => {
  test('takes five messages in five seconds in a channel, as at Discord, and says when it takes more', async () => {
    testbed = await openTestbed({ rateLimits: discordRateLimits });
    const other = testbed.guild.createChannel({ name: 'other' });
    const replies = [];
    for (let count = 0; count < 6; count += 1) replies.push(await say(testbed.channel.id));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(replies.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0', '0']);
    expect(replies[0]?.headers.get('x-ratelimit-limit')).toBe('5');
    const refused = replies.at(-1)?.body as { retry_after: number };
    expect(refused).toMatchObject({ global: false, message: 'You are being rate limited.' });
    expect(refused.retry_after).toBeGreaterThan(0);
    expect(refused.retry_after).toBeLessThanOrEqual(5);
    expect((await say(other.id)).status).toBe(200);
  });

  test('is obeyed by discord.js, so that no request is refused', async () => {
    const limits = {
      global: { limit: 50, windowMs: 1000 },
      routes: [{ method: 'POST', route, limit: 2, windowMs: 300 }],
    } as const;
    testbed = await openTestbed({ rateLimits: limits });
    const channel = await testbed.textChannel(await testbed.login());
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((content) => channel.send({ content, ...quiet })));
    expect(testbed.channel.messages().map(({ content }) => content)).toEqual(['a', 'b', 'c', 'd', 'e']);
    testbed.judge.assertClean();
  });
});

test('the global limit holds for everything but answers to interactions', async () => {
  testbed = await openTestbed({ rateLimits: { global: { limit: 2, windowMs: 60_000 }, routes: [] } });
  await say(testbed.channel.id);
  await testbed.ask('GET', '/gateway/bot');
  const refused = await say(testbed.channel.id);
  expect(refused).toMatchObject({ status: 429, body: { global: true } });
  expect(refused.headers.get('x-ratelimit-global')).toBe('true');
  expect((await testbed.ask('POST', '/interactions/1/token/callback', { type: 6 })).status).toBe(404);
});
