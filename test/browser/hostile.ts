import { expect, it } from 'vitest';
import { describeInBrowser, useStage } from '../support/browser.js';
import { firstSlot, fridayEvening, releaseEnd } from '../support/harbour.js';

const script = '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">';
const links = '[click](javascript:window.pwned=1) <javascript:window.pwned=1> [x](data:text/html,hi)';
const marks = ['*_', '||', '> ', '**', '[', '[a](', '- '].map((mark) => mark.repeat(Math.floor(1_990 / mark.length)));

describeInBrowser('hostile text', () => {
  const stage = useStage((testbed) =>
    testbed.write('lamp/01.md', `# ${script}\n\n${script}\n\n${links}\n\n${'*_'.repeat(5_000)}\n\nThe end, at last.`),
  );

  it('does nothing in chapters, reviews, messages and names', async () => {
    const { author, reader, channel, guild, testbed, visit } = stage();
    guild.createChannel({ name: '<img src=x onerror=alert(1)>', topic: script });
    await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    testbed.clock.jumpTo(firstSlot);
    const end = await releaseEnd(channel);
    const form = await reader.click(end, { label: 'Review' });
    if (form.kind !== 'modal') throw new Error('The review did not open.');
    await reader.submit(form.modal, { text: `${script}\n${links}` });
    for (const text of [script, links, ...marks]) reader.say(channel, text);

    const { tab, type, picture } = await visit();
    await type('/reviews');
    const reviews = tab.getByRole('article', { name: /only you can see this/ });
    await reviews.getByText('window.pwned').first().waitFor();
    await picture('hostile');
    const found = await tab.evaluate(`({
      pwned: window.pwned,
      scripts: document.querySelectorAll('body script, body iframe, discord-message img, [onerror]').length,
      links: [...document.querySelectorAll('a')].filter(({ protocol }) => !/^https?:$/.test(protocol)).length,
    })`);
    expect(found).toEqual({ pwned: undefined, scripts: 0, links: 0 });
  });
});
