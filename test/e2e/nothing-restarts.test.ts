import { rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
} from '../support/harbour.js';
import { asMessage } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

/** A rule that comes true on leap days only: nothing comes out here unless a test says so. */
const rarely = { cron: '0 0 29 2 *', timezone: 'UTC' };
/** For a busy machine. */
const patience = { timeout: 15_000 };
/** Longer than the heartbeat's second, for seeing that nothing happens. */
const aFewBeatsMs = 2_500;

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

async function writeChapters(count: number, paragraphs = 2): Promise<void> {
  for (let number = 1; number <= count; number += 1) await write(`0${number}`, number, paragraphs);
}

/** Writes a chapter without a heading, so that its file's name says where it stands. */
async function write(name: string, number: number, paragraphs = 2): Promise<void> {
  const [, ...text] = chapterText(number, '', paragraphs).split('\n\n');
  await testbed.write(`lamp/${name}.txt`, text.join('\n\n'));
}

async function renameFile(from: string, to: string): Promise<void> {
  await rename(join(testbed.chaptersDir, `lamp/${from}.txt`), join(testbed.chaptersDir, `lamp/${to}.txt`));
}

/** Takes a file away, from a folder that looks as if it had rested long enough to be believed. */
async function remove(name: string): Promise<void> {
  const folder = join(testbed.chaptersDir, 'lamp');
  await rm(join(folder, `${name}.txt`));
  const rested = new Date(Date.now() - 60_000);
  await utimes(folder, rested, rested);
}

async function start(options: Record<string, unknown> = {}): Promise<void> {
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...rarely, ...options });
}

function status(): Promise<string> {
  return ask(harbour.author, harbour.channel, 'serial status');
}

async function release(count: number): Promise<void> {
  await ask(harbour.author, harbour.channel, 'release now');
  await expect.poll(status, patience).toContain(`Out so far: ${count}`);
}

const posted = () => paragraphsIn(harbour.channel.messages());
/** Lets the bot look at the folder twice, as far apart as it does: a file that is gone for a moment may be one being saved. */
async function lookAgain(): Promise<void> {
  for (let look = 0; look < 2; look += 1) {
    testbed.clock.advance(6_000);
    await ask(harbour.reader, harbour.channel, 'chapters');
  }
}

describe('where a serial began', () => {
  it('is found again when that file is renamed', async () => {
    await writeChapters(4);
    await testbed.start();
    await start({ from: '03' });
    await release(1);
    await renameFile('03', '03 - the rowan');
    await lookAgain();
    await release(2);
    expect(posted()).toEqual([...paragraphsOf(3, 2), ...paragraphsOf(4, 2)]);
  });

  it('is found again also before anything is out', async () => {
    await writeChapters(4);
    await testbed.start();
    await start({ from: '03' });
    await renameFile('03', '03 - the rowan');
    await lookAgain();
    await release(1);
    expect(posted()).toEqual(paragraphsOf(3, 2));
  });

  it('is told by what is out where its file is gone', async () => {
    await writeChapters(5);
    await testbed.start();
    await start({ from: '03' });
    await release(1);
    await release(2);
    await remove('03');
    await lookAgain();
    await release(3);
    expect(posted()).toEqual([3, 4, 5].flatMap((number) => paragraphsOf(number, 2)));
  });

  it('holds the serial where nothing tells it any more, and the author is told', async () => {
    await writeChapters(4);
    await testbed.start();
    await start({ from: '03', ...fridayEvening, cron: undefined });
    await remove('03');
    await lookAgain();
    expect(await ask(harbour.author, harbour.channel, 'release now')).toContain('began with the file **03**');
    expect(await status()).toContain('began with the file **03**');
    testbed.clock.jumpTo(firstSlot);
    const alert = await testbed.playground
      .directMessages(harbour.author.user)
      .waitForMessage(({ content }) => content.includes('A slot passed'));
    expect(alert.content).toContain('began with the file **03**');
    expect(posted()).toEqual([]);
  });
});

describe('files that take each other’s names', () => {
  it('stay the chapters that they are: none comes out again, and a new one needs a name of its own', async () => {
    await writeChapters(3);
    await testbed.start();
    await start();
    await release(1);
    await release(2);
    await renameFile('03', '04');
    await renameFile('02', '03');
    await renameFile('01', '02');
    await write('01', 9);
    await lookAgain();
    const { channel, reader } = harbour;
    expect(await ask(reader, channel, 'read', { chapter: '2' })).toContain('Paragraph 1.1');
    expect(await ask(harbour.author, channel, 'release now')).toContain('Give this file a name of its own');
    await renameFile('01', '01a');
    await lookAgain();
    await release(3);
    await release(4);
    expect(posted()).toEqual([1, 2, 9, 3].flatMap((number) => paragraphsOf(number, 2)));
  });
});

describe('a chapter that is blocked', () => {
  it('is not out as long as nothing of it stands', async () => {
    await writeChapters(2);
    await testbed.start();
    await start();
    const refusal = { status: 403, body: { message: 'Missing Permissions', code: 50_013 } };
    testbed.playground.faults.respond({ method: 'POST', route: '/channels/:channelId/messages', times: 1 }, refusal);
    await ask(harbour.author, harbour.channel, 'release now');
    await expect.poll(status, patience).toContain('could not be posted');
    const { channel, reader } = harbour;
    expect(await ask(reader, channel, 'read', { chapter: '1' })).toContain('Nothing of this story is out here yet');
    expect(await ask(reader, channel, 'chapters')).not.toContain('min in all · ');
    expect(await ask(reader, channel, 'chapters')).toContain('0 chapters out');
  });
});

describe('a forum post of the same title from before', () => {
  it('is not taken for the one that was to be opened', async () => {
    await writeChapters(1);
    await testbed.start();
    const forum = harbour.guild.createChannel({ name: 'stories', type: 'forum' });
    await start({ channel: forum });
    await release(1);
    const [before] = forum.threads();
    if (before === undefined) throw new Error('There is no post.');
    harbour.reader.say(before, 'Keep this one!');
    const { author, channel } = harbour;
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    await author.click(question, { label: 'Delete the release' });
    testbed.playground.faults.drop({ method: 'POST', route: '/channels/:channelId/threads', times: 1 }, 'before');
    await release(1);
    expect(forum.threads()).toHaveLength(2);
    expect(paragraphsIn(before.messages())).toEqual([]);
  });
});

describe('the line about the next chapter', () => {
  const line = () => /-# .*next chapter.*/i.exec(harbour.channel.messages().at(-1)?.content ?? '')?.[0];

  it('gives the date of the next chapter that is in hand', async () => {
    await writeChapters(2);
    await testbed.start();
    await start({ ...fridayEvening, cron: undefined });
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    expect(line()).toBe(`-# Next chapter: <t:${secondSlot.getTime() / 1_000}:F>`);
  });

  it('is not there where none is, or where it is a draft', async () => {
    await writeChapters(1);
    await testbed.write('lamp/02.md', '---\ndraft: true\n---\n\nNot yet.');
    await testbed.start();
    await start({ ...fridayEvening, cron: undefined });
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    expect(line()).toBeUndefined();
  });

  it('says until when the story pauses', async () => {
    await writeChapters(1);
    await testbed.start();
    await start();
    const { author, channel } = harbour;
    await ask(author, channel, 'serial pause', { until: '2027-01-15' });
    await ask(author, channel, 'release now');
    await releaseEnd(channel);
    expect(line()).toBe(`-# The next chapter comes after <t:${Date.parse('2027-01-15T00:00:00Z') / 1_000}:D>.`);
  });
});

describe('a clock that was wrong for a moment', () => {
  it('does not move the next slot for good', async () => {
    await writeChapters(3);
    await testbed.start();
    await start({ ...fridayEvening, cron: undefined });
    testbed.clock.jumpTo(new Date('2031-05-06T20:00:00Z'));
    await testbed.playground
      .directMessages(harbour.author.user)
      .waitForMessage(({ content }) => content.includes('I was away'));
    testbed.clock.jumpTo(new Date('2026-11-03T12:00:00Z'));
    await expect.poll(status, patience).toContain(`<t:${firstSlot.getTime() / 1_000}:F>`);
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    await sleep(aFewBeatsMs);
    expect(posted()).toEqual(paragraphsOf(1, 2));
  });
});
