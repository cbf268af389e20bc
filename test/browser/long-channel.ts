import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';

const count = 400;

describeInBrowser('a long channel', () => {
  const stage = useStage(async () => {});

  it('draws the newest, and the others as they are scrolled to, each once and in order', async () => {
    const { author, reader, channel, visit } = stage();
    for (let number = 1; number <= count; number += 1) {
      (number % 3 === 0 ? reader : author).say(channel, `Message ${number}`);
    }
    const { tab, picture } = await visit();
    await tab.getByText(`Message ${count}`).waitFor();
    const messages = tab.locator('discord-message');
    await expect.poll(() => messages.count()).toBeGreaterThanOrEqual(50);
    expect(await messages.count()).toBeLessThan(count);

    const list = tab.getByRole('region', { name: 'Messages in weekly-chapter' });
    await expect
      .poll(
        async () => {
          await list.evaluate((scroller) => scroller.scrollTo(0, 0));
          return messages.count();
        },
        { timeout: 40_000, interval: 20 },
      )
      .toBe(count);
    const numbers = (await messages.allTextContents()).map((text) => Number(/Message (\d+)/.exec(text)?.[1]));
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    await picture('long-channel');
  });
});
