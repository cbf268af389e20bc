import { Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed();
});
afterEach(() => testbed.close());

test('a reaction to a message that the bot does not know reaches it as a partial one', async () => {
  const message = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
  const client = await testbed.login();
  const heard: unknown[] = [];
  client.on(Events.MessageReactionAdd, (reaction, user) => heard.push(['+', reaction.emoji.name, user.id]));
  // Without the partials option discord.js drops it; what the gateway says is asked of the raw event.
  client.on(Events.Raw, ({ t, d }: { t: string; d: { user_id?: string; emoji?: { name: string } } }) => {
    if (t.startsWith('MESSAGE_REACTION')) heard.push([t, d.emoji?.name, d.user_id]);
  });
  const person = testbed.playground.as(testbed.reader);
  person.react(message, '🐺');
  person.unreact(message, '🐺');
  await expect
    .poll(() => heard)
    .toEqual([
      ['MESSAGE_REACTION_ADD', '🐺', testbed.reader.id],
      ['MESSAGE_REACTION_REMOVE', '🐺', testbed.reader.id],
    ]);
});

test('reactions are counted per emoji, with whether the bot is among them', async () => {
  const channel = await testbed.textChannel(await testbed.login());
  const sent = await channel.send({ content: 'Hello', allowedMentions: { parse: [] } });
  await sent.react('❤️');
  const message = { id: sent.id, channel_id: sent.channelId };
  for (const user of [testbed.owner, testbed.reader]) testbed.playground.as(user).react(message, '❤️');
  expect(testbed.channel.messages()[0]?.reactions).toMatchObject([{ emoji: { name: '❤️' }, count: 3, me: true }]);
  testbed.playground.as(testbed.owner).unreact(message, '❤️');
  expect(testbed.channel.messages()[0]?.reactions).toMatchObject([{ count: 2, me: true }]);
  testbed.judge.assertClean();
});

test('who reacted comes in pages of up to 100, by id', async () => {
  const message = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
  const readers = Array.from({ length: 130 }, (_, index) => testbed.playground.createUser({ name: `Reader ${index}` }));
  for (const reader of readers) {
    testbed.guild.join(reader);
    testbed.playground.as(reader).react(message, '🐺');
  }
  const page = async (query: string) => {
    const path = `/channels/${testbed.channel.id}/messages/${message.id}/reactions/${encodeURIComponent('🐺')}?${query}`;
    return ((await testbed.ask('GET', path)).body as { id: string }[]).map(({ id }) => id);
  };
  const first = await page('limit=100');
  expect(first).toEqual(readers.slice(0, 100).map(({ id }) => id));
  expect(await page(`limit=100&after=${first.at(-1)}`)).toEqual(readers.slice(100).map(({ id }) => id));
  expect(await page('')).toHaveLength(25);
});

test('a message takes twenty kinds and no more (30010), and only what is an emoji (10014)', async () => {
  const message = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
  const react = (emoji: string) =>
    testbed.ask(
      'PUT',
      `/channels/${testbed.channel.id}/messages/${message.id}/reactions/${encodeURIComponent(emoji)}/@me`,
    );
  for (const emoji of [...'🍇🍈🍉🍊🍋🍌🍍🥭🍎🍏🍐🍑🍒🍓🥝🍅🥥🥑🍆🥔']) expect((await react(emoji)).status).toBe(204);
  expect(await react('🥕')).toMatchObject({ status: 400, body: { code: 30010 } });
  expect(await react('wolf')).toMatchObject({ status: 400, body: { code: 10014 } });
});

test('somebody else may join a reaction without the permission to begin one', async () => {
  const message = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
  testbed.channel.setPermissions({ id: testbed.guild.id }, { deny: ['AddReactions'] });
  expect(() => testbed.playground.as(testbed.reader).react(message, '🐺')).toThrow('lacks AddReactions');
  testbed.playground.as(testbed.owner).react(message, '🐺');
  testbed.playground.as(testbed.reader).react(message, '🐺');
  expect(testbed.channel.reactors(message, '🐺')).toEqual([testbed.owner.id, testbed.reader.id]);
});
