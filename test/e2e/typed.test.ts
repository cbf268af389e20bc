import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, MessageAnswer, OpenModal } from '../../src/playground/answer.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, furnishHarbour, type Harbour } from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 2));
  await testbed.start();
  await harbour.author.slash(harbour.channel, 'serial open');
});
afterEach(async () => {
  const { errors } = testbed;
  await testbed.close();
  expect(errors).toEqual([]);
});

/** All that the person is told, over all messages. */
function told(answer: Answer): string {
  const { ephemeral, message, followUps }: MessageAnswer = asMessage(answer);
  expect(ephemeral).toBe(true);
  return [message, ...followUps].map(shownText).join('\n');
}

async function openForm(chapter: string): Promise<OpenModal> {
  const answer = await harbour.reader.slash(harbour.channel, 'review', { chapter });
  if (answer.kind !== 'modal') throw new Error(`Expected a modal, got ${JSON.stringify(answer)}`);
  return answer.modal;
}

const long = Array.from({ length: 380 }, (_, index) => `Line ${index}.`).join(' ');

describe('a review that cannot be kept', () => {
  it('for coming too soon after the last change tells when it may be sent, and comes back whole', async () => {
    const { reader } = harbour;
    await reader.submit(await openForm('1'), { text: 'Frist.' });
    await reader.submit(await openForm('1'), { text: 'First.' });
    const now = testbed.clock.now().getTime();
    const answer = await reader.submit(await openForm('1'), { text: long });
    expect(told(answer)).toMatch(/You may change it again <t:\d+:R>/);
    await expect.poll(() => told(answer).match(/Line \d+\./g)).toHaveLength(380);
    const [, moment] = /<t:(\d+):R>/.exec(told(answer)) ?? [];
    expect(Number(moment) * 1_000 - now).toBeLessThanOrEqual(30_000);
    testbed.clock.advance(30_000);
    expect(told(await reader.submit(await openForm('1'), { text: long }))).toContain('You changed your review');
  });

  it('because its chapter went while the form was open comes back whole', async () => {
    const form = await openForm('2');
    await rm(join(testbed.chaptersDir, 'lamp/02.txt'));
    const isOut = () => ask(harbour.reader, harbour.channel, 'chapters');
    await expect.poll(isOut, { timeout: 10_000 }).not.toContain('Title 2');
    const answer = await harbour.reader.submit(form, { text: `Such a *pity*. ${long}` });
    expect(told(answer)).toContain('That chapter is not out here any more.');
    expect(told(answer)).toContain('Such a \\*pity\\*.');
    await expect.poll(() => told(answer).match(/Line \d+\./g)).toHaveLength(380);
  });
});

describe('a suggestion that cannot be kept', () => {
  it('for being the sixth in ten minutes tells when the next is taken, and comes back', async () => {
    const suggest = (text: string) => ask(harbour.reader, harbour.channel, 'suggest', { text });
    for (let sent = 1; sent <= 5; sent += 1) expect(await suggest(`Idea ${sent}`)).toContain('Thank you!');
    const refused = await suggest('Idea 6');
    expect(refused).toMatch(/The next may come <t:\d+:R>\./);
    expect(refused).toContain('Idea 6');
    testbed.clock.advance(600_000);
    expect(await suggest('Idea 6')).toContain('Thank you!');
  });

  it('because it is not clear for which story comes back', async () => {
    const answer = await ask(harbour.reader, harbour.channel, 'suggest', { story: 'gate', text: 'More storms.' });
    expect(answer).toContain('I do not know that story.');
    expect(answer).toContain('More storms.');
  });
});

describe('what readers type', () => {
  it('does no harm where it is shown, and is kept as it was typed', async () => {
    const typed = `e${'\u0301'.repeat(1_900)}\u202Edesrever\u2066 @\u200Beveryone`;
    const { reader, author, channel } = harbour;
    await reader.submit(await openForm('1'), { text: typed });
    await reader.slash(channel, 'suggest', { text: typed });
    for (const shown of [await ask(author, channel, 'reviews'), await ask(author, channel, 'feedback')]) {
      expect(shown).toContain('desrever');
      expect(shown).toContain('\\@everyone');
      expect(/[\u202A-\u202E\u2066-\u2069\u200B]|\p{M}{5}/u.test(shown)).toBe(false);
    }
    expect(JSON.stringify((await openForm('1')).components)).toContain(JSON.stringify(typed));
  });
});
