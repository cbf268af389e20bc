import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';
import { firstSlot, fridayEvening, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

describeInBrowser('a connection that is lost in the middle of a release', () => {
  const stage = useStage((testbed) => testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 24)));

  it('loses nothing and doubles nothing once it is back', { timeout: 40_000 }, async () => {
    const { author, channel, testbed, visit } = stage();
    await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    const { tab, picture } = await visit({ as: 'Juno' });
    const lost = tab.getByRole('switch', { name: 'Connection lost' });

    const secondPiece = testbed.playground.faults.hold({ ...posting, after: 1, times: 1 }, 'before');
    testbed.clock.jumpTo(firstSlot);
    await secondPiece.reached;
    await lost.check();
    secondPiece.release();
    await tab.getByText('The bot is offline.').waitFor();
    await picture('trouble-1-lost');
    const before = paragraphsIn(channel.messages());
    expect(before.length).toBeLessThan(24);

    await lost.uncheck();
    await releaseEnd({
      messages: channel.messages,
      waitForMessage: (fits) => channel.waitForMessage(fits, 25_000),
    });
    await tab.getByText('The bot is online.').waitFor();
    expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 24));
    await tab.getByText('Paragraph 1.24').waitFor();
    await picture('trouble-2-back');
  });
});

describeInBrowser('a bot that cannot answer', () => {
  const stage = useStage((testbed) => testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 4)), {
    interactionAnswerMs: 600,
  });

  it('is told of as Discord tells it: by the command, and below the message that was used', async () => {
    const { author, channel, testbed, visit } = stage();
    await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    testbed.clock.jumpTo(firstSlot);
    const end = await releaseEnd(channel);
    const { tab, type, picture } = await visit({ as: 'Juno' });
    const down = tab.getByRole('switch', { name: 'Discord is down' });
    await down.check();
    await type('/help');
    await tab.getByRole('alert').getByText('The application did not respond.').waitFor();
    const message = tab.locator(`#message-${end.id}`);
    await message.getByRole('button', { name: 'Chapters' }).click();
    await message.getByRole('alert').getByText('This interaction failed.').waitFor();
    await picture('trouble-3-no-answer');
    await down.uncheck();
    await tab.getByText('The bot is online.').waitFor();
    await message.getByRole('button', { name: 'Chapters' }).click();
    await tab.getByRole('article', { name: /only you can see this/ }).waitFor();
    expect(await message.getByRole('alert').count()).toBe(0);
  });

  it('has its permissions taken away and given back', async () => {
    const { guild, testbed, visit } = stage();
    const { tab } = await visit();
    const mayWrite = () => {
      const [role] = guild.record().members.get(testbed.playground.botUser.id)?.roles ?? [];
      return (BigInt(guild.record().roles.get(role ?? '')?.permissions ?? '0') & 0x800n) !== 0n;
    };
    const removed = tab.getByRole('switch', { name: 'Permission removed' });
    await removed.check();
    await expect.poll(mayWrite).toBe(false);
    await removed.uncheck();
    await expect.poll(mayWrite).toBe(true);
  });
});
