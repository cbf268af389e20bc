import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  thirdSlot,
} from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

/** Longer than the heartbeat's second, for seeing that nothing happens. */
const aFewBeatsMs = 2_500;

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

async function start(options: Record<string, unknown> = {}): Promise<string> {
  const { author, channel } = harbour;
  return ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening, ...options });
}

async function writeChapters(count: number, paragraphs = 20): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, paragraphs));
  }
}

describe('a weekly serial', () => {
  it('posts a chapter at its slot, whole and in order, and says when the next one comes', async () => {
    await writeChapters(2);
    await testbed.start();
    const answer = await start();
    expect(answer).toContain('every Friday at 20:00 (Europe/Berlin)');
    expect(answer).toContain('Chapters in hand: 2');
    for (const slot of [firstSlot, secondSlot, thirdSlot]) expect(answer).toContain(`<t:${slot.getTime() / 1000}:F>`);
    expect(harbour.channel.messages()).toHaveLength(0);

    testbed.clock.jumpTo(firstSlot);
    const last = await releaseEnd(harbour.channel);
    const posted = harbour.channel.messages();
    expect(posted[0]?.content).toMatch(/^## Chapter 1: Title 1/);
    expect(paragraphsIn(posted)).toEqual(paragraphsOf(1, 20));
    expect(buttonLabels(last)).toEqual(['Read privately', 'Review', 'Chapters']);
    expect(last.content).toContain(`<t:${secondSlot.getTime() / 1000}:F>`);
    const silent = posted.map(({ flags }) => ((flags ?? 0) & MessageFlags.SuppressNotifications) !== 0);
    expect(silent).toEqual(posted.map((_, index) => index > 0));
  });

  it('posts one chapter a slot, and one only after weeks of downtime', async () => {
    await writeChapters(3, 4);
    const app = await testbed.start();
    await start();
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    await app.stop();
    testbed.clock.jumpTo(new Date('2026-11-29T12:00:00Z'));
    await testbed.start();
    await releaseEnd(harbour.channel, 2);
    await sleep(aFewBeatsMs);
    expect(paragraphsIn(harbour.channel.messages())).toEqual([...paragraphsOf(1, 4), ...paragraphsOf(2, 4)]);
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain(
      `<t:${Date.parse('2026-12-04T19:00:00Z') / 1000}:F>`,
    );
  });

  it('keeps readers to what is out: /read, /chapters and completion', async () => {
    await writeChapters(3, 4);
    await testbed.start();
    await start();
    const { channel, reader } = harbour;
    expect(await ask(reader, channel, 'read', { chapter: '1' })).toContain('Nothing of this story is out here yet');
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    expect(await ask(reader, channel, 'read', { chapter: '1' })).toContain('Paragraph 1.1');
    expect(await ask(reader, channel, 'read', { chapter: '2' })).toContain('no such chapter');
    const list = await ask(reader, channel, 'chapters');
    expect(list).toContain('Chapter 1: Title 1');
    expect(list).not.toContain('Title 2');
    const choices = await reader.complete(channel, 'read', { chapter: '' }, 'chapter');
    expect(choices.map(({ name }) => name)).toEqual(['Chapter 1: Title 1']);
  });

  it('lets a slot pass for a draft, tells the author, and overtakes nothing', async () => {
    await testbed.write('lamp/01.md', '---\nnumber: 1\ntitle: Title 1\ndraft: true\n---\n\nParagraph 1.1 is not done.');
    await testbed.write('lamp/02.txt', chapterText(2, 'Title 2', 4));
    await testbed.start();
    await start();
    testbed.clock.jumpTo(firstSlot);
    const notice = await testbed.playground
      .directMessages(harbour.author.user)
      .waitForMessage(({ content }) => content.includes('draft'));
    expect(notice.content).toContain('A slot passed');
    expect(harbour.channel.messages()).toHaveLength(0);
    await testbed.write('lamp/01.md', '---\nnumber: 1\ntitle: Title 1\n---\n\nParagraph 1.1 is done.');
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(['Paragraph 1.1']);
  });

  it('never releases a renamed chapter again', async () => {
    await writeChapters(2, 4);
    await testbed.start();
    await start();
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    await rename(join(testbed.chaptersDir, 'lamp/01.txt'), join(testbed.chaptersDir, 'lamp/01 - the first one.txt'));
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(harbour.channel, 2);
    expect(paragraphsIn(harbour.channel.messages())).toEqual([...paragraphsOf(1, 4), ...paragraphsOf(2, 4)]);
    expect(await ask(harbour.reader, harbour.channel, 'read', { chapter: '1' })).toContain('Paragraph 1.1');
  });

  it('is paused, resumed, moved, stopped and started again after its last release', async () => {
    await writeChapters(3, 4);
    await testbed.start();
    await start();
    const { author, channel, guild } = harbour;
    expect(await ask(author, channel, 'serial pause')).toContain('paused');
    testbed.clock.jumpTo(firstSlot);
    await sleep(aFewBeatsMs);
    expect(channel.messages()).toHaveLength(0);
    expect(await ask(author, channel, 'serial resume')).toContain('running');
    const other = guild.createChannel({ name: 'new-place' });
    expect(await ask(author, channel, 'serial move', { channel: other, day: 'saturday', time: '9:30' })).toContain(
      'every Saturday at 09:30 (Europe/Berlin)',
    );
    testbed.clock.jumpTo(new Date('2026-11-07T08:30:00Z'));
    await releaseEnd(other);
    expect(await ask(author, channel, 'serial stop')).toContain('stopped');
    expect(await ask(author, channel, 'serial start', { channel, ...fridayEvening })).toContain('Chapter 2: Title 2');
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(2, 4));
  });

  it('begins with the chapter that `from` names, and those before it can be read', async () => {
    await writeChapters(3, 4);
    await testbed.start();
    await start({ from: '2' });
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(2, 4));
    expect(await ask(harbour.reader, harbour.channel, 'read', { chapter: '1' })).toContain('Paragraph 1.1');
  });
});

describe('/serial start', () => {
  it('names everything that is wrong with a schedule at once', async () => {
    await writeChapters(1, 2);
    await testbed.start();
    const { author, channel } = harbour;
    const answer = await ask(author, channel, 'serial start', { time: '25:00', timezone: 'Middle/Earth' });
    expect(answer).toContain('Which `day`');
    expect(answer).toContain('`25:00` is no time of day');
    expect(answer).toContain('`Middle/Earth` is no time zone');
    expect(await ask(author, channel, 'serial start', { timezone: 'UTC', cron: '0 0 30 2 *' })).toContain(
      'no cron rule',
    );
  });

  it('names each permission that it lacks in the channel', async () => {
    await writeChapters(1, 2);
    await testbed.start();
    harbour.channel.setPermissions(harbour.guild.record().roles.get(harbour.guild.id) ?? harbour.guild, {
      deny: ['SendMessages', 'ReadMessageHistory'],
    });
    const answer = await start();
    expect(answer).toContain('**Send Messages**');
    expect(answer).toContain('**Read Message History**');
  });

  it('keeps a mature story out of a channel that is open to everyone', async () => {
    await testbed.write('lamp/01.md', '---\nnumber: 1\ntitle: Red\nrating: explicit\n---\n\nParagraph 1.1.');
    await testbed.start();
    expect(await start()).toContain('age-restricted');
    harbour.channel.setNsfw(true);
    expect(await start()).toContain('running');
  });

  it('is hidden from readers, and refused to them', async () => {
    await writeChapters(1, 2);
    await testbed.start();
    expect(harbour.reader.commands(harbour.channel)).not.toContain('serial');
  });

  it('completes stories and zones with values that it takes', async () => {
    await testbed.write('a long way/01.txt', chapterText(1, 'Title 1', 2));
    await writeChapters(1, 2);
    await testbed.start();
    const { author, channel } = harbour;
    const [story] = await author.complete(channel, 'serial start', { story: 'long' }, 'story');
    const [zone] = await author.complete(channel, 'serial start', { timezone: 'new york' }, 'timezone');
    expect(zone?.value).toBe('America/New_York');
    const answer = await ask(author, channel, 'serial start', {
      ...fridayEvening,
      story: String(story?.value),
      timezone: String(zone?.value),
    });
    expect(answer).toContain('every Friday at 20:00 (America/New_York)');
  });
});

describe('/release', () => {
  it('posts the next chapter now, and takes it back after a question', async () => {
    await writeChapters(2, 4);
    await testbed.start();
    await start();
    const { author, channel } = harbour;
    expect(await ask(author, channel, 'release now')).toContain('Chapter 1: Title 1** is on its way');
    await releaseEnd(channel);
    await expect.poll(() => ask(author, channel, 'serial status')).toContain('Out so far: 1');
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    expect(channel.messages().length).toBeGreaterThan(0);
    const answer = asMessage(await author.click(question, { label: 'Delete the release' }));
    expect(shownText(answer.message)).toContain('was taken back');
    expect(channel.messages()).toHaveLength(0);
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 4));
  });

  it('previews what would be posted, piece by piece, in private', async () => {
    await writeChapters(1);
    await testbed.start();
    await start();
    const preview = asMessage(await harbour.author.slash(harbour.channel, 'release preview'));
    expect(preview.ephemeral).toBe(true);
    expect(shownText(preview.message)).toMatch(/\d pieces of [\d,]+ \+ [\d,]+/);
    const seen = [...paragraphsIn([preview.message])];
    for (let { message } = preview; buttonLabels(message).includes('Next piece'); ) {
      message = asMessage(await harbour.author.click(message, { label: 'Next piece' })).message;
      seen.push(...paragraphsIn([message]));
    }
    expect(seen).toEqual(paragraphsOf(1, 20));
    expect(harbour.channel.messages()).toHaveLength(0);
  });

  it('skips a slot', async () => {
    await writeChapters(1, 4);
    await testbed.start();
    await start();
    expect(await ask(harbour.author, harbour.channel, 'release skip')).toContain(
      `<t:${secondSlot.getTime() / 1000}:F>`,
    );
    testbed.clock.jumpTo(firstSlot);
    await sleep(aFewBeatsMs);
    expect(harbour.channel.messages()).toHaveLength(0);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(harbour.channel);
  });
});

describe('a release', () => {
  it('pings its role once, opens a thread and seeds reactions on the last piece', async () => {
    await writeChapters(1);
    await testbed.start();
    const role = harbour.guild.createRole({ name: 'Subscribers', mentionable: true });
    await start({ role });
    const { author, channel } = harbour;
    expect(await ask(author, channel, 'serial set', { discussion: true, reactions: '❤️ 😭' })).toContain(
      'opens a thread',
    );
    testbed.clock.jumpTo(firstSlot);
    const last = await releaseEnd(channel);
    await expect.poll(() => channel.threads().length).toBe(1);
    const pinged = channel.messages().map(({ mention_roles }) => mention_roles);
    expect(pinged).toEqual(channel.messages().map((_, index) => (index === 0 ? [role.id] : [])));
    expect(channel.threads()[0]?.id).toBe(last.id);
    expect(['❤️', '😭'].map((emoji) => channel.reactors(last, emoji))).toEqual([
      [testbed.playground.botUser.id],
      [testbed.playground.botUser.id],
    ]);
  });

  it('publishes every piece in an announcement channel', async () => {
    await writeChapters(1);
    await testbed.start();
    const news = harbour.guild.createChannel({ name: 'news', type: 'announcement' });
    await start({ channel: news });
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(news);
    const published = () => news.messages().every(({ flags }) => ((flags ?? 0) & MessageFlags.Crossposted) !== 0);
    await expect.poll(published, { timeout: 10_000 }).toBe(true);
    expect(paragraphsIn(news.messages())).toEqual(paragraphsOf(1, 20));
  });

  it('opens one forum post per chapter, with the tags that fit', async () => {
    await writeChapters(1);
    await testbed.start();
    const forum = harbour.guild.createChannel({
      name: 'library',
      type: 'forum',
      tags: ['Chapter', 'Prologue', 'Fluff'],
    });
    await start({ channel: forum });
    testbed.clock.jumpTo(firstSlot);
    await expect.poll(() => forum.threads().length, { timeout: 5_000 }).toBe(1);
    const [post] = forum.threads();
    if (post === undefined) throw new Error('There is no post.');
    await releaseEnd(post);
    expect(post.record().name).toBe('Chapter 1: Title 1');
    expect(paragraphsIn(post.messages())).toEqual(paragraphsOf(1, 20));
    const chapterTag = forum.record().tags.find(({ name }) => name === 'Chapter');
    expect(post.record().appliedTags).toEqual([chapterTag?.id]);
  });
});
