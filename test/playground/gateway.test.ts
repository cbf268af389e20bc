import { Client, type ClientEvents, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
beforeEach(async () => {
  testbed = await openTestbed({ heartbeatIntervalMs: 200 });
});
afterEach(() => testbed.close());

const once = <Name extends keyof ClientEvents>(client: Client, name: Name) =>
  new Promise<ClientEvents[Name]>((resolve) => client.once(name, (...values) => resolve(values)));

/** Counts the reactions that the bot hears of, by emoji. */
function listen(client: Client<true>): string[] {
  const heard: string[] = [];
  client.on(Events.Raw, ({ t, d }: { t: string; d: { emoji?: { name: string } } }) => {
    if (t === 'MESSAGE_REACTION_ADD') heard.push(d.emoji?.name ?? '');
  });
  return heard;
}

describe('a connection that is cut', () => {
  test('is resumed, and what was missed is told then, once and in order', async () => {
    const client = await testbed.login();
    const heard = listen(client);
    const message = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
    const person = testbed.playground.as(testbed.reader);
    person.react(message, '🍇');
    await expect.poll(() => heard).toEqual(['🍇']);
    const resumed = once(client, Events.ShardResume);
    testbed.playground.faults.gateway.drop();
    await expect.poll(() => testbed.playground.isBotOnline()).toBe(false);
    person.react(message, '🍈');
    person.react(message, '🍉');
    expect(await resumed).toEqual([0, expect.any(Number)]);
    await expect.poll(() => heard).toEqual(['🍇', '🍈', '🍉']);
  });

  test('cannot be resumed when its session is no more', async () => {
    const socket = new WebSocket(`${testbed.playground.baseUrl.replace('http', 'ws')}/gateway`);
    const heard: { op: number; d: unknown }[] = [];
    socket.on('message', (raw) => heard.push(JSON.parse(String(raw))));
    await expect.poll(() => heard).toMatchObject([{ op: 10, d: { heartbeat_interval: 200 } }]);
    socket.send(JSON.stringify({ op: 6, d: { token: testbed.playground.token, session_id: 'gone', seq: 3 } }));
    await expect.poll(() => heard[1]).toMatchObject({ op: 9, d: false });
    socket.close();
  });
});

test('a request to reconnect is followed by a resume', async () => {
  const client = await testbed.login();
  const resumed = once(client, Events.ShardResume);
  testbed.playground.faults.gateway.reconnect();
  await resumed;
});

test('a session that is declared invalid is resumed or begun anew, as Discord says', async () => {
  const client = await testbed.login();
  const resumed = once(client, Events.ShardResume);
  testbed.playground.faults.gateway.invalidSession(true);
  await resumed;
  const ready = once(client, Events.ShardReady);
  testbed.playground.faults.gateway.invalidSession(false);
  await ready;
});

test('a gateway that has died without a word is left, and what it did not say is told after the resume', async () => {
  const client = await testbed.login();
  const heard = listen(client);
  const message = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
  const resumed = once(client, Events.ShardResume);
  testbed.playground.faults.gateway.silence(true);
  testbed.playground.as(testbed.reader).react(message, '🍇');
  await expect.poll(() => testbed.playground.isBotOnline(), { timeout: 5000 }).toBe(false);
  testbed.playground.faults.gateway.silence(false);
  await resumed;
  await expect.poll(() => heard).toEqual(['🍇']);
});

describe('what the gateway tells', () => {
  const events = async (act: () => void, last: string) => {
    const client = await testbed.login();
    const names: string[] = [];
    client.on(Events.Raw, ({ t }: { t: string | null }) => {
      if (t !== null) names.push(t);
    });
    act();
    await expect.poll(() => names).toContain(last);
    return names.filter((name) => !name.startsWith('GUILD_CREATE'));
  };

  test('is what the bot asked to hear, and messages it did not', async () => {
    const act = () => {
      testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
      testbed.guild.createRole({ name: 'readers' });
    };
    expect(await events(act, 'GUILD_ROLE_CREATE')).toEqual(['GUILD_ROLE_CREATE']);
  });

  test('is nothing of channels that the bot does not see', async () => {
    const secret = testbed.guild.createChannel({ name: 'secret' });
    const message = testbed.playground.as(testbed.owner).say(secret, 'Hello');
    const act = () => {
      secret.setPermissions({ id: testbed.guild.id }, { deny: ['ViewChannel'] });
      testbed.playground.as(testbed.owner).react(message, '🍇');
      testbed.guild.createRole({ name: 'readers' });
    };
    expect(await events(act, 'GUILD_ROLE_CREATE')).not.toContain('MESSAGE_REACTION_ADD');
  });

  test('is nothing of a server that the bot was thrown out of, but that it was', async () => {
    const act = () => {
      testbed.guild.removeBot();
      testbed.guild.createRole({ name: 'readers' });
    };
    expect(await events(act, 'GUILD_DELETE')).toEqual(['GUILD_DELETE']);
  });

  test('is the text of others only with the intent for it, or when it is meant for the bot', async () => {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
      rest: { api: testbed.playground.apiUrl, version: '10' },
    });
    const contents: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => contents.push(content));
    const ready = once(client, Events.ClientReady);
    await client.login(testbed.playground.token);
    await ready;
    const person = testbed.playground.as(testbed.owner);
    person.say(testbed.channel, 'Among us');
    const { content } = person.say(testbed.channel, `<@${testbed.playground.botUser.id}> hello`);
    await expect.poll(() => contents).toEqual(['', content]);
    await client.destroy();
  });
});

test.each<[string, unknown, number]>([
  ['a wrong token', { op: 2, d: { token: 'no', intents: 0, properties: {} } }, 4004],
  ['an intent that it may not have', { op: 2, d: { token: 'TOKEN', intents: 1 << 15, properties: {} } }, 4014],
  ['an intent that there is not', { op: 2, d: { token: 'TOKEN', intents: 1 << 30, properties: {} } }, 4013],
  ['an operation that there is not', { op: 99 }, 4001],
  ['something that is no JSON', 'Hello', 4002],
  ['more than 4,096 bytes', { op: 3, d: 'x'.repeat(5000) }, 4002],
  ['a presence before it said who it is', { op: 3, d: {} }, 4003],
])('a client with %s is shown the door', async (_, payload, code) => {
  const socket = new WebSocket(`${testbed.playground.baseUrl.replace('http', 'ws')}/gateway/?v=10&encoding=json`);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('message', resolve));
  const said = typeof payload === 'string' ? payload : JSON.stringify(payload);
  socket.send(said.replace('TOKEN', testbed.playground.token));
  expect(await closed).toBe(code);
});
