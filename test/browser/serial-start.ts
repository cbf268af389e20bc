import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';
import { paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

describeInBrowser('a serial that is started in the page', () => {
  const stage = useStage(async (testbed) => {
    for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 20));
    await testbed.write('harbour lights/01.txt', chapterText(1, 'Another story', 4));
  });

  it('is completed by the bot, drops at its slot, and calls only for who has the role', async () => {
    const { channel, visit } = stage();
    const author = await visit();
    const reader = await visit({ as: 'Juno' });
    const other = await visit({ as: 'Ilse' });
    const suggestions = author.tab.getByRole('listbox', { name: 'Suggestions' });
    const complete = async (typed: string, wanted: RegExp) => {
      await author.line.pressSequentially(typed);
      await suggestions.getByRole('option', { name: wanted }).click();
    };

    await complete('/serial st', /^\/serial start/);
    await complete('st', /^story/);
    await complete('la', /lamp/i);
    await complete('channel:week', /#weekly-chapter/);
    await complete('day:fr', /friday/);
    await author.line.pressSequentially('time:20:00 ');
    await author.line.pressSequentially('timezone:berl');
    await suggestions.getByRole('option', { name: 'Europe/Berlin' }).waitFor();
    await author.picture('serial-start-1-completion');
    await complete('', /Berlin/);
    await complete('role:sub', /@Subscribers/);
    await author.line.press('Enter');
    await author.tab
      .getByRole('article', { name: /only you can see this/ })
      .getByText('runs.')
      .waitFor();

    await author.tab.getByText('Next drop: ').waitFor();
    await author.tab.getByRole('button', { name: 'Next drop' }).click();
    await releaseEnd(channel);
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 20));

    const [first] = channel.messages();
    const called = (visitor: typeof reader) => visitor.tab.locator(`#message-${first?.id}[highlight]`).count();
    await reader.tab.getByText('Paragraph 1.20').waitFor();
    await other.tab.getByText('Paragraph 1.20').waitFor();
    expect(await called(reader)).toBe(1);
    expect(await called(other)).toBe(0);
    await reader.tab.locator(`#message-${first?.id}`).scrollIntoViewIfNeeded();
    await reader.picture('serial-start-2-ping');
  });
});
