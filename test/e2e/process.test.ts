import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../src/markup/plain.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { ask, furnishHarbour, type Harbour, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { asMessage } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
let bot: BotProcess | undefined;

beforeEach(async () => {
  // The process has the real clock, and so must Discord.
  testbed = await openTestbed();
  testbed.clock.jumpTo(new Date());
  harbour = furnishHarbour(testbed);
});
afterEach(async () => {
  await bot?.kill();
  await testbed.close();
});

function settings(): Record<string, string> {
  return {
    DISCORD_TOKEN: testbed.playground.token,
    DISCORD_API_URL: testbed.playground.apiUrl,
    CHAPTERS_DIR: testbed.chaptersDir,
    STORE_URL: testbed.storeUrl,
  };
}

/** The next full minute, at which a rule of `* * * * *` comes true. */
const everyMinute = { cron: '* * * * *', timezone: 'UTC' };

describe('the bot as a process', () => {
  it('serialises a story from its start to the report, over a restart and a kill', { timeout: 120_000 }, async () => {
    const { author, channel, reader } = harbour;
    const file = chapterText(1, 'The Lamp', 24);
    await testbed.write('lamp/01.txt', file);
    await testbed.write('lamp/02.txt', chapterText(2, 'The Gate', 24));
    bot = await startBotProcess(settings());

    // A slot comes, and the chapter is posted and equals the file's text.
    await ask(author, channel, 'serial start', { story: 'lamp', channel, ...everyMinute });
    const last = await releaseEnd({ ...channel, waitForMessage: (fits) => channel.waitForMessage(fits, 70_000) });
    await ask(author, channel, 'serial pause');
    const posted = channel.messages();
    const words = (text: string) =>
      text
        .split(/\s+/)
        .filter((word) => word !== '')
        .join(' ');
    const body = words(posted.map(({ content }) => plainText(content)).join('\n'));
    expect(body).toContain(words(file.split('\n\n').slice(1).join('\n\n')));

    // Read it, page, restart, go on where the reader stopped.
    const first = asMessage(await reader.slash(channel, 'read', { chapter: '1' })).message;
    const second = asMessage(await reader.click(first, { label: 'Next' })).message;
    expect(await bot.terminate()).toBe(0);
    bot = await startBotProcess(settings());
    const again = asMessage(await reader.slash(channel, 'read')).message;
    expect(paragraphsIn([again])).toEqual(paragraphsIn([second]));

    // React, un-react, review, change the review; see the report.
    reader.react(last, '🔥');
    reader.react(last, '😭');
    reader.unreact(last, '😭');
    for (const text of ['Good.', 'Better on the second reading.']) {
      const opened = await reader.slash(channel, 'review', { chapter: '1' });
      if (opened.kind !== 'modal') throw new Error('The review did not open.');
      await reader.submit(opened.modal, { text, rating: '4' });
    }
    await expect.poll(() => ask(author, channel, 'feedback', { chapter: '1' })).toContain('🔥');
    const report = await ask(author, channel, 'feedback', { chapter: '1' });
    expect(report).not.toContain('😭');
    expect(report).toMatch(/1 review\b/);
    expect(await ask(reader, channel, 'reviews')).toContain('Better on the second reading.');

    // Killed when Discord had taken the second piece and not said so yet, it posts the rest once.
    const posting = { method: 'POST', route: '/channels/:channelId/messages', after: 1 } as const;
    const held = testbed.playground.faults.hold(posting, 'after');
    await ask(author, channel, 'release now');
    await held.reached;
    await bot.kill();
    held.release();
    bot = await startBotProcess(settings());
    await releaseEnd(channel, 2);
    expect(paragraphsIn(channel.messages())).toEqual([...paragraphsOf(1, 24), ...paragraphsOf(2, 24)]);
    expect(bot.output()).not.toContain(testbed.playground.token);
  });
});
