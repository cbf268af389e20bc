import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';
import { firstSlot, fridayEvening, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

describeInBrowser('a connection that is lost in the middle of a release', () => {
  const stage = useStage((bench) => bench.write('lamp/01.txt', chapterText(1, 'Title 1', 24)));

  it('loses nothing and doubles nothing once it is back', { timeout: 40_000 }, async () => {
    const { author, channel, bench, visit } = stage();
    await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    const { tab, picture } = await visit({ as: 'Juno' });
    const lost = tab.getByRole('switch', { name: 'Connection lost' });

    const secondPiece = bench.playground.faults.hold({ ...posting, after: 1, times: 1 }, 'before');
    bench.clock.jumpTo(firstSlot);
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
