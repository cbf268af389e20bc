import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestbed, type Testbed, testStart } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

const silent = { allowed_mentions: { parse: [] } };

describe('a message that discord.js sends', () => {
  test('stands in the channel, dated by the clock, until it is edited and deleted', async () => {
    const channel = await testbed.textChannel(await testbed.login());
    const sent = await channel.send({ content: 'One.', allowedMentions: { parse: [] } });
    expect(testbed.channel.messages()).toMatchObject([{ id: sent.id, content: 'One.', author: { bot: true } }]);
    expect(sent.createdAt).toEqual(testStart);

    testbed.playground.clock.advance(60_000);
    await sent.edit({ content: 'Two.', allowedMentions: { parse: [] } });
    expect(testbed.channel.messages()).toMatchObject([
      { content: 'Two.', edited_timestamp: '2026-10-05T18:01:00.000Z' },
    ]);

    await sent.delete();
    expect(testbed.channel.messages()).toEqual([]);
    testbed.judge.assertClean();
  });

  test('keeps the flag that makes no notification sound', async () => {
    await testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, {
      content: 'Psst',
      flags: 1 << 12,
      ...silent,
    });
    expect(testbed.channel.messages()).toMatchObject([{ flags: 1 << 12 }]);
  });
});

describe('a nonce', () => {
  const post = (nonce: string, content = 'Piece') =>
    testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, { content, nonce, enforce_nonce: true, ...silent });

  test('that is enforced gives the same message again and not a second one', async () => {
    const [first, second] = [await post('n1'), await post('n1', 'Other words')];
    expect(second.body).toEqual(first.body);
    expect(testbed.channel.messages()).toHaveLength(1);
  });

  test('holds for one channel only', async () => {
    const other = testbed.guild.createChannel({ name: 'other' });
    await post('n1');
    await testbed.ask('POST', `/channels/${other.id}/messages`, {
      content: 'x',
      nonce: 'n1',
      enforce_nonce: true,
      ...silent,
    });
    expect(other.messages()).toHaveLength(1);
  });

  test('is forgotten after a while, and with its message', async () => {
    await post('n1');
    testbed.playground.forgetNonces();
    const { body } = await post('n1');
    expect(testbed.channel.messages()).toHaveLength(2);
    await testbed.ask('DELETE', `/channels/${testbed.channel.id}/messages/${(body as { id: string }).id}`);
    await post('n1');
    expect(testbed.channel.messages()).toHaveLength(2);
  });
});

describe('pages of a channel', () => {
  const page = async (query: string) => {
    const { body } = await testbed.ask('GET', `/channels/${testbed.channel.id}/messages?${query}`);
    return (body as { content: string }[]).map(({ content }) => content).join(' ');
  };
  const ids: string[] = [];
  beforeEach(async () => {
    ids.length = 0;
    for (const content of ['a', 'b', 'c', 'd', 'e']) {
      const { body } = await testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, { content, ...silent });
      ids.push((body as { id: string }).id);
    }
  });

  test('come newest first, as many as asked for', async () => {
    expect(await page('limit=2')).toBe('e d');
    expect(await page('')).toBe('e d c b a');
  });
  test('go on after a message', async () => {
    expect(await page(`after=${ids[2]}&limit=1`)).toBe('d');
  });
});

describe('whom a message pings', () => {
  const pinged = async (content: string, allowed?: unknown) => {
    const { body } = await testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, {
      content,
      ...(allowed !== undefined && { allowed_mentions: allowed }),
    });
    const message = body as { mentions: { id: string }[]; mention_roles: string[]; mention_everyone: boolean };
    return { users: message.mentions.map(({ id }) => id), roles: message.mention_roles, all: message.mention_everyone };
  };

  test('is everyone it names when it does not say', async () => {
    const role = testbed.guild.createRole({ name: 'readers', mentionable: true });
    const found = await pinged(`<@${testbed.reader.id}> <@&${role.id}> @everyone`);
    // The bot may not mention everyone here.
    expect(found).toEqual({ users: [testbed.reader.id], roles: [role.id], all: false });
  });
  test('is nobody when it says so', async () => {
    expect(await pinged(`<@${testbed.reader.id}>`, { parse: [] })).toEqual({ users: [], roles: [], all: false });
  });
  test('is the one role that it names, if that can be mentioned', async () => {
    const closed = testbed.guild.createRole({ name: 'closed' });
    expect((await pinged(`<@&${closed.id}>`, { roles: [closed.id] })).roles).toEqual([]);
    testbed.guild.setBotPermissions(['ViewChannel', 'SendMessages', 'MentionEveryone']);
    expect(await pinged(`<@&${closed.id}> @here`, { roles: [closed.id] })).toMatchObject({
      roles: [closed.id],
      all: false,
    });
  });
});

test('a message in a channel is never private, whatever its flags say', async () => {
  const { body } = await testbed.ask('POST', `/channels/${testbed.channel.id}/messages`, {
    content: 'x',
    flags: 64,
    ...silent,
  });
  expect(body).toMatchObject({ flags: 0 });
  expect(testbed.playground.as(testbed.reader).sees(testbed.channel)).toHaveLength(1);
});
