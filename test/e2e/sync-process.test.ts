import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultMatch, FaultMoment } from '../../src/playground/faults.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import { ask, furnishHarbour, type Harbour, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { asMessage, buttonLabels } from '../support/shown.js';
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

function startBot(): Promise<BotProcess> {
  return startBotProcess({
    DISCORD_TOKEN: testbed.playground.token,
    DISCORD_API_URL: testbed.playground.apiUrl,
    CHAPTERS_DIR: testbed.chaptersDir,
    STORE_URL: testbed.storeUrl,
  });
}

/** Lets a chapter of 20 paragraphs out, and gives it five more and a change in each of the others while the bot is away. */
async function releaseAndChange(): Promise<void> {
  const { author, channel } = harbour;
  await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
  bot = await startBot();
  await ask(author, channel, 'serial start', { story: 'lamp', channel, cron: '0 0 1 1 *', timezone: 'UTC' });
  await ask(author, channel, 'release now');
  await releaseEnd(channel);
  await expect.poll(() => ask(author, channel, 'serial status')).toContain('Out so far: 1');
  await bot.terminate();
  await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 25).replaceAll('noon', 'dawn'));
}

const one = '/channels/:channelId/messages/:messageId';
const all = '/channels/:channelId/messages';

/** When the bot is killed: each time it gets a little further. */
const deaths: readonly (readonly [FaultMatch, FaultMoment])[] = [
  // A new piece was taken, and its answer lost.
  [{ method: 'POST', route: all, times: 1 }, 'after'],
  // An edit never arrived.
  [{ method: 'PATCH', route: one, after: 1, times: 1 }, 'before'],
  // An edit was taken, and its answer lost.
  [{ method: 'PATCH', route: one, after: 1, times: 1 }, 'after'],
];

describe('an update of a released chapter', () => {
  it('goes on however often the bot is killed on the way, and does nothing twice', { timeout: 60_000 }, async () => {
    await releaseAndChange();
    const { author, channel } = harbour;
    const before = channel.messages().map(({ id }) => id);
    const isOld = () => channel.messages().some(({ content }) => content.includes('noon'));
    bot = await startBot();
    const shown = asMessage(await author.slash(channel, 'release sync', { chapter: '1' })).message;
    for (const [index, [match, moment]] of deaths.entries()) {
      const hold = testbed.playground.faults.hold(match, moment);
      if (index === 0) await author.click(shown, { label: 'Update the messages' });
      else bot = await startBot();
      await hold.reached;
      await bot.kill();
      hold.drop();
      expect(isOld()).toBe(true);
    }

    const soFar = testbed.requests.length;
    bot = await startBot();
    await expect.poll(isOld, { timeout: 10_000 }).toBe(false);
    await expect.poll(() => ask(author, channel, 'release sync', { chapter: '1' })).toContain('as its file has it');
    const messages = channel.messages();
    expect(paragraphsIn(messages)).toEqual(paragraphsOf(1, 25));
    expect(messages.slice(0, before.length).map(({ id }) => id)).toEqual(before);
    expect(messages.filter((message) => buttonLabels(message).length > 0)).toEqual(messages.slice(-1));
    // The edit that was taken is not asked for again: it was looked at.
    const edits = testbed.requests.slice(soFar).filter((request) => request.startsWith('PATCH /channels'));
    expect(edits).toHaveLength(before.length - 3);
  });
});
