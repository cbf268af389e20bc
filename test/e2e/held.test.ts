import { rm } from 'node:fs/promises';
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
  thirdSlot,
} from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

const start = (options: Record<string, unknown> = {}) =>
  ask(harbour.author, harbour.channel, 'serial start', {
    story: 'lamp',
    channel: harbour.channel,
    ...fridayEvening,
    ...options,
  });
const at = (slot: Date) => `<t:${slot.getTime() / 1000}:F>`;
const good = (number: number) => testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 4));
const notBy = '---\ndraft: perhaps\n---\n\nChapter 2: Title 2\n\nParagraph 2.1.';

describe('a file that cannot be understood', () => {
  it('keeps its place: its slot passes, its author is told what to do, and nothing behind it comes out', async () => {
    const { author, channel, reader } = harbour;
    await good(1);
    await testbed.write('lamp/02.txt', notBy);
    await good(3);
    await testbed.write('lamp/04.txt', 'Chapter 4: Title 4\n\nParagraph *4.1.');
    await testbed.start();
    // A warning stands in the way of nothing.
    expect(testbed.errors).toEqual([expect.stringContaining('lamp/02.txt:2')]);
    const answer = await start();
    expect(answer).toContain('Chapters in hand: 1');
    const order = answer.slice(answer.indexOf('In this order:')).split('\n').slice(1, 4);
    expect(order[0]).toBe(`- ${at(firstSlot)} · Chapter 1: Title 1`);
    expect(order[1]).toMatch(/^- ⚠ .*02\.txt.* is not clear to me \(line 2\)/);
    expect(order[2]).toBe('- Chapter 3: Title 3');

    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    testbed.clock.jumpTo(secondSlot);
    const letters = testbed.playground.directMessages(author.user);
    const notice = await letters.waitForMessage(({ content }) => content.includes('A slot passed'));
    expect(notice.content).toContain('02.txt**, line 2:');
    expect(notice.content).toContain('“perhaps”');
    expect(notice.content).toContain('draft: true');
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 4));

    expect(await ask(author, channel, 'release now')).toContain('02.txt**, line 2:');
    const status = await ask(author, channel, 'serial status');
    expect(status).toContain('Next: ⚠ a file that is not clear to me: **lamp/02.txt**, line 2:');
    expect(status).toContain('Chapters in hand: none');
    expect(await ask(author, channel, 'release preview')).toContain('02.txt');
    expect(await ask(reader, channel, 'read', { chapter: '3' })).toContain('no such chapter');
    expect(await ask(reader, channel, 'chapters')).not.toContain('Title 3');

    await good(2);
    testbed.clock.jumpTo(thirdSlot);
    await releaseEnd(channel, 2);
    expect(paragraphsIn(channel.messages())).toEqual([...paragraphsOf(1, 4), ...paragraphsOf(2, 4)]);
  });

  it('is not overtaken at the end of the folder either, and lets go when it is taken out', async () => {
    await good(1);
    await testbed.write('lamp/02.txt', '');
    await testbed.start();
    await start();
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    const { author, channel } = harbour;
    const letters = testbed.playground.directMessages(author.user);
    testbed.clock.jumpTo(secondSlot);
    const notice = await letters.waitForMessage(({ content }) => content.includes('A slot passed'));
    expect(notice.content).toContain('holds no text of a chapter');
    await rm(join(testbed.chaptersDir, 'lamp/02.txt'));
    await good(3);
    await sleep(2_100);
    testbed.clock.advance(6_000);
    await expect.poll(() => ask(author, channel, 'release now')).toContain('Chapter 3: Title 3** is on its way');
    await releaseEnd(channel, 2);
  });

  it('is nothing to a serial that began behind it, or when it was released before it broke', async () => {
    await testbed.write('lamp/01.txt', '');
    await good(2);
    await good(3);
    await testbed.start();
    await start({ from: '2' });
    const { author, channel, reader } = harbour;
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    await testbed.write('lamp/02.txt', notBy);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(channel, 2);
    expect(paragraphsIn(channel.messages())).toEqual([...paragraphsOf(2, 4), ...paragraphsOf(3, 4)]);
    expect(await ask(author, channel, 'serial status')).toContain('all chapters in the folder are out');
    expect(await ask(reader, channel, 'read', { chapter: '3' })).toContain('Paragraph 3.1');
  });

  it('is told of with the last chapter before it', async () => {
    for (const number of [1, 2]) await good(number);
    await testbed.write('lamp/03.txt', Uint8Array.of(0x43, 0, 0x43));
    await testbed.start();
    await start();
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(harbour.channel);
    const letters = testbed.playground.directMessages(harbour.author.user);
    const notice = await letters.waitForMessage(({ content }) => content.includes('last chapter in hand'));
    expect(notice.content).toContain('Behind it stands a file that is not clear to me');
    expect(notice.content).toContain('03.txt');
  });

  it('hides what is behind it in a server where the story is open', async () => {
    await good(1);
    await testbed.write('lamp/02.txt', notBy);
    await good(3);
    await testbed.start();
    const { author, channel, reader } = harbour;
    await ask(author, channel, 'serial open');
    expect(await ask(reader, channel, 'read', { chapter: '1' })).toContain('Paragraph 1.1');
    expect(await ask(reader, channel, 'read', { chapter: '3' })).toContain('no such chapter');
    const offered = await reader.complete(channel, 'read', { chapter: '' }, 'chapter');
    expect(offered.map(({ name }) => name)).toEqual(['Chapter 1: Title 1']);
  });
});

describe('two files for one chapter', () => {
  it('hold their slot until the author says which it is', async () => {
    const { author, channel } = harbour;
    await good(1);
    await good(2);
    await testbed.write('lamp/02 - final.txt', chapterText(2, 'Title 2, final', 4));
    await testbed.start();
    await start();
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    testbed.clock.jumpTo(secondSlot);
    const letters = testbed.playground.directMessages(author.user);
    const notice = await letters.waitForMessage(({ content }) => content.includes('A slot passed'));
    expect(notice.content).toContain('Chapter 2 is already in');
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 4));
  });
});

describe('the order of a serial', () => {
  it('is shown with the dates of its slots, ten at most', async () => {
    for (let number = 1; number <= 9; number += 1) await good(number);
    for (let number = 10; number <= 12; number += 1) {
      await testbed.write(`lamp/${number}.txt`, chapterText(number, `Title ${number}`, 2));
    }
    await testbed.start();
    const answer = await start({ from: '2' });
    const lines = answer.split('\n').filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe(`- ${at(firstSlot)} · Chapter 2: Title 2`);
    expect(lines[2]).toBe(`- ${at(thirdSlot)} · Chapter 4: Title 4`);
    expect(lines[10]).toBe('- and 1 more');
    expect(await ask(harbour.author, harbour.channel, 'serial status')).toContain(`${at(secondSlot)} · Chapter 3`);
  });
});
