import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openInBrowser } from '../../src/tryout/open-in-browser.js';
import { axeViolations } from '../support/axe-violations.js';
import { describeInBrowser, startBrowser } from '../support/browser.js';
import { type Desk, openDesk } from '../support/manuscript.js';
import { chapterText } from '../support/stories.js';

const file = 'lamp/02.txt';
const thanks = 'Thanks for all the kudos, guys! You make my week.';

const doubtful = 'You all know how it goes.';

/** A chapter of several pieces, with a paragraph on top that may be a note. */
function unclearChapter(): string {
  const [heading = '', ...paragraphs] = chapterText(2, 'Ash', 30).split('\n\n');
  return [heading, thanks, ...paragraphs].join('\n\n');
}

describeInBrowser("the author's preview", () => {
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    desk = await openDesk(browser);
  });
  afterEach(async () => {
    await desk.close();
    expect(desk.wrong).toEqual([]);
  });

  const posted = (tab: Page) => tab.getByRole('region', { name: 'What is posted' });
  const line = (tab: Page, number: number) => tab.locator(`#line-${number}`);

  it('shows the pieces, why they end, and every doubt beside its line', async () => {
    await desk.save(file, unclearChapter().replace(thanks, doubtful));
    const tab = await desk.look(file);
    await expect.poll(() => tab.getByRole('heading', { level: 1 }).textContent()).toBe('Chapter 2: Ash');
    const cuts = await tab.locator('.cut').allTextContents();
    expect(cuts[0]).toMatch(/^Piece 1 of 6: 1,\d{3} characters, \d passages; ends after a paragraph$/);
    expect(cuts.at(-1)).toContain('the last piece');
    expect(await posted(tab).getByRole('article').count()).toBe(6);
    expect(await line(tab, 3).locator('.problem').textContent()).toContain('was taken for text; it may be a note');
    expect(await line(tab, 3).locator('summary').textContent()).toBe('text?');
    const choices = line(tab, 3).locator('.choices button');
    expect(await choices.allTextContents()).toEqual([
      'text, as it is',
      'note',
      'heading',
      'scene break',
      'furniture, not shown',
    ]);
    expect(await line(tab, 1).locator('.taken').textContent()).toBe('heading');
    expect(await axeViolations(tab)).toEqual([]);
    await desk.picture(tab, 'preview');
    await choices.first().click();
    await tab.getByRole('button', { name: 'Write it' }).click();
    await tab.locator('summary', { hasText: 'text, as you said' }).waitFor();
    expect(await tab.locator('.doubtful, .problem:has-text("was taken for")').count()).toBe(0);
  });

  it('is reached through a file of this user that leads to it', async () => {
    await desk.save(file, unclearChapter());
    const folder = await mkdtemp(join(tmpdir(), 'door-'));
    const platform = 'darwin';
    const environment = { PATH: '', TMPDIR: folder };
    vi.stubEnv('TMPDIR', folder);
    const tab = await browser.newPage();
    try {
      await openInBrowser(`${desk.url}#${encodeURIComponent(file)}`, { platform, environment, isTerminal: true });
      const [door = ''] = await readdir(folder);
      await tab.goto(`file://${join(folder, door, 'open.html')}`);
      await tab.getByRole('heading', { level: 1, name: 'Chapter 2: Ash' }).waitFor();
      expect(tab.url()).not.toContain('key=');
    } finally {
      vi.unstubAllEnvs();
      await tab.close();
      await rm(folder, { recursive: true });
    }
  });

  it('shows the same chapter as cards, in half as many pieces, with its note in a frame of its own', async () => {
    await desk.save(file, `A/N: ${thanks}\n\n${chapterText(2, 'Ash', 30)}`);
    const tab = await desk.look(file);
    const articles = posted(tab).getByRole('article');
    const messages = await articles.count();
    expect(await posted(tab).locator('blockquote').count()).toBe(1);
    await tab.getByRole('radio', { name: 'Cards' }).check();
    await posted(tab).locator('.container').getByText(thanks).waitFor();
    expect(await articles.count()).toBe(Math.ceil(messages / 2));
    expect(await posted(tab).locator('blockquote').count()).toBe(0);
    expect(await tab.locator('.bar .topic').textContent()).toMatch(/^3 pieces/);
    await desk.save(file, `A/N: ${thanks}\n\n${chapterText(2, 'Ember', 30)}`);
    await tab.getByRole('heading', { level: 1, name: 'Chapter 2: Ember' }).waitFor({ timeout: 3_000 });
    expect(await posted(tab).locator('.container').count()).toBe(1);
    expect(await axeViolations(tab)).toEqual([]);
    await desk.picture(tab, 'preview-cards');
  });

  it('follows the file when it is saved, and stays where its reader is', async () => {
    await desk.save(file, unclearChapter());
    const tab = await desk.look(file);
    await posted(tab).evaluate((element) => {
      element.scrollTop = 900;
    });
    const lastWords = 'And then the lamp went out for good.';
    await desk.save(file, `${unclearChapter()}\n\n${lastWords}`);
    await posted(tab).getByText(lastWords).waitFor({ timeout: 3_000 });
    expect(await posted(tab).evaluate((element) => element.scrollTop)).toBe(900);
    await desk.save(file, 'Chapter 2: Cinders\n\nImre came.');
    await tab.getByRole('heading', { level: 1, name: 'Chapter 2: Cinders' }).waitFor({ timeout: 3_000 });
    expect(await posted(tab).getByRole('article').count()).toBe(1);
    await desk.remove(file);
    await tab.getByRole('heading', { level: 1, name: `${file} is not there` }).waitFor({ timeout: 3_000 });
    await desk.save(file, 'Chapter 2: Dust\n\nImre came.');
    await tab.getByRole('heading', { level: 1, name: 'Chapter 2: Dust' }).waitFor({ timeout: 3_000 });
  });

  it('writes with a click what it showed before, and takes it back', async () => {
    const before = unclearChapter();
    await desk.save(file, before);
    const tab = await desk.look(file);
    await line(tab, 5).locator('summary').click();
    await tab.getByRole('button', { name: 'Read line 5 as note' }).click();
    const dialog = tab.getByRole('dialog', { name: 'This will be written' });
    await dialog.waitFor();
    const comes = await dialog.locator('.diff .new .typed').allTextContents();
    await desk.picture(tab, 'preview-change');
    expect(await dialog.locator('.diff .gone').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Write it' }).click();
    await line(tab, 5 + comes.length)
      .getByText('note, as you said')
      .waitFor({ timeout: 3_000 });
    expect(await desk.read(file)).toBe([...comes, before].join('\n'));
    await tab.getByRole('status').getByText(`Written to ${file}.`).waitFor();
    await desk.picture(tab, 'preview-written');
    expect(await axeViolations(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Undo the last change of 02.txt' }).click();
    await tab.getByRole('status').getByText(`${file} is again as it was before.`).waitFor();
    await line(tab, 5).getByText('text').first().waitFor();
    expect(await desk.read(file)).toBe(before);
    await tab.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'hidden' });
  });

  it('writes for the whole story what is chosen to be said there, in a new story.yaml', async () => {
    const withOrnament = (number: number) => chapterText(number, 'Ash', 6).replace(/(\n\n[^\n]+)$/u, '\n\n~lamp~$1');
    for (const number of [1, 2, 3]) await desk.save(`lamp/0${number}.txt`, withOrnament(number));
    const tab = await desk.look(file);
    const at = withOrnament(2).split('\n').indexOf('~lamp~') + 1;
    const other =
      (await line(tab, at).locator('summary').textContent()) === 'scene break' ? 'furniture, not shown' : 'scene break';
    await line(tab, at).locator('summary').click();
    await tab.getByRole('button', { name: `Read line ${at} as ${other}` }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'In the whole story (story.yaml)' }).check();
    await dialog.getByText('Into a new file, lamp/story.yaml').waitFor();
    await dialog.getByText('in 2 other chapters').waitFor();
    expect(await axeViolations(tab)).toEqual([]);
    await desk.picture(tab, 'preview-story-change');
    await dialog.getByRole('button', { name: 'Write it' }).click();
    await line(tab, at).getByText(`${other}, as you said`).waitFor({ timeout: 3_000 });
    expect(await desk.read('lamp/story.yaml')).toContain('- ~lamp~');
    await tab.getByRole('button', { name: 'Undo the last change of story.yaml' }).click();
    await tab.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'hidden', timeout: 3_000 });
    await expect(desk.read('lamp/story.yaml')).rejects.toThrow();
  });

  it('gives the chapter another name, and leaves a file alone that was saved meanwhile', async () => {
    await desk.save(file, unclearChapter());
    const tab = await desk.look(file);
    await tab.getByText('Read the heading differently').click();
    await tab.getByRole('textbox', { name: 'Title' }).fill('Cinders');
    await tab.getByRole('button', { name: 'Read the heading so…' }).click();
    const write = tab.getByRole('button', { name: 'Write it' });
    await write.waitFor();
    const meanwhile = `${unclearChapter()}\n\nSaved by somebody else.`;
    await desk.save(file, meanwhile);
    await write.click();
    await tab.getByText('The file was changed meanwhile').waitFor();
    expect(await desk.read(file)).toBe(meanwhile);
    await tab.getByRole('button', { name: 'Read the heading so…' }).click();
    await write.click();
    await tab.getByRole('heading', { level: 1, name: 'Chapter 2: Cinders' }).waitFor({ timeout: 3_000 });
    expect(await desk.read(file)).toContain('title: Cinders');
  });

  it('says what keeps a file out, and shows hostile text as text', async () => {
    await desk.save('lamp/01.txt', '---\ndraft: perhaps\n---\nImre went.');
    const hostile = '<script>document.title = "taken"</script> <img src=x onerror=alert(1)> [a](javascript:alert(1))';
    await desk.save(file, `Chapter 2: Ash &lt;b&gt;and&lt;/b&gt; dust\n\n${hostile}\n\nImre went.`);
    const tab = await desk.look(file);
    await posted(tab).getByText('document.title').waitFor();
    expect(await tab.title()).toBe('Chapter 2: Ash <b>and</b> dust · Cliffhanger preview');
    expect(await tab.locator('.sides img[src="x"], .sides script, .sides a').count()).toBe(0);
    await tab.getByRole('combobox', { name: 'Chapter' }).selectOption('lamp/01.txt');
    expect(await tab.locator('option[value="lamp/01.txt"]').textContent()).toMatch(/^1\. 01\.txt · held: /u);
    await tab.getByText('This file gives no chapter.').waitFor();
    expect(await line(tab, 2).locator('.problem.error').textContent()).toContain('draft: true');
  });

  it('lists the files in the order of release, with their dates, and with what holds one', async () => {
    const dated = await openDesk(browser, { datesOf: () => new Map([[file, 'Fri, 4 Dec 2026, 20:00']]) });
    try {
      await dated.save(file, chapterText(2, 'Ash', 3));
      await dated.save('lamp/03.txt', `---\ndraft: true\n---\n${chapterText(3, 'Dust', 3)}`);
      await dated.save('lamp/04.txt', '');
      const tab = await dated.look(file);
      const options = tab.getByRole('combobox', { name: 'Chapter' }).locator('option');
      await expect.poll(() => options.count()).toBe(3);
      expect(await options.allTextContents()).toEqual([
        '1. Chapter 2: Ash · Fri, 4 Dec 2026, 20:00',
        '2. Chapter 3: Dust · a draft',
        expect.stringMatching(/^3\. 04\.txt · held: The file holds no text/u),
      ]);
    } finally {
      await dated.close();
    }
  });

  it('can be used by everybody, wide and narrow, by keyboard alone', async () => {
    await desk.save(file, unclearChapter());
    expect(await axeViolations(await desk.look(file))).toEqual([]);
    const tab = await desk.look(file, { width: 360, height: 740, colorScheme: 'light' });
    expect(await axeViolations(tab)).toEqual([]);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await desk.picture(tab, 'preview-phone');
    await line(tab, 5).locator('summary').focus();
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    expect(await axeViolations(tab)).toEqual([]);
    await desk.picture(tab, 'preview-phone-choices');
    await tab.keyboard.press('Enter');
    await tab.getByRole('dialog').waitFor();
    expect(await axeViolations(tab)).toEqual([]);
    await tab.keyboard.press('Escape');
    expect(await tab.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Read line 5 as note');
  });
});
