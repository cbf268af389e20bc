import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.js';
import { defaultWaits } from '../../src/app/waits.js';
import type { GuildChannel } from '../../src/playground/channel.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  paragraphsIn,
  paragraphsOf,
  releaseEnd,
  secondSlot,
} from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

const editRoute = '/channels/:channelId/messages/:messageId';
const editing = { method: 'PATCH', route: editRoute } as const;

/** Starts a serial and lets its first chapter, of 20 paragraphs, come out. */
async function release(channel: GuildChannel = harbour.channel, waits = defaultWaits): Promise<App> {
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 20));
  await testbed.write('lamp/02.txt', chapterText(2, 'Title 2', 4));
  const app = await testbed.start({}, { waits });
  await ask(harbour.author, harbour.channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  testbed.clock.jumpTo(firstSlot);
  await expect
    .poll(() => ask(harbour.author, harbour.channel, 'serial status'), { timeout: 10_000 })
    .toContain('Out so far: 1');
  return app;
}

/** Changes the first chapter's file and waits until the bot may look at it again. */
async function change(edit: (paragraphs: readonly string[]) => readonly string[]): Promise<void> {
  const [heading = '', ...paragraphs] = chapterText(1, 'Title 1', 20).split('\n\n');
  await testbed.write('lamp/01.txt', [heading, ...edit(paragraphs)].join('\n\n'));
  testbed.clock.advance(6_000);
}

function inserting(count: number, at = 9): (paragraphs: readonly string[]) => readonly string[] {
  const added = Array.from(
    { length: count },
    (_, index) => `Paragraph 1.${100 + index}. ${'She had not come to stay. '.repeat(12).trim()}`,
  );
  return (paragraphs) => paragraphs.toSpliced(at, 0, ...added);
}

const fixing = (paragraphs: readonly string[]) =>
  paragraphs.map((text) => (text.startsWith('Paragraph 1.9.') ? text.replace('noon', 'dawn') : text));

/** What `/release sync` shows, and the button that is pressed below it. */
async function sync(options: Record<string, string> = {}) {
  const { author, channel } = harbour;
  const { message } = asMessage(await author.slash(channel, 'release sync', options));
  return {
    shown: shownText(message),
    update: async (label = 'Update the messages') =>
      shownText(asMessage(await author.click(message, { label })).message),
  };
}

function contents(channel: Pick<GuildChannel, 'messages'> = harbour.channel): Map<string, string> {
  return new Map(channel.messages().map((message) => [message.id, shownText(message)]));
}

/** The ids of messages that say something else than before. */
function changed(before: ReadonlyMap<string, string>, channel: Pick<GuildChannel, 'messages'> = harbour.channel) {
  return [...contents(channel)].filter(([id, text]) => before.get(id) !== text).map(([id]) => id);
}

function settled(): Promise<void> {
  return expect.poll(async () => (await sync()).shown, { timeout: 15_000 }).toContain('as its file has it');
}

describe('/release sync', () => {
  it('shows what differs and edits only the piece that changed, in place, with its reactions', async () => {
    await release();
    const { author, channel, reader } = harbour;
    const before = contents();
    const target = channel.messages().find(({ content }) => content.includes('Paragraph 1.9.'));
    if (target === undefined) throw new Error('The paragraph is not out.');
    reader.react(target, '🔥');
    await change(fixing);
    const { shown, update } = await sync();
    expect(shown).toMatch(/1 of \d+ pieces changes/);
    expect(shown).toMatch(/not let up since noon.*→.*not let up since dawn/);
    expect(changed(before)).toEqual([]);
    expect(await update()).toContain('is being brought up to date');
    await settled();
    expect(changed(before)).toEqual([target.id]);
    expect(channel.reactors(target, '🔥')).toEqual([reader.user.id]);
    expect(await ask(author, channel, 'feedback', { chapter: '1' })).toContain('🔥');
    expect(await ask(reader, channel, 'read', { chapter: '1' })).toContain('Paragraph 1.1');
  });

  it('leaves everything as it is where the author says so', async () => {
    await release();
    const before = contents();
    await change(fixing);
    const { update } = await sync();
    expect(await update('Leave it')).toContain('stay as they are');
    expect(changed(before)).toEqual([]);
  });

  it('shows the file again where it has changed since it was shown', async () => {
    await release();
    const before = contents();
    await change(fixing);
    const { update } = await sync();
    await change((paragraphs) => fixing(paragraphs).map((text) => text.replaceAll('gate', 'door')));
    expect(await update()).toMatch(/\d of \d+ pieces change/);
    expect(changed(before)).toEqual([]);
  });

  it('posts what a grown chapter has no room for behind it, and moves the buttons there', async () => {
    await release();
    const { author, channel } = harbour;
    const before = contents();
    await change(inserting(6, 20));
    const { shown, update } = await sync();
    expect(shown).toContain('added at the end');
    await update();
    await settled();
    const messages = channel.messages();
    expect(messages.length).toBeGreaterThan(before.size);
    expect([...before.keys()]).toEqual(messages.slice(0, before.size).map(({ id }) => id));
    const expected = [...paragraphsOf(1, 20), ...Array.from({ length: 6 }, (_, at) => `Paragraph 1.${100 + at}`)];
    expect(paragraphsIn(messages)).toEqual(expected);
    expect(messages.map((message) => buttonLabels(message).length > 0)).toEqual(
      messages.map((_, index) => index === messages.length - 1),
    );
    const last = messages.at(-1);
    expect(last?.content).toContain('Next chapter: <t:');
    if (last !== undefined) harbour.reader.react(last, '😭');
    await expect.poll(() => ask(author, channel, 'feedback', { chapter: '1' })).toContain('😭');
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    await author.click(question, { label: 'Delete the release' });
    expect(channel.messages()).toHaveLength(0);
  });

  it('makes a message longer where another chapter stands below', async () => {
    await release();
    const { channel } = harbour;
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(channel, 2);
    await expect.poll(() => ask(harbour.author, channel, 'serial status')).toContain('Out so far: 2');
    const before = contents();
    await change(inserting(5));
    const { shown, update } = await sync();
    expect(shown).toContain('becomes a longer message');
    await update();
    await settled();
    // The first one tells how long the chapter takes to read.
    const [first, id, ...others] = changed(before);
    expect([first, ...others]).toEqual([channel.messages()[0]?.id]);
    expect(channel.messages()).toHaveLength(before.size);
    const long = channel.messages().find((message) => message.id === id);
    expect((long?.flags ?? 0) & MessageFlags.IsComponentsV2).not.toBe(0);
    const grown = inserting(5)(paragraphsOf(1, 20)).map((text) => text.split('. ')[0] ?? '');
    expect(paragraphsIn(channel.messages())).toEqual([...grown, ...paragraphsOf(2, 4)]);
  });

  it('takes away a message of which nothing is left, and fills the others no further', async () => {
    await release();
    const { channel } = harbour;
    const before = contents();
    const gone = channel.messages()[1];
    if (gone === undefined) throw new Error('There is only one piece.');
    const lost = new Set(paragraphsIn([gone]));
    await change((paragraphs) => paragraphs.filter((text) => !lost.has(text.split('. ')[0] ?? '')));
    const { shown, update } = await sync();
    expect(shown).toContain('is deleted');
    await update();
    await settled();
    expect(channel.messages().map(({ id }) => id)).toEqual([...before.keys()].filter((id) => id !== gone.id));
    // The first one tells how long the chapter takes to read.
    expect(changed(before)).toEqual([channel.messages()[0]?.id]);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 20).filter((name) => !lost.has(name)));
  });

  it('opens a forum post that was archived', async () => {
    const forum = harbour.guild.createChannel({ name: 'library', type: 'forum' });
    await release(forum);
    const [post] = forum.threads();
    if (post === undefined) throw new Error('There is no post.');
    const before = contents(post);
    post.archive();
    await change(fixing);
    await (await sync()).update();
    await settled();
    expect(changed(before, post)).toHaveLength(1);
    expect(post.record().archived).toBe(false);
  });

  it('renames a forum post whose chapter has another title', async () => {
    const forum = harbour.guild.createChannel({ name: 'library', type: 'forum' });
    await release(forum);
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
    testbed.clock.advance(6_000);
    await (await sync()).update();
    await settled();
    const [post] = forum.threads();
    expect(post?.record().name).toBe('Chapter 1: The Lamp');
    expect(post?.messages()[0]?.content).toMatch(/^## Chapter 1: The Lamp/);
  });

  it('lets no chapter that comes due in between its new messages', async () => {
    await release();
    const { channel } = harbour;
    const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;
    const hold = testbed.playground.faults.hold({ ...posting, times: 1 }, 'before');
    await change(inserting(10, 20));
    await (await sync()).update();
    await hold.reached;
    testbed.clock.jumpTo(secondSlot);
    await expect
      .poll(() => ask(harbour.author, channel, 'serial status'), { timeout: 10_000 })
      .toContain('Being posted right now');
    hold.release();
    await releaseEnd(channel, 2);
    await settled();
    const grown = [...paragraphsOf(1, 20), ...Array.from({ length: 10 }, (_, at) => `Paragraph 1.${100 + at}`)];
    expect(paragraphsIn(channel.messages())).toEqual([...grown, ...paragraphsOf(2, 4)]);
  });

  it('publishes what it adds to the followers of an announcement channel', async () => {
    const news = harbour.guild.createChannel({ name: 'news', type: 'announcement' });
    await release(news);
    const count = news.messages().length;
    await change(inserting(6, 20));
    await (await sync()).update();
    await settled();
    expect(news.messages().length).toBeGreaterThan(count);
    expect(news.messages().every(({ flags }) => ((flags ?? 0) & MessageFlags.Crossposted) !== 0)).toBe(true);
  });

  it('goes on where Discord has trouble, and spreads edits out where it takes no more of them', async () => {
    await release(harbour.channel, { ...defaultWaits, pauses: { firstMs: 20, longestMs: 40 } });
    const { faults } = testbed.playground;
    const down = faults.respond({ ...editing, times: 4 }, { status: 503 });
    const lost = faults.drop({ ...editing, times: 1 }, 'after');
    const full = faults.respond(
      { ...editing, after: 2, times: 1 },
      { status: 400, body: { message: 'Maximum number of edits to messages older than 1 hour reached', code: 30_046 } },
    );
    await change((paragraphs) => paragraphs.map((text) => text.replaceAll('noon', 'dawn')));
    await (await sync()).update();
    await settled();
    expect([down.hits(), lost.hits(), full.hits()]).toEqual([4, 1, 1]);
    expect(harbour.channel.messages().every(({ content }) => !content.includes('noon'))).toBe(true);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 20));
  });

  it('is parked where Discord refuses, says so, and goes on when asked again', async () => {
    await release();
    const { author } = harbour;
    testbed.playground.faults.respond(
      { ...editing, times: 1 },
      { status: 403, body: { message: 'Missing Permissions', code: 50_013 } },
    );
    await change(fixing);
    await (await sync()).update();
    const alerts = testbed.playground.directMessages(author.user);
    await alerts.waitForMessage(({ content }) => content.includes('could not all be brought up to date'));
    const { shown, update } = await sync({ chapter: '1' });
    expect(shown).toContain('Missing Permissions');
    await update('Go on');
    await settled();
  });

  it('leaves a message alone that a moderator deleted', async () => {
    await release();
    const { author, channel } = harbour;
    const [, second] = channel.messages();
    if (second === undefined) throw new Error('There is only one piece.');
    author.deleteMessage(second);
    await change((paragraphs) => paragraphs.map((text) => text.replaceAll('noon', 'dawn')));
    await (await sync()).update();
    await settled();
    expect(channel.messages().every(({ content }) => !content.includes('noon'))).toBe(true);
    expect(channel.messages().some(({ id }) => id === second.id)).toBe(false);
  });

  it('lets a mature text into no channel that is open to everyone', async () => {
    await release();
    const before = contents();
    await testbed.write('lamp/story.yaml', 'rating: explicit\n');
    await change(fixing);
    expect(await (await sync()).update()).toContain('age-restricted');
    expect(changed(before)).toEqual([]);
  });
});

describe('a start', () => {
  it('tells the author once of every text that a chapter was changed to', async () => {
    const app = await release();
    const alerts = testbed.playground.directMessages(harbour.author.user);
    const told = () => alerts.messages().filter(({ content }) => content.includes('has changed since it came out'));
    await app.stop();
    await change(fixing);
    const again = await testbed.start();
    await expect.poll(() => told().length, { timeout: 5_000 }).toBe(1);
    expect(told()[0]?.content).toContain('Chapter 1: Title 1');
    expect(told()[0]?.content).toContain('/release sync');
    await again.stop();
    await (await testbed.start()).stop();
    expect(told()).toHaveLength(1);
    await change((paragraphs) => paragraphs.slice(1));
    await testbed.start();
    await expect.poll(() => told().length, { timeout: 5_000 }).toBe(2);
  });

  it('tells an author who could not be reached at the next start', async () => {
    const app = await release();
    const alerts = testbed.playground.directMessages(harbour.author.user);
    const told = () => alerts.messages().filter(({ content }) => content.includes('has changed since it came out'));
    await app.stop();
    await change(fixing);
    const closed = testbed.playground.faults.respond(
      { method: 'POST', route: '/channels/:channelId/messages', when: ({ path }) => path.includes(alerts.id) },
      { status: 403, body: { code: 50_007, message: 'Cannot send messages to this user' } },
    );
    const again = await testbed.start();
    await expect.poll(closed.hits, { timeout: 5_000 }).toBe(1);
    await again.stop();
    closed.remove();
    expect(told()).toEqual([]);
    await testbed.start();
    await expect.poll(() => told().length, { timeout: 5_000 }).toBe(1);
  });
});
