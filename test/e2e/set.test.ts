import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
let app: App;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 12));
  app = await testbed.start();
  await ask(harbour.author, harbour.channel, 'serial start', {
    story: 'lamp',
    channel: harbour.channel,
    ...fridayEvening,
  });
});
afterEach(() => testbed.close());

const set = (options: Parameters<typeof ask>[3]) => ask(harbour.author, harbour.channel, 'serial set', options);
const status = () => ask(harbour.author, harbour.channel, 'serial status');

/** Lets the next chapter come out; gives its messages. */
async function release(number: number) {
  const { author, channel } = harbour;
  const before = channel.messages().length;
  await ask(author, channel, 'release now');
  await expect.poll(status, { timeout: 10_000 }).toContain(`Out so far: ${number}`);
  const messages = channel.messages().slice(before);
  expect(messages.length).toBeGreaterThan(1);
  return messages;
}

describe('/serial set', () => {
  it('role: pings that role once for a chapter, and ping:false ends it', async () => {
    const role = harbour.guild.createRole({ name: 'Subscribers', mentionable: true });
    const other = harbour.guild.createRole({ name: 'Others', mentionable: true });
    expect(await set({ role })).toContain(`pings <@&${role.id}>`);
    // What is not named stays.
    expect(await set({ role: other, ping: true })).toContain(`pings <@&${other.id}>`);
    expect(await set({ role })).toContain(`pings <@&${role.id}>`);
    expect(await set({ discussion: false })).toContain(`pings <@&${role.id}>`);
    const pings = (messages: Awaited<ReturnType<typeof release>>) =>
      messages.flatMap(({ mention_roles }) => mention_roles);
    expect(pings(await release(1))).toEqual([role.id]);
    expect(await set({ ping: false })).not.toContain('pings');
    expect(pings(await release(2))).toEqual([]);
  });

  it('role: refuses one that the bot may not mention, and leaves everything as it is', async () => {
    const role = harbour.guild.createRole({ name: 'Subscribers', mentionable: false });
    expect(await set({ role, discussion: true })).toContain(String.raw`**Mention \@everyone, \@here and All Roles`);
    expect(await status()).not.toMatch(/pings|opens a thread/);
  });

  it('discussion: opens a thread on the last message, or none', async () => {
    const { channel } = harbour;
    expect(await set({ discussion: true })).toContain('opens a thread');
    const messages = await release(1);
    expect(channel.threads().map(({ id }) => id)).toEqual([messages.at(-1)?.id]);
    expect(await set({ discussion: false })).not.toContain('opens a thread');
    await release(2);
    expect(channel.threads()).toHaveLength(1);
  });

  it('late: decides about the slots that are missed from then on', async () => {
    const { channel } = harbour;
    await set({ late: 'wait' });
    await set({ late: 'post' });
    await app.stop();
    testbed.clock.jumpTo(new Date(firstSlot.getTime() + 20 * 3_600_000));
    const again = await testbed.start();
    await releaseEnd(channel);
    await expect.poll(status, { timeout: 10_000 }).toContain('Out so far: 1');
    await set({ late: 'wait' });
    await again.stop();
    testbed.clock.jumpTo(new Date(firstSlot.getTime() + (7 * 24 + 20) * 3_600_000));
    await testbed.start();
    await expect.poll(status, { timeout: 10_000 }).toContain('It was missed while I was away');
    expect(await status()).toContain('Out so far: 1');
  });

  it('alerts: tells what is wrong in that channel, in place of private messages', async () => {
    const { author, guild } = harbour;
    const backstage = guild.createChannel({ name: 'backstage' });
    await set({ alerts: backstage });
    // What is not named stays.
    await set({ discussion: true });
    for (const number of [1, 2]) await release(number);
    testbed.clock.jumpTo(firstSlot);
    const alert = await backstage.waitForMessage(({ content }) => content.includes('A slot passed'));
    expect(alert.content).toContain('All chapters in the folder are out');
    expect(testbed.playground.directMessages(author.user).messages()).toEqual([]);
  });

  it('direct: tells by private message again', async () => {
    const { author, guild } = harbour;
    const backstage = guild.createChannel({ name: 'backstage' });
    await set({ alerts: backstage });
    await set({ direct: true });
    for (const number of [1, 2]) await release(number);
    testbed.clock.jumpTo(firstSlot);
    const letters = testbed.playground.directMessages(author.user);
    await letters.waitForMessage(({ content }) => content.includes('A slot passed'));
    expect(backstage.messages()).toEqual([]);
  });

  it('alerts: refuses a channel in which the bot may not write, and leaves everything as it is', async () => {
    const { author, guild } = harbour;
    const backstage = guild.createChannel({ name: 'backstage' });
    backstage.setPermissions(testbed.playground.botUser, { deny: ['SendMessages'] });
    expect(await set({ alerts: backstage, discussion: true })).toMatch(/missing permissions.*\*\*Send Messages\*\*/);
    expect(await status()).not.toContain('opens a thread');
    for (const number of [1, 2]) await release(number);
    testbed.clock.jumpTo(firstSlot);
    await testbed.playground
      .directMessages(author.user)
      .waitForMessage(({ content }) => content.includes('A slot passed'));
  });

  it('layout: lets the next chapters come as cards, or as messages again', async () => {
    const isCard = ({ flags }: { readonly flags?: MessageFlags }) => ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
    await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 24));
    testbed.clock.advance(6_000);
    expect(await set({ layout: 'cards' })).toContain('comes as cards');
    expect((await release(1)).every(isCard)).toBe(true);
    expect(await set({ layout: 'messages' })).not.toContain('comes as cards');
    expect((await release(2)).some(isCard)).toBe(false);
  });

  it('team: is told in the status until solo takes it away', async () => {
    const role = harbour.guild.createRole({ name: 'Crew' });
    expect(await set({ team: role })).toContain(`Run by <@&${role.id}>, too`);
    expect(await set({ discussion: true })).toContain('Run by');
    expect(await set({ solo: false })).toContain('Run by');
    expect(await set({ solo: true })).not.toContain('Run by');
  });

  it('reactions: puts those emoji on the last message, none for the word none, and refuses what is no emoji', async () => {
    const { channel } = harbour;
    const bot = testbed.playground.botUser.id;
    const seeds = (messages: Awaited<ReturnType<typeof release>>) =>
      messages.map((message) =>
        ['❤️', '😭', '🔥'].filter((emoji) => channel.reactors(message, emoji).includes(bot)).join(''),
      );
    expect(await set({ reactions: '❤️ 😭 ❤️' })).toContain('reacts with ❤️ 😭');
    expect(await set({ reactions: 'fire' })).toContain('I can only use emoji there');
    expect(await set({ discussion: false })).toContain('reacts with ❤️ 😭');
    const first = seeds(await release(1));
    expect(first).toEqual(first.map((_, index) => (index === first.length - 1 ? '❤️😭' : '')));
    expect(await set({ reactions: 'none' })).not.toContain('reacts with');
    const second = seeds(await release(2));
    expect(second).toEqual(second.map(() => ''));
  });
});

it('a serial that was stopped is told of, and nothing of it can be changed', async () => {
  const { author, channel } = harbour;
  await ask(author, channel, 'serial stop');
  for (const command of ['set', 'pause', 'resume', 'move', 'stop'])
    expect(await ask(author, channel, `serial ${command}`, { story: 'lamp' })).toContain('is stopped here');
  expect(await ask(author, channel, 'serial status', { story: 'lamp' })).toContain('· stopped');
});
