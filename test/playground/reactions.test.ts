import { Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bench, openBench } from './bench.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test('a reaction to a message that the bot does not know reaches it as a partial one', async () => {
  const message = bench.playground.as(bench.owner).say(bench.channel, 'Hello');
  const client = await bench.login();
  const heard: unknown[] = [];
  client.on(Events.MessageReactionAdd, (reaction, user) => heard.push(['+', reaction.emoji.name, user.id]));
  // Without the partials option discord.js drops it; what the gateway says is asked of the raw event.
  client.on(Events.Raw, ({ t, d }: { t: string; d: { user_id?: string; emoji?: { name: string } } }) => {
    if (t.startsWith('MESSAGE_REACTION')) heard.push([t, d.emoji?.name, d.user_id]);
  });
  const person = bench.playground.as(bench.reader);
  person.react(message, '🐺');
  person.unreact(message, '🐺');
  await expect
    .poll(() => heard)
    .toEqual([
      ['MESSAGE_REACTION_ADD', '🐺', bench.reader.id],
      ['MESSAGE_REACTION_REMOVE', '🐺', bench.reader.id],
    ]);
});

test('reactions are counted per emoji, with whether the bot is among them', async () => {
  const channel = await bench.textChannel(await bench.login());
  const sent = await channel.send({ content: 'Hello', allowedMentions: { parse: [] } });
  await sent.react('❤️');
  const message = { id: sent.id, channel_id: sent.channelId };
  for (const user of [bench.owner, bench.reader]) bench.playground.as(user).react(message, '❤️');
  expect(bench.channel.messages()[0]?.reactions).toMatchObject([{ emoji: { name: '❤️' }, count: 3, me: true }]);
  await sent.reactions.resolve('❤️')?.users.remove();
  expect(bench.channel.messages()[0]?.reactions).toMatchObject([{ count: 2, me: false }]);
  bench.judge.assertClean();
});

test('who reacted comes in pages of up to 100, by id', async () => {
  const message = bench.playground.as(bench.owner).say(bench.channel, 'Hello');
  const readers = Array.from({ length: 130 }, (_, index) => bench.playground.createUser({ name: `Reader ${index}` }));
  for (const reader of readers) {
    bench.guild.join(reader);
    bench.playground.as(reader).react(message, '🐺');
  }
  const page = async (query: string) => {
    const path = `/channels/${bench.channel.id}/messages/${message.id}/reactions/${encodeURIComponent('🐺')}?${query}`;
    return ((await bench.ask('GET', path)).body as { id: string }[]).map(({ id }) => id);
  };
  const first = await page('limit=100');
  expect(first).toEqual(readers.slice(0, 100).map(({ id }) => id));
  expect(await page(`limit=100&after=${first.at(-1)}`)).toEqual(readers.slice(100).map(({ id }) => id));
  expect(await page('')).toHaveLength(25);
});

test('a message takes twenty kinds and no more (30010), and only what is an emoji (10014)', async () => {
  const message = bench.playground.as(bench.owner).say(bench.channel, 'Hello');
  const react = (emoji: string) =>
    bench.ask('PUT', `/channels/${bench.channel.id}/messages/${message.id}/reactions/${encodeURIComponent(emoji)}/@me`);
  for (const emoji of [...'🍇🍈🍉🍊🍋🍌🍍🥭🍎🍏🍐🍑🍒🍓🥝🍅🥥🥑🍆🥔']) expect((await react(emoji)).status).toBe(204);
  expect(await react('🥕')).toMatchObject({ status: 400, body: { code: 30010 } });
  expect(await react('wolf')).toMatchObject({ status: 400, body: { code: 10014 } });
});

test('somebody else may join a reaction without the permission to begin one', async () => {
  const message = bench.playground.as(bench.owner).say(bench.channel, 'Hello');
  bench.channel.setPermissions({ id: bench.guild.id }, { deny: ['AddReactions'] });
  expect(() => bench.playground.as(bench.reader).react(message, '🐺')).toThrow('lacks AddReactions');
  bench.playground.as(bench.owner).react(message, '🐺');
  bench.playground.as(bench.reader).react(message, '🐺');
  expect(bench.channel.reactors(message, '🐺')).toEqual([bench.owner.id, bench.reader.id]);
});
