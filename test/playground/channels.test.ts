import { ChannelType, type Message, MessageFlags, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PermissionName } from '../../src/playground/permissions.js';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

const quiet = { allowedMentions: { parse: [] } };
const say = (channelId: string, content = 'x') =>
  testbed.ask('POST', `/channels/${channelId}/messages`, { content, allowed_mentions: { parse: [] } });

describe('a forum', () => {
  test('takes a post with tags of its own, whose first message has its id', async () => {
    const forum = testbed.guild.createChannel({ name: 'chapters', type: 'forum', tags: ['flashback', 'chapter'] });
    const client = await testbed.login();
    const found = await client.channels.fetch(forum.id);
    if (found?.type !== ChannelType.GuildForum) throw new Error('Expected a forum.');
    const [tag] = found.availableTags;
    const post = await found.threads.create({
      name: 'Chapter 1',
      message: { content: 'It begins.', ...quiet },
      appliedTags: tag === undefined ? [] : [tag.id],
    });
    await post.send({ content: 'It goes on.', ...quiet });
    const [thread] = forum.threads();
    expect(thread?.messages().map(({ content }) => content)).toEqual(['It begins.', 'It goes on.']);
    expect(thread?.messages()[0]?.id).toBe(thread?.id);
    expect(thread?.record()).toMatchObject({ name: 'Chapter 1', appliedTags: [tag?.id], messageCount: 1 });
    testbed.judge.assertClean();
  });

  test('takes no plain messages, no unknown tags and no more than five', async () => {
    const forum = testbed.guild.createChannel({ name: 'chapters', type: 'forum' });
    const post = (tags: readonly string[]) =>
      testbed.ask('POST', `/channels/${forum.id}/threads`, {
        name: 'x',
        message: { content: 'x' },
        applied_tags: tags,
      });
    const unknown = '1'.repeat(19);
    expect(await say(forum.id)).toMatchObject({ body: { code: 50008 } });
    expect(await post([unknown])).toMatchObject({ body: { code: 10087 } });
    expect(await post(Array.from({ length: 6 }, () => unknown))).toMatchObject({ body: { code: 50035 } });
    expect(forum.threads()).toEqual([]);
  });
});

describe('a thread', () => {
  const open = async () => {
    const channel: TextChannel = await testbed.textChannel(await testbed.login());
    const message: Message = await channel.send({ content: 'The end.', ...quiet });
    const thread = await message.startThread({ name: 'Talk', autoArchiveDuration: 1440 });
    const [handle] = testbed.channel.threads();
    if (handle === undefined) throw new Error('There is no thread.');
    return { message, thread, handle };
  };

  test('hangs on a message, once', async () => {
    const { message, thread, handle } = await open();
    expect([thread.id, handle.id]).toEqual([message.id, message.id]);
    expect(testbed.channel.messages()[0]?.flags).toBe(MessageFlags.HasThread);
    await expect(message.startThread({ name: 'Again' })).rejects.toMatchObject({ code: 160004 });
    testbed.playground.as(testbed.reader).say(handle, 'Wow');
    expect(handle.record().messageCount).toBe(1);
  });

  test('that is archived lets nothing be edited (50083), and opens with a message', async () => {
    const { thread, handle } = await open();
    const sent = await thread.send({ content: 'Hm', ...quiet });
    handle.archive();
    await expect(sent.edit({ content: 'Hmm', ...quiet })).rejects.toMatchObject({ code: 50083 });
    await expect(sent.react('🐺')).rejects.toMatchObject({ code: 50083 });
    await expect(thread.setName('Other')).rejects.toMatchObject({ code: 50083 });
    await thread.send({ content: 'Hm?', ...quiet });
    expect(handle.record().archived).toBe(false);
    testbed.judge.assertClean();
  });

  test('that is locked stays shut to who does not manage threads', async () => {
    const { handle } = await open();
    handle.archive({ locked: true });
    expect(await say(handle.id)).toMatchObject({ status: 400, body: { code: 50083 } });
    expect(await testbed.ask('PATCH', `/channels/${handle.id}`, { archived: false })).toMatchObject({
      body: { code: 50013 },
    });
  });

  test('is listed while archived, and gone with its channel', async () => {
    const { handle } = await open();
    handle.archive();
    const { body } = await testbed.ask('GET', `/channels/${testbed.channel.id}/threads/archived/public`);
    expect(body).toMatchObject({ threads: [{ id: handle.id }], has_more: false });
    testbed.channel.delete();
    expect(await say(handle.id)).toMatchObject({ status: 404, body: { code: 10003 } });
  });
});

describe('an announcement', () => {
  test('is published once', async () => {
    const news = testbed.guild.createChannel({ name: 'news', type: 'announcement' });
    const client = await testbed.login();
    const found = await client.channels.fetch(news.id);
    if (found?.type !== ChannelType.GuildAnnouncement) throw new Error('Expected an announcement channel.');
    const sent = await found.send({ content: 'Out now', ...quiet });
    await sent.crosspost();
    expect(news.messages()).toMatchObject([{ flags: MessageFlags.Crossposted }]);
    const again = await testbed.ask('POST', `/channels/${news.id}/messages/${sent.id}/crosspost`);
    expect(again).toMatchObject({ status: 400, body: { code: 40033 } });
    testbed.judge.assertClean();
  });

  test('is nothing that a text channel has', async () => {
    const { body } = await say(testbed.channel.id);
    const { id } = body as { id: string };
    expect(await testbed.ask('POST', `/channels/${testbed.channel.id}/messages/${id}/crosspost`)).toMatchObject({
      body: { code: 50024 },
    });
  });
});

describe('what the bot may not do', () => {
  const all: readonly PermissionName[] = ['ViewChannel', 'SendMessages', 'ReadMessageHistory'];
  const without = (gone: PermissionName) => {
    testbed.guild.setRolePermissions('everyone', []);
    testbed.guild.setBotPermissions(all.filter((one) => one !== gone));
  };

  test.each<[PermissionName, string, string, unknown, number]>([
    ['ViewChannel', 'POST', '/messages', { content: 'x' }, 50001],
    ['ViewChannel', 'GET', '', undefined, 50001],
    ['SendMessages', 'POST', '/messages', { content: 'x' }, 50013],
    ['ReadMessageHistory', 'GET', '/messages/MESSAGE', undefined, 50013],
    ['AddReactions', 'PUT', '/messages/MESSAGE/reactions/🐺/@me', undefined, 50013],
    ['ManageMessages', 'DELETE', '/messages/MESSAGE', undefined, 50013],
    ['CreatePublicThreads', 'POST', '/messages/MESSAGE/threads', { name: 'x' }, 50013],
  ])('without %s, %s %s is refused', async (permission, method, path, body, code) => {
    const { id } = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
    without(permission);
    const reply = await testbed.ask(method, `/channels/${testbed.channel.id}${path.replace('MESSAGE', id)}`, body);
    expect(reply).toMatchObject({ status: 403, body: { code } });
  });

  test('in one channel is said by that channel', async () => {
    testbed.channel.setPermissions({ id: testbed.guild.id }, { deny: ['SendMessages'] });
    testbed.guild.setBotPermissions(['ViewChannel']);
    expect(await say(testbed.channel.id)).toMatchObject({ body: { code: 50013 } });
    testbed.channel.setPermissions(testbed.playground.botUser, { allow: ['SendMessages'] });
    expect(await say(testbed.channel.id)).toMatchObject({ status: 200 });
  });

  test('is anything in a server that it was thrown out of', async () => {
    testbed.guild.removeBot();
    expect(await say(testbed.channel.id)).toMatchObject({ status: 403, body: { code: 50001 } });
    expect(await testbed.ask('GET', `/guilds/${testbed.guild.id}/threads/active`)).toMatchObject({
      status: 404,
      body: { code: 10004 },
    });
  });

  test('is edit what somebody else wrote (50005)', async () => {
    const { id } = testbed.playground.as(testbed.owner).say(testbed.channel, 'Mine');
    const reply = await testbed.ask('PATCH', `/channels/${testbed.channel.id}/messages/${id}`, { content: 'Ours' });
    expect(reply).toMatchObject({ status: 403, body: { code: 50005 } });
  });
});

test('a reader under 18 does not see into an age-restricted channel', () => {
  const minor = testbed.playground.createUser({ name: 'Liam', under18: true });
  testbed.guild.join(minor);
  expect(testbed.playground.as(minor).sees(testbed.channel)).toEqual([]);
  testbed.channel.setNsfw(true);
  expect(() => testbed.playground.as(minor).sees(testbed.channel)).toThrow('age-restricted');
});

test('the bot can write to a user', async () => {
  const { body } = await testbed.ask('POST', '/users/@me/channels', { recipient_id: testbed.reader.id });
  const { id } = body as { id: string };
  const message = { content: 'The last chapter in hand goes out on Friday.', allowed_mentions: { parse: [] } };
  await testbed.ask('POST', `/channels/${id}/messages`, message);
  const conversation = testbed.playground.directMessages(testbed.reader);
  expect(conversation.messages()).toMatchObject([{ content: 'The last chapter in hand goes out on Friday.' }]);
  expect(testbed.playground.as(testbed.reader).sees(conversation)).toHaveLength(1);
  testbed.judge.assertClean();
});
