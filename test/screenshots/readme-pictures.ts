import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, describe, it } from 'vitest';
import type { Person } from '../../src/playground/person.js';
import type { Testbed } from '../support/bot.js';
import { closeBrowser, type Stage, useStage, type Visit } from '../support/browser.js';
import { firstSlot, fridayEvening, releaseEnd } from '../support/harbour.js';

const sample = fileURLToPath(new URL('../../chapters/', import.meta.url));
const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

afterAll(closeBrowser);

describe("the README's pictures", () => {
  const stage = useStage(copySample);

  it('are taken of the sample story', async () => {
    await release(stage());
    await takeDrop(await stage().visit({ as: 'Juno', height: 860 }));
    await takeReader(await stage().visit({ as: 'Ilse', height: 860, colorScheme: 'light' }));
    await takeFeedback(await stage().visit({ width: 390, height: 780 }));
  });
});

async function copySample(testbed: Testbed): Promise<void> {
  const files = await readdir(sample, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    await testbed.write(relative(sample, path), await readFile(path));
  }
}

/** Starts the serial with its second chapter, lets it drop, and lets readers say what they think. */
async function release({ author, reader, channel, guild, roles, testbed }: Stage): Promise<void> {
  const role = [...guild.record().roles.values()].find(({ name }) => name === 'Subscribers');
  const [story] = await author.complete(channel, 'serial start', { story: '' }, 'story');
  await author.slash(channel, 'serial start', { story: story?.value, from: '2', channel, role, ...fridayEvening });
  testbed.clock.jumpTo(firstSlot);
  const end = await releaseEnd(channel);
  const other = testbed.playground.as({ id: roles.find(({ name }) => name === 'Ilse')?.userId ?? '' });
  for (const emoji of ['❤️', '😭']) reader.react(end, emoji);
  other.react(end, '❤️');
  await reader.slash(channel, 'read', { chapter: '2' });
  await review(reader, end, 'I was late for dinner because of this. More, please!', '5');
  await review(other, end, 'The crates! I did not see that coming.', '4');
}

async function review(person: Person, message: APIMessage, text: string, rating: string): Promise<void> {
  const form = await person.click(message, { label: 'Review' });
  if (form.kind !== 'modal') throw new Error('The review did not open.');
  await person.submit(form.modal, { text, rating: [rating] });
}

async function takeDrop({ tab }: Visit): Promise<void> {
  await tab.getByRole('article').first().waitFor();
  await tab.locator('.messages').evaluate((scroller) => scroller.scrollTo(0, 0));
  await settle(tab, 'drop');
}

async function takeReader({ tab, type }: Visit): Promise<void> {
  await type('/read chapter:2');
  const answer = tab.getByRole('article', { name: /only you can see this/ }).last();
  await answer.getByText('Page 1 of').waitFor();
  await answer.getByRole('button', { name: 'Next', exact: true }).click();
  await answer.getByText('Page 2 of').waitFor();
  await answer.scrollIntoViewIfNeeded();
  await settle(tab, 'reader');
}

async function takeFeedback({ tab, type }: Visit): Promise<void> {
  await type('/feedback');
  await tab
    .getByRole('article', { name: /only you can see this/ })
    .last()
    .getByText('2 reviews')
    .first()
    .waitFor();
  await settle(tab, 'feedback');
}

async function settle(tab: Visit['tab'], name: string): Promise<void> {
  await tab.waitForTimeout(300);
  await tab.screenshot({ path: join(pictures, `${name}.png`) });
}
