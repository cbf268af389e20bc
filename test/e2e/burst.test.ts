import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/playground/person.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 20));
});
afterEach(async () => {
  const { errors } = testbed;
  await testbed.close();
  expect(errors).toEqual([]);
});

async function release(): Promise<readonly APIMessage[]> {
  const { author, channel } = harbour;
  await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  await author.slash(channel, 'release now');
  await releaseEnd(channel);
  return channel.messages();
}

function crowd(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => {
    const user = testbed.playground.createUser({ name: `Reader ${index}` });
    harbour.guild.join(user);
    return testbed.playground.as(user);
  });
}

const report = () => ask(harbour.author, harbour.channel, 'feedback', { chapter: '1' });

describe('reactions of a crowd', () => {
  it('are all there after a burst of a thousand at once, many of them changed', {
    timeout: 60_000,
  }, async () => {
    await testbed.start();
    const pieces = await release();
    const readers = crowd(1_000);
    for (const [index, reader] of readers.entries()) {
      const piece = pieces[index % pieces.length] ?? raise();
      reader.react(piece, '🔥');
      if (index % 5 < 2) {
        reader.unreact(piece, '🔥');
        reader.react(piece, '😭');
      }
    }
    // The bot answers while it writes.
    expect(await report()).toContain('## Chapter 1: Title 1');
    await expect.poll(report, { timeout: 30_000 }).toContain('1000 reactions (🔥 600 · 😭 400)');
  });

  it.runIf(process.env['SWEEP'] !== undefined)(
    'are all there after a thousand a second for five seconds, and the bot keeps up',
    { timeout: 120_000 },
    async () => {
      await testbed.start();
      const pieces = await release();
      const readers = crowd(5_000);
      const begin = performance.now();
      for (let sent = 0; sent < readers.length; ) {
        const due = Math.min(readers.length, Math.floor(performance.now() - begin));
        for (; sent < due; sent += 1) readers[sent]?.react(pieces[sent % pieces.length] ?? raise(), '🔥');
        await sleep(5);
      }
      const sentMs = performance.now() - begin;
      await expect.poll(report, { timeout: 60_000, interval: 100 }).toContain('5000 reactions (🔥 5000)');
      const writtenMs = performance.now() - begin;
      const looked = testbed.requests.filter((request) => request.includes('/reactions/'));
      console.info(`5,000 reactions sent in ${Math.round(sentMs)} ms, counted after ${Math.round(writtenMs)} ms`);
      // Every one was written as it came: nothing had to be looked up.
      expect(looked).toEqual([]);
    },
  );

  it('that nobody listened to are looked up, page after page', { timeout: 60_000 }, async () => {
    const app = await testbed.start();
    const [first] = await release();
    if (first === undefined) throw new Error('Nothing was posted.');
    const readers = crowd(250);
    for (const reader of readers.slice(0, 120)) reader.react(first, '🔥');
    await expect.poll(report, { timeout: 30_000 }).toContain('120 reactions (🔥 120)');
    await app.stop();
    for (const reader of readers.slice(0, 10)) reader.unreact(first, '🔥');
    for (const reader of readers.slice(120)) reader.react(first, '🔥');
    for (const reader of readers.slice(0, 101)) reader.react(first, '😭');
    const before = testbed.requests.length;
    await testbed.start();
    await expect.poll(report, { timeout: 30_000 }).toContain('341 reactions (🔥 240 · 😭 101)');
    const pages = testbed.requests.slice(before).filter((request) => request.includes('/reactions/'));
    // Three pages of the one, two of the other.
    expect(pages).toHaveLength(5);
  });
});

function raise(): never {
  throw new Error('Nothing was posted.');
}
