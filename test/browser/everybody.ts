import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeViolations } from '../support/axe-violations.js';
import { describeInBrowser, type Look, useStage } from '../support/browser.js';
import { firstSlot, fridayEvening, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const looks: readonly (Look & { readonly name: string })[] = [
  { name: 'desktop-dark', colorScheme: 'dark' },
  { name: 'desktop-light', colorScheme: 'light' },
  { name: 'phone-dark', colorScheme: 'dark', width: 360, height: 740 },
  { name: 'phone-light', colorScheme: 'light', width: 360, height: 740 },
  // 1280 by 800 pixels at 200% zoom.
  { name: 'zoomed', colorScheme: 'light', width: 640, height: 400 },
];

/** Whether the list of messages stands at its end. */
function isAtEnd(tab: Page): Promise<boolean> {
  const list = tab.getByRole('region', { name: /^Messages in/ });
  return list.evaluate((scroller) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40);
}

describeInBrowser('the page for everybody', () => {
  const stage = useStage(async (testbed) => {
    const text = `A/N: flashbacks are in *italics*.\n\n${chapterText(1, 'Title 1', 12)}`;
    await testbed.write('lamp/01.txt', text);
    await testbed.write('lamp/02.txt', chapterText(2, 'Title 2', 4));
  });

  async function furnishMessages() {
    const { author, reader, channel, guild, testbed } = stage();
    const role = [...guild.record().roles.values()].find(({ name }) => name === 'Subscribers');
    await author.slash(channel, 'serial start', { story: 'lamp', channel, role, ...fridayEvening });
    testbed.clock.jumpTo(firstSlot);
    const end = await releaseEnd(channel);
    reader.react(end, '❤️');
    const kinds = [
      '# A heading',
      '> a quote',
      '- a list\n- of two',
      '||a spoiler|| `code` ~~struck~~ __line__',
      '-# small',
    ];
    author.say(
      channel,
      [...kinds, `<@${reader.user.id}> <#${channel.id}> <t:1794000000:R> https://example.org`].join('\n'),
    );
    await reader.slash(channel, 'read', { chapter: '1' });
    return end;
  }

  it('has nothing that axe objects to, in dark and light, wide and narrow', async () => {
    await furnishMessages();
    for (const { name, ...look } of looks) {
      const { tab, picture } = await stage().visit(look);
      const isNarrow = look.width !== undefined;
      if (isNarrow) await tab.getByRole('button', { name: 'Channels and people' }).click();
      if (isNarrow) await picture(`everybody-${name}-places`);
      await tab.getByRole('radio', { name: /Juno/ }).check();
      await tab.getByRole('article', { name: /only you can see this/ }).waitFor();
      await expect.poll(() => isAtEnd(tab), { message: `${name} is not at the newest message` }).toBe(true);
      expect(await axeViolations(tab), name).toEqual([]);
      await picture(`everybody-${name}`);
      const overflow = await tab.evaluate('document.scrollingElement.scrollWidth - window.innerWidth');
      expect(overflow, `${name}: wider than the screen`).toBeLessThanOrEqual(0);
    }
  });

  it('has nothing that axe objects to in a form, a menu and the suggestions', async () => {
    const end = await furnishMessages();
    const { tab, line, picture } = await stage().visit({ as: 'Juno', colorScheme: 'light' });
    await line.pressSequentially('/re');
    await tab.getByRole('option', { name: /^\/read/ }).waitFor();
    expect(await axeViolations(tab)).toEqual([]);
    await picture('everybody-suggestions');
    await line.press('Escape');
    const last = tab.locator(`#message-${end.id}`);
    await last.getByRole('button', { name: 'Review' }).click();
    await tab.getByRole('dialog').getByLabel('Your review').waitFor();
    expect(await axeViolations(tab)).toEqual([]);
    await tab.keyboard.press('Escape');
    await last.hover();
    await last.getByRole('button', { name: 'More' }).click();
    await tab.getByRole('dialog', { name: 'Message' }).waitFor();
    expect(await axeViolations(tab)).toEqual([]);
    await picture('everybody-menu');
  });

  it('leaves a spoiler open that was opened, and a clock right, whatever else changes in a message', async () => {
    const { author, reader, channel, visit } = stage();
    const message = author.say(channel, '||It was Imre.|| <t:1794000000:R>');
    const { tab } = await visit();
    const shown = tab.locator(`#message-${message.id}`);
    const secret = shown.getByText('It was Imre.');
    expect(await secret.isVisible()).toBe(false);
    await shown.getByRole('button', { name: 'Spoiler' }).click();
    reader.react(message, '🔥');
    await shown.getByRole('button', { name: /🔥 1/ }).waitFor();
    expect(await secret.isVisible()).toBe(true);
    expect(await shown.locator('discord-time').textContent()).toMatch(/ago|in \d/u);
  });

  it('leads to the preview of the chapters, and back', async () => {
    const { tab } = await stage().visit();
    await tab.getByRole('link', { name: 'Preview your chapters' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Chapter 1: Title 1' }).waitFor();
    await tab.getByRole('link', { name: 'To the channels' }).click();
    await tab.getByRole('heading', { level: 1, name: '# weekly-chapter' }).waitFor();
  });

  it('is used with the keyboard alone, and keeps the focus while messages come', async () => {
    const { author, channel, visit } = stage();
    await furnishMessages();
    const { tab, picture } = await visit();
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await tab.keyboard.press(key);
    };
    const focused = () => tab.evaluate('document.activeElement?.textContent ?? ""');
    const tabTo = async (name: string) => {
      for (let steps = 0; steps < 60; steps += 1) {
        if (String(await focused()).startsWith(name)) return;
        await press('Tab');
      }
      throw new Error(`No way with Tab to "${name}".`);
    };

    await tabTo('announcements');
    await press('Enter');
    await tab.getByRole('heading', { level: 1, name: '# announcements' }).waitFor();
    expect(await focused()).toContain('announcements');
    await press('Shift+Tab', 'Enter');
    await tab.getByRole('heading', { level: 1, name: '# weekly-chapter' }).waitFor();

    await tab.getByRole('radio', { name: /Mara/ }).focus();
    await press('ArrowDown');
    await tab.getByRole('article', { name: /only you can see this/ }).waitFor();
    await tab.getByRole('combobox', { name: /^Message/ }).focus();
    await tab.keyboard.type('/read chap');
    await tab.getByRole('option', { name: /^chapter/ }).waitFor();
    await press('Tab');
    await tab.keyboard.type('1');
    await press('Enter');
    const answer = tab.getByRole('article', { name: /only you can see this/ }).nth(1);
    const next = answer.getByRole('button', { name: 'Next', exact: true });
    await next.focus();
    await press('Enter');
    await answer.getByText('Page 2 of').waitFor();
    author.say(channel, 'Is anybody there?');
    await tab.getByText('Is anybody there?').waitFor();
    expect(await focused()).toMatch(/^(?:Next|Review|Previous)/);
    await picture('everybody-keyboard');
  });
});
