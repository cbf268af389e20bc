import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';
import { fridayEvening } from '../support/harbour.js';

describeInBrowser('a mature chapter', () => {
  const stage = useStage((testbed) =>
    testbed.write('lamp/01.md', '---\nnumber: 1\ntitle: Red\nrating: explicit\n---\n\nThe door stood open.'),
  );

  it('is read in the age-restricted channel, which is closed to who is under 18', async () => {
    const { author, guild, visit } = stage();
    const channel = guild.channels().find((one) => one.record().nsfw);
    if (channel === undefined) throw new Error('There is no age-restricted channel.');
    await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    await author.slash(channel, 'release now');
    await channel.waitForMessage(({ content }) => content.includes('The door stood open.'));

    const reader = await visit({ as: 'Juno' });
    await reader.tab.getByRole('button', { name: /after-dark/ }).click();
    await reader.tab.getByText('The door stood open.').waitFor();
    await reader.picture('mature-1-reader');

    const guest = await visit({ as: 'Robin' });
    await guest.tab.getByRole('button', { name: /after-dark.*closed to you/ }).click();
    await guest.tab.getByText('This channel is age-restricted').waitFor();
    expect(await guest.tab.getByText('The door stood open.').count()).toBe(0);
    expect(await guest.line.count()).toBe(0);
    await guest.picture('mature-2-guest');

    await guest.tab.getByRole('button', { name: /weekly-chapter/ }).click();
    await guest.type('/read chapter:1');
    const answer = guest.tab.getByRole('article', { name: /only you can see this/ });
    await answer.getByText(/age-restricted/).waitFor();
    expect(await answer.textContent()).not.toContain('The door stood open.');
  });
});
