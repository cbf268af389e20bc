import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { type BotProcess, startBotProcess } from '../support/bot-process.js';
import {
  ask,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  paragraphsIn,
  paragraphsOf,
  releaseEnd,
} from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

let testbed: Testbed;
let harbour: Harbour;
let bot: BotProcess;
beforeEach(async () => {
  testbed = await openTestbed();
  // The process has the real clock, and so must Discord.
  testbed.clock.jumpTo(new Date());
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
  bot = await start();
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
});
afterEach(async () => {
  await bot.kill();
  await testbed.close();
});

function start(): Promise<BotProcess> {
  return startBotProcess({
    DISCORD_TOKEN: testbed.playground.token,
    DISCORD_API_URL: testbed.playground.apiUrl,
    CHAPTERS_DIR: testbed.chaptersDir,
    STORE_URL: testbed.storeUrl,
  });
}

/** Begins a release of which Discord takes the second piece and does not answer. */
async function releaseWithoutAnAnswer() {
  const held = testbed.playground.faults.hold({ ...posting, after: 1, times: 1 }, 'after');
  await ask(harbour.author, harbour.channel, 'release now');
  await held.reached;
  return held;
}

describe('a bot that is told to stop in the middle of a release', () => {
  it('waits a little for the piece in hand, ends in good order, and goes on with the rest', {
    timeout: 40_000,
  }, async () => {
    const held = await releaseWithoutAnAnswer();
    const before = performance.now();
    expect(await bot.terminate()).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
    held.drop();
    bot = await start();
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 20));
  });

  it('ends at once when it is told twice, and has lost nothing by it', { timeout: 40_000 }, async () => {
    const held = await releaseWithoutAnAnswer();
    const ends = [bot.terminate()];
    await expect.poll(() => bot.output()).toContain('Once more ends at once');
    ends.push(bot.terminate());
    expect(await Promise.all(ends)).toEqual([130, 130]);
    held.drop();
    bot = await start();
    await releaseEnd(harbour.channel);
    expect(paragraphsIn(harbour.channel.messages())).toEqual(paragraphsOf(1, 20));
  });
});
