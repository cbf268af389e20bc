import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;
const say = (content = 'x') =>
  testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, { content, allowed_mentions: { parse: [] } });
const contents = () => testbed.channel.messages().map(({ content }) => content);

describe('a fault', () => {
  test('answers in place of Discord, for as many requests as it is meant for', async () => {
    const fault = testbed.playground.faults.respond({ ...posting, after: 1, times: 1 }, { status: 500 });
    expect([(await say('a')).status, (await say('b')).status, (await say('c')).status]).toEqual([200, 500, 200]);
    expect(contents()).toEqual(['a', 'c']);
    expect(fault.hits()).toBe(1);
  });

  test('falls upon what its own words choose', async () => {
    testbed.playground.faults.respond(
      { when: ({ body }) => JSON.stringify(body ?? '').includes('bad') },
      { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
    );
    expect(await say('bad')).toMatchObject({ status: 403, body: { code: 50013 } });
    expect((await say('good')).status).toBe(200);
  });

  test('closes the socket before the request is carried out, or after', async () => {
    const before = testbed.playground.faults.drop(posting, 'before');
    await expect(say('lost')).rejects.toThrow();
    before.remove();
    expect(contents()).toEqual([]);
    testbed.playground.faults.drop({ ...posting, times: 1 }, 'after');
    await expect(say('arrived')).rejects.toThrow();
    expect(contents()).toEqual(['arrived']);
  });

  test('holds a request until it is released', async () => {
    const hold = testbed.playground.faults.hold(posting, 'after');
    const answer = say('held');
    expect((await hold.reached).route).toBe(posting.route);
    expect(contents()).toEqual(['held']);
    hold.release();
    expect((await answer).status).toBe(200);
    expect((await say('free')).status).toBe(200);
  });

  test('drops what it holds without carrying it out', async () => {
    const hold = testbed.playground.faults.hold(posting, 'before');
    const answer = say('held');
    await hold.reached;
    hold.drop();
    await expect(answer).rejects.toThrow();
    expect(contents()).toEqual([]);
  });

  test('of an outage answers 503 to everything, until it is over', async () => {
    testbed.playground.faults.outage(true);
    expect((await say()).status).toBe(503);
    testbed.playground.faults.clear();
    expect((await say()).status).toBe(200);
  });

  test('of a delay carries the request out later', async () => {
    testbed.playground.faults.delay(posting, 100);
    const answer = say('late');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(contents()).toEqual([]);
    expect((await answer).status).toBe(200);
  });
});

test('discord.js retries what was refused with 503, and doubles nothing when the nonce is enforced', async () => {
  const channel = await testbed.textChannel(await testbed.login());
  testbed.playground.faults.respond({ ...posting, times: 2 }, { status: 503 });
  await channel.send({ content: 'Once', nonce: '1', enforceNonce: true, allowedMentions: { parse: [] } });
  expect(contents()).toEqual(['Once']);
});
