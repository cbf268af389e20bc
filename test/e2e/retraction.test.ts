import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuildChannel } from '../../src/playground/channel.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, furnishHarbour, type Harbour, paragraphsIn, paragraphsOf } from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

/** A rule that comes true on leap days only: nothing comes out here unless a test says so. */
const rarely = { cron: '0 0 29 2 *', timezone: 'UTC' };
/** So many make three pieces. */
const length = 14;

/** For a busy machine. */
const patience = { timeout: 15_000 };

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2])
    await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, length));
  await testbed.start();
});
afterEach(() => testbed.close());

function status(): Promise<string> {
  return ask(harbour.author, harbour.channel, 'serial status');
}

/** Starts a serial in a channel, with a thread to talk in, and lets its first chapter come out. */
async function release(channel: GuildChannel = harbour.channel): Promise<void> {
  const { author } = harbour;
  await ask(author, harbour.channel, 'serial start', { story: 'lamp', channel, ...rarely });
  await ask(author, harbour.channel, 'serial set', { discussion: true });
  await ask(author, harbour.channel, 'release now');
  await expect.poll(status, patience).toContain('Out so far: 1');
}

async function retract(): Promise<string> {
  const { author, channel } = harbour;
  const question = asMessage(await author.slash(channel, 'release retract')).message;
  return shownText(asMessage(await author.click(question, { label: 'Delete the release' })).message);
}

/** A forum in which the bot may delete posts. */
function forum(): GuildChannel {
  const channel = harbour.guild.createChannel({ name: 'stories', type: 'forum' });
  channel.setPermissions(testbed.playground.botUser, { allow: ['ManageThreads'] });
  return channel;
}

describe('taking a chapter back', () => {
  it('deletes its messages and the thread that nobody wrote in', async () => {
    const { channel } = harbour;
    channel.setPermissions(testbed.playground.botUser, { allow: ['ManageThreads'] });
    await release();
    expect(channel.threads()).toHaveLength(1);
    const told = await retract();
    expect(told).toContain('was taken back');
    expect(told).not.toContain('stays');
    expect(channel.messages()).toHaveLength(0);
    expect(channel.threads()).toHaveLength(0);
  });

  it('leaves a thread in which readers wrote, and says so', async () => {
    await release();
    const { channel, reader } = harbour;
    const [thread] = channel.threads();
    if (thread === undefined) throw new Error('There is no thread.');
    reader.say(thread, 'What a chapter!');
    expect(await retract()).toContain(`<#${thread.id}> stays, because readers wrote in it.`);
    expect(channel.messages()).toHaveLength(0);
    expect(channel.threads()).toHaveLength(1);
  });

  it('deletes a forum post of its own, and not one that readers answered', async () => {
    const channel = forum();
    await release(channel);
    expect(await retract()).not.toContain('stays');
    expect(channel.threads()).toHaveLength(0);
    await ask(harbour.author, harbour.channel, 'release now');
    await expect.poll(status, patience).toContain('Out so far: 1');
    const [post] = channel.threads();
    if (post === undefined) throw new Error('There is no post.');
    harbour.reader.say(post, 'What a chapter!');
    expect(await retract()).toContain(`<#${post.id}> stays`);
    expect(paragraphsIn(post.messages())).toEqual([]);
    expect(post.messages().map(({ content }) => content)).toEqual(['What a chapter!']);
  });

  it('leaves a thread of which it may not read whether readers wrote in it, and says so', async () => {
    const { channel, reader } = harbour;
    const { botUser } = testbed.playground;
    channel.setPermissions(botUser, { allow: ['ManageThreads'] });
    await release();
    const [thread] = channel.threads();
    if (thread === undefined) throw new Error('There is no thread.');
    reader.say(thread, 'What a chapter!');
    channel.setPermissions(botUser, { allow: ['ManageThreads'], deny: ['ReadMessageHistory'] });
    expect(await retract()).toContain(
      `<#${thread.id}> stays, because I may not read what is written there (**Read Message History**)`,
    );
    expect(channel.messages()).toHaveLength(0);
    expect(thread.messages().map(({ content }) => content)).toContain('What a chapter!');
  });

  it('leaves a thread, even an empty one, as long as it may not read there', async () => {
    const { channel } = harbour;
    const { botUser } = testbed.playground;
    channel.setPermissions(botUser, { allow: ['ManageThreads'] });
    await release();
    channel.setPermissions(botUser, { allow: ['ManageThreads'], deny: ['ReadMessageHistory'] });
    expect(await retract()).toContain('**Read Message History**');
    expect(channel.threads()).toHaveLength(1);
  });

  it('leaves a forum post of which it may not read whether readers answered it', async () => {
    const channel = forum();
    await release(channel);
    const [post] = channel.threads();
    if (post === undefined) throw new Error('There is no post.');
    harbour.reader.say(post, 'What a chapter!');
    channel.setPermissions(testbed.playground.botUser, { allow: ['ManageThreads'], deny: ['ReadMessageHistory'] });
    expect(await retract()).toContain(`<#${post.id}> stays, because I may not read what is written there`);
    expect(post.messages().map(({ content }) => content)).toEqual(['What a chapter!']);
  });

  it('says what stays where it may not delete threads', async () => {
    const channel = forum();
    await release(channel);
    channel.setPermissions(testbed.playground.botUser, { deny: ['ManageThreads'] });
    expect(await retract()).toContain('because I lack the permission **Manage Threads**');
    expect(channel.threads().flatMap((post) => paragraphsIn(post.messages()))).toEqual([]);
  });

  it('goes on by itself where Discord keeps it waiting, and says so', async () => {
    await release();
    const { author, channel } = harbour;
    const away = testbed.playground.faults.respond(
      { method: 'DELETE', route: '/channels/:channelId/messages/:messageId' },
      { status: 502 },
    );
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    const pressed = author.click(question, { label: 'Delete the release' });
    await expect.poll(status, patience).toMatch(/Being taken back: .*It waits, and goes on/s);
    away.remove();
    expect(shownText(asMessage(await pressed).message)).toContain('was taken back');
    expect(channel.messages()).toHaveLength(0);
  });

  it('says what is in the way, and goes on from there', async () => {
    await release();
    const { author, channel } = harbour;
    const refusal = { status: 403, body: { message: 'Missing Access', code: 50_001 } };
    const fault = testbed.playground.faults.respond(
      { method: 'DELETE', route: '/channels/:channelId/messages/:messageId', after: 1 },
      refusal,
    );
    expect(await retract()).toContain('Missing Access');
    expect(await status()).toContain('could not be taken back as a whole');
    fault.remove();
    expect(await ask(author, channel, 'release retry')).toContain('goes on where it stopped');
    await expect.poll(() => channel.messages().length).toBe(0);
    await expect.poll(status, patience).not.toContain('taken back');
  });
});

describe('a channel that is deleted while a chapter is posted', () => {
  it('gives way to another: the whole chapter is posted there', async () => {
    const { author, channel: lobby, guild } = harbour;
    const channel = guild.createChannel({ name: 'first' });
    const hold = testbed.playground.faults.hold(
      { method: 'POST', route: '/channels/:channelId/messages', after: 1 },
      'before',
    );
    await ask(author, lobby, 'serial start', { story: 'lamp', channel, ...rarely });
    await ask(author, lobby, 'release now');
    await hold.reached;
    channel.delete();
    hold.release();
    await expect.poll(status, patience).toContain('could not be posted');
    const other = guild.createChannel({ name: 'second' });
    await ask(author, lobby, 'serial move', { channel: other });
    expect(await ask(author, lobby, 'release retry')).toContain('goes on');
    await expect.poll(status, patience).toContain('Out so far: 1');
    expect(paragraphsIn(other.messages())).toEqual(paragraphsOf(1, length));
  });
});
