import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  releaseEnd,
  secondSlot,
} from '../support/harbour.js';
import { shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  const chapters = [
    ['01', 'Part One\n\n', 1, 'Rain'],
    ['02', '', 2, 'Hail'],
    ['03', 'Part Two\n\n', 1, 'Snow'],
    ['04', '', 2, 'Rain on the Roof'],
  ] as const;
  for (const [file, part, number, title] of chapters) {
    await testbed.write(
      `lamp/${file}.txt`,
      part + chapterText(number, title, 4).replaceAll('Paragraph', `In ${file}, paragraph`),
    );
  }
  await testbed.start();
  await harbour.author.slash(harbour.channel, 'serial open');
});
afterEach(() => testbed.close());

const read = (chapter: string) => ask(harbour.reader, harbour.channel, 'read', { chapter });

describe('a story in parts, whose numbers start anew', () => {
  it('is read by part and number, by any part of a title, and by its place', async () => {
    for (const typed of ['2.1', 'part 2 chapter 1', 'p2c1', 'Part Two, Chapter 1: Snow', 'snow', 'part two']) {
      expect(await read(typed), typed).toContain('In 03, paragraph 1.1');
    }
    expect(await read('roof')).toContain('In 04, paragraph 2.1');
    expect(await read('2')).toContain('In 02, paragraph 2.1');
    expect(await read('4')).toContain('In 04, paragraph 2.1');
    expect(await read('part 3 chapter 1')).toContain('no such chapter');
  });

  it('offers for what is typed first what Enter would take', async () => {
    const { channel, reader } = harbour;
    const names = async (chapter: string) =>
      (await reader.complete(channel, 'read', { chapter }, 'chapter')).map(({ name }) => name);
    expect(await names('1')).toEqual(['Part One, Chapter 1: Rain', 'Part Two, Chapter 1: Snow']);
    expect(await names('rain')).toEqual(['Part One, Chapter 1: Rain', 'Part Two, Chapter 2: Rain on the Roof']);
    const [, second] = await reader.complete(channel, 'read', { chapter: '1' }, 'chapter');
    expect(await read(String(second?.value))).toContain('In 03, paragraph 1.1');
  });

  it('comes out in order, under its parts’ names', async () => {
    const { author, channel } = harbour;
    const answer = await ask(author, channel, 'serial start', {
      story: 'lamp',
      channel,
      ...fridayEvening,
      from: '1.2',
    });
    const order = answer.split('\n').filter((line) => line.startsWith('- '));
    expect(order.map((line) => line.replace(/^.* · /, ''))).toEqual([
      'Part One, Chapter 2: Hail',
      'Part Two, Chapter 1: Snow',
      'Part Two, Chapter 2: Rain on the Roof',
    ]);
    await ask(author, channel, 'serial set', { discussion: true });
    testbed.clock.jumpTo(firstSlot);
    await releaseEnd(channel);
    testbed.clock.jumpTo(secondSlot);
    await releaseEnd(channel, 2);
    const headings = channel.messages().flatMap((message) => shownText(message).match(/^## .*$/gm) ?? []);
    expect(headings).toEqual(['## Part One, Chapter 2: Hail', '## Part Two, Chapter 1: Snow']);
    await expect
      .poll(() => channel.threads().map((thread) => thread.record().name))
      .toEqual(['Part One, Chapter 2: Hail', 'Part Two, Chapter 1: Snow']);
    expect(await ask(harbour.reader, channel, 'chapters')).toContain('**Part Two, Chapter 1: Snow**');
    expect(await read('2.2')).toContain('no such chapter');
  });
});

describe('a story without numbers', () => {
  it('is read by the place in its order', async () => {
    await testbed.write('owls/story.yaml', 'title: Owls');
    for (const [file, title] of [
      ['a', 'Fox'],
      ['b', 'Hare'],
    ] as const) {
      await testbed.write(`owls/${file}.md`, `# ${title}\n\nThe text of ${title}.\n\nIt is told twice over.`);
    }
    testbed.clock.advance(6_000);
    const { author, channel, reader } = harbour;
    await ask(author, channel, 'serial open', { story: 'owls' });
    expect(await ask(reader, channel, 'read', { story: 'owls', chapter: '2' })).toContain('The text of Hare');
    expect(await ask(reader, channel, 'read', { story: 'owls', chapter: '3' })).toContain('no such chapter');
  });
});
