import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';

const old = 'Chapter 1: The Lamp\n\nThe old words.';
const mended = 'Chapter 1: The Lamp\n\nThe mended words.';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', old);
  await testbed.start();
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  // The folder was looked at just now: without being asked, nobody looks again for five seconds.
  await ask(author, channel, 'serial status');
});
afterEach(() => testbed.close());

const posted = () => harbour.channel.messages().map(shownText).join('\n');
const releaseNow = () => ask(harbour.author, harbour.channel, 'release now');

/** Saves the chapter as an editor does: this very moment. */
function save(text: string): Promise<void> {
  return writeFile(join(testbed.chaptersDir, 'lamp/01.txt'), text);
}

async function release(): Promise<void> {
  expect(await releaseNow()).toContain('on its way');
  await releaseEnd(harbour.channel);
}

/** The release is written off a moment after its last message. */
async function releaseToTheEnd(): Promise<void> {
  await release();
  const look = () => ask(harbour.author, harbour.channel, 'release sync', { chapter: '1' });
  await expect.poll(look, { timeout: 10_000 }).toContain('as its file has it');
}

describe('/release now', () => {
  it('posts what the file says, however lately it was looked at', async () => {
    await testbed.write('lamp/01.txt', mended);
    await release();
    expect(posted()).toContain('The mended words.');
  });

  it('waits for a file that was saved this moment, and posts the new text', async () => {
    await save(mended);
    await release();
    expect(posted()).toContain('The mended words.');
  });

  it('posts nothing while a file is being saved again and again, and says why', async () => {
    let count = 0;
    let saving = save(`${mended} ${count}`);
    const editor = setInterval(() => {
      count += 1;
      saving = saving.then(() => save(`${mended} ${count}`));
    }, 100);
    try {
      const answer = await releaseNow();
      expect(answer).toContain('lamp/01.txt** is being saved');
      expect(harbour.channel.messages()).toEqual([]);
    } finally {
      clearInterval(editor);
      await saving;
    }
    await release();
    expect(posted()).toContain(`The mended words. ${count}`);
  });
});

describe('/release sync', () => {
  it('shows and posts what the file says at that moment', async () => {
    const { author, channel } = harbour;
    await releaseToTheEnd();
    await save(mended);
    const { message } = asMessage(await author.slash(channel, 'release sync'));
    expect(shownText(message)).toContain('mended');
    await author.click(message, { label: 'Update the messages' });
    await expect.poll(posted, { timeout: 5_000 }).toContain('The mended words.');
  });

  it('shows what changed since, instead of posting what is not in the file any more', async () => {
    const { author, channel } = harbour;
    await releaseToTheEnd();
    await testbed.write('lamp/01.txt', mended);
    const { message } = asMessage(await author.slash(channel, 'release sync'));
    await save(mended.replace('mended', 'best'));
    const again = asMessage(await author.click(message, { label: 'Update the messages' })).message;
    expect(shownText(again)).toContain('best');
    expect(posted()).toContain('The old words.');
    await author.click(again, { label: 'Update the messages' });
    await expect.poll(posted, { timeout: 5_000 }).toContain('The best words.');
  });
});
