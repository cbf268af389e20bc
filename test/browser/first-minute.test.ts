import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Bench, openBench } from '../support/bot.js';
import { describeInBrowser, openStage, type Stage, startBrowser } from '../support/browser.js';
import { firstSlot, fridayEvening, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

describeInBrowser("a newcomer's first minute", () => {
  let browser: Browser;
  let bench: Bench;
  let stage: Stage;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bench = await openBench();
    for (const number of [1, 2]) await bench.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 20));
    stage = await openStage(bench);
    await bench.start();
  });
  afterEach(async () => {
    stage.close();
    await bench.close();
  });

  it('shows the drop as it comes, reads on in private, reacts, reviews, and counts', async () => {
    const { tab, picture, wrong } = await stage.visit(browser);
    await stage.author.slash(stage.channel, 'serial start', {
      story: 'lamp',
      channel: stage.channel,
      ...fridayEvening,
    });
    bench.clock.jumpTo(firstSlot);
    await releaseEnd(stage.channel);
    await tab.getByRole('button', { name: 'Read privately' }).waitFor();
    await picture('first-minute-drop');
    await tab.getByRole('radio', { name: /Juno/ }).check();
    const input = tab.getByRole('combobox', { name: /Message/ });
    await input.fill('/read chapter:2');
    await input.press('Enter');
    await picture('first-minute-read');
    expect(wrong).toEqual([]);
  });
});
