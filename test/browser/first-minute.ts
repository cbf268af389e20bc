import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';
import { firstSlot, fridayEvening, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

describeInBrowser("a newcomer's first minute", () => {
  const stage = useStage(async (testbed) => {
    for (const number of [1, 2, 3])
      await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 20));
  });

  it('shows the drop as it comes, is read in private, reacted to, reviewed, and counted', async () => {
    const { author, channel, testbed, visit } = stage();
    await author.slash(channel, 'serial start', { story: 'lamp', from: '2', channel, ...fridayEvening });
    const { tab, type, sitDown, picture } = await visit();

    testbed.clock.jumpTo(firstSlot);
    const end = await releaseEnd(channel);
    const last = tab.locator(`#message-${end.id}`);
    await last.getByRole('button', { name: 'Read privately' }).waitFor();
    await picture('first-minute-1-drop');

    await sitDown('Juno');
    await type('/read chapter:2');
    const reader = tab.getByRole('article', { name: /only you can see this/ });
    const seen = new Set<string>();
    const next = reader.getByRole('button', { name: 'Next', exact: true });
    for (let page = 1; ; page += 1) {
      await reader.getByText(`Page ${page} of`).waitFor();
      for (const paragraph of (await reader.textContent())?.match(/Paragraph \d+\.\d+/g) ?? []) seen.add(paragraph);
      if (page === 1) await picture('first-minute-2-read');
      if ((await next.count()) === 0) break;
      await next.press('Enter');
    }
    expect([...seen]).toEqual(paragraphsOf(2, 20));

    await last.hover();
    await last.getByRole('button', { name: 'Add a reaction' }).click();
    await tab.getByRole('button', { name: 'red heart' }).click();
    await last.getByRole('button', { name: '❤️ 1, you too', pressed: true }).waitFor();

    await last.getByRole('button', { name: 'Review' }).click();
    const form = tab.getByRole('dialog');
    await form.getByLabel('Your review').fill('I was late for dinner because of this.');
    await form.getByLabel('Rating').selectOption({ index: 1 });
    await picture('first-minute-3-review');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });

    await sitDown('Mara');
    await type('/feedback');
    const report = tab.getByRole('article', { name: /only you can see this/ }).last();
    await report.getByText('1 reader').first().waitFor();
    const counts = await report.textContent();
    expect(counts).toMatch(/1 reaction\b/);
    expect(counts).toMatch(/1 review\b/);
    await picture('first-minute-4-feedback');
  });
});
